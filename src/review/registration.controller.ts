import {
  BadRequestException,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { REVIEW_REFUSAL_WORDS } from './check-paper.rules.js';
import { CorrectRegistration } from './correct-registration.js';
import { RegistrationForm } from './registration.form.js';
import { registrationPage, type RegistrationView, wayBack } from './registration.presenter.js';
import { readWholeNumber } from './whole-number.rules.js';

/** An officer corrects the registration that was declared; it never stands in the address (R-VRM-9). */
@Controller('applications/:reference/vehicle')
@Can('review')
@KeepsDraft('vehicle')
export class RegistrationController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly correctRegistration: CorrectRegistration,
  ) {}

  @Get()
  async show(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { paper } = req.query;
    const registration = formatRegistration(file.application.registration ?? '');
    await this.page(req, res, {
      file,
      caseForm: newCaseForm(file.application, this.clock.now()),
      typed: resumeDraft(req, RegistrationForm) ?? { registration, reason: '', why: '' },
      paper: readWholeNumber(typeof paper === 'string' ? paper : ''),
      faults: [],
      suggestions: [],
    });
  }

  @Post()
  @HttpCode(303)
  async correct(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(RegistrationForm, req.body);
    if (!parsed.ok) throw new BadRequestException('The form is not one of this page.');
    const { form } = parsed;
    const { reason, why } = form;
    const typed = { registration: form.suggested ?? form.registration, reason, why };
    const paper = readWholeNumber(form.paper);
    const version = Number(form.version);
    const staffId = currentStaff(req).id;
    const outcome = await this.correctRegistration.run({ reference, staffId, version, typed });
    if (outcome.ok) return redirectSeeOther(res, wayBack(reference, paper));
    const { refusal, faults, suggestions } = outcome;
    if (refusal === 'unknown') throw new NotFoundException();
    if (refusal === 'faults') {
      const caseForm = sameCaseForm(form);
      return this.page(req, res, { file, caseForm, typed, paper, faults, suggestions });
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: REVIEW_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'Registration', text: typed.registration },
        { label: 'What kind of mark it is', text: why },
      ],
    });
  }

  private async page(
    req: Request,
    res: Response,
    view: Omit<RegistrationView, 'staffId' | 'now'>,
  ): Promise<void> {
    const staffId = currentStaff(req).id;
    await renderPage(req, res, {
      view: 'review/registration',
      page: registrationPage({ ...view, staffId, now: this.clock.now() }),
      status: view.faults.length > 0 ? 422 : 200,
    });
  }

  /** An application without a vehicle has nothing to correct. */
  private async caseFile(reference: string): Promise<CaseFile> {
    const file = await caseFileOr404(this.database.reader, reference, this.clock.now());
    if (file.application.registration === null) throw new NotFoundException();
    return file;
  }
}
