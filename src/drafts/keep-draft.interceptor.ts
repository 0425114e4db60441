import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { beforeRedirect } from '../platform/web/render-page.js';
import { draftNotice } from './draft-notice.presenter.js';
import { draftForm, type DraftPlace } from './draft-forms.rules.js';
import { KEEPS_DRAFT } from './keeps-draft.decorator.js';
import { type FormInHand, OwnDrafts } from './own-drafts.js';
import { couldBeReference } from '../shared/case-reference.js';
import './resume-draft.js';

/**
 * Around the pages that say `@KeepsDraft`. Opening one brings the draft along. Sending one first
 * keeps what was sent, so that a refusal, a conflict or a fault of ours loses nothing; the answer
 * that leads on (303) means it was done, and lets go of it before the browser hears.
 */
@Injectable()
export class KeepDraftInterceptor implements NestInterceptor {
  private readonly log = new Logger('drafts');

  constructor(
    private readonly reflector: Reflector,
    private readonly drafts: OwnDrafts,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest<Request>();
    const place = this.placeOf(context, req);
    if (place && req.method === 'GET') await this.open(req, place);
    if (place && req.method === 'POST') {
      await this.keep(req, context.switchToHttp().getResponse<Response>(), place);
    }
    return next.handle();
  }

  private placeOf(context: ExecutionContext, req: Request): DraftPlace | null {
    const posted = this.reflector.getAllAndOverride<string | undefined>(KEEPS_DRAFT, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { reference } = req.params;
    if (posted === undefined || !req.staff) return null;
    if (typeof reference !== 'string' || !couldBeReference(reference)) return null;
    const form = posted.replace(/:(\w+)/g, (_, name: string) => String(req.params[name]));
    return draftForm(form) ? { staffId: req.staff.id, reference, form } : null;
  }

  private async open(req: Request, place: DraftPlace): Promise<void> {
    const draft = await this.drafts.read(place);
    if (!draft) return;
    const notice = draftNotice({ place, draft, now: this.clock.now() });
    req.draft = { fields: draft.fields, notice };
  }

  private async keep(req: Request, res: Response, place: DraftPlace): Promise<void> {
    const inHand = formInHand(req.body);
    if (!inHand) return;
    await this.unstopped(() => this.drafts.keep(place, inHand));
    beforeRedirect(res, () => this.unstopped(() => this.drafts.settle(place, inHand.formId)));
  }

  /** A draft that cannot be written must not stop the act itself. */
  private async unstopped(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.log.error(error);
    }
  }
}

/** Null for what no page of ours sends: the route itself refuses that. */
export function formInHand(sent: unknown): FormInHand | null {
  const { formId, version } = (sent ?? {}) as Record<string, unknown>;
  if (typeof formId !== 'string' || !isUUID(formId, '4')) return null;
  if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) return null;
  return { formId: formId.toLowerCase(), version: Number(version), sent };
}
