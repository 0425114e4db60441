import { BadRequestException } from '@nestjs/common';
import type { Request } from 'express';
import type { DraftNotice } from '../platform/web/page-shell.js';
import { parseForm } from '../platform/web/parse-form.js';
import type { DraftFields } from './draft-fields.rules.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** This person's draft of the form that is being opened; put there by `KeepDraftInterceptor`. */
    draft?: { fields: DraftFields; notice: DraftNotice };
  }
}

/**
 * The form as this person left it, and the page then says so; null when it was never begun. What
 * the form carries of itself (version, id) is not in it: draw that anew.
 */
export function resumeDraft<Form extends object>(
  req: Request,
  formClass: new () => Form,
): Form | null {
  const { draft } = req;
  if (!draft || !req.shell) return null;
  if (!draft.notice.isFilledIn) {
    req.shell.draft = draft.notice;
    return null;
  }
  const form = readForm(draft.fields, formClass);
  if (form) req.shell.draft = draft.notice;
  return form;
}

/** A draft of an older release may have fields that the form does not know any more. */
function readForm<Form extends object>(
  fields: DraftFields,
  formClass: new () => Form,
): Form | null {
  try {
    return parseForm(formClass, fields).form;
  } catch (error) {
    if (error instanceof BadRequestException) return null;
    throw error;
  }
}
