import {
  BadRequestException,
  Controller,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DespiteConflict } from '../conflicts-of-interest/despite-conflict.decorator.js';
import { parseForm } from '../platform/web/parse-form.js';
import { NotAllowed } from '../platform/web/refusals.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo, rolesInWords } from '../staff/permissions.rules.js';
import { fieldsIn } from './draft-fields.rules.js';
import { draftForm, type DraftPlace } from './draft-forms.rules.js';
import { draftPagePath } from './draft-notice.presenter.js';
import { DraftForm, DraftPlaceForm } from './drafts.form.js';
import { OwnDrafts } from './own-drafts.js';

/** One's own drafts of the forms about a case; a conflict of interest does not take them away. */
@Controller('applications/:reference/drafts')
@Can('see-case')
@DespiteConflict()
export class DraftsController {
  constructor(private readonly drafts: OwnDrafts) {}

  /** Asked by script while somebody types, and as the page is left. */
  @Post()
  @HttpCode(204)
  async keep(@Param('reference') reference: string, @Req() req: Request): Promise<void> {
    const parsed = parseForm(DraftForm, req.body);
    if (!parsed.ok) throw new BadRequestException('This is no draft of a form of ours.');
    const { form, formId, version, content } = parsed.form;
    const place = placeOf(req, reference, form);
    const sent = fieldsIn(content);
    await this.drafts.keep(place, { formId, version: Number(version), sent });
  }

  @Post('removal')
  async throwAway(
    @Param('reference') reference: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const place = placeOf(req, reference, formNamed(req));
    await this.drafts.throwAway(place);
    redirectSeeOther(res, draftPagePath(place));
  }

  @Post('return')
  async bringBack(
    @Param('reference') reference: string,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const place = placeOf(req, reference, formNamed(req));
    await this.drafts.bringBack(place);
    redirectSeeOther(res, draftPagePath(place));
  }
}

function formNamed(req: Request): string {
  const parsed = parseForm(DraftPlaceForm, req.body);
  if (!parsed.ok) throw new BadRequestException('This is no draft of a form of ours.');
  return parsed.form.form;
}

/** Who may not send the form cannot begin it either. */
function placeOf(req: Request, reference: string, form: string): DraftPlace {
  const known = draftForm(form);
  if (!known || !/^[A-Z\d-]{1,20}$/.test(reference)) throw new NotFoundException();
  const { id, role } = currentStaff(req);
  if (!mayDo(role, known.permission)) throw new NotAllowed(rolesInWords(known.permission));
  return { staffId: id, reference, form };
}
