import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CLAIM_REFUSAL_WORDS, decideTakeOver } from '../case-claims/claim.rules.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { type CaseFormFields, newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { claimHolder } from './claim-holder.queries.js';
import { claimRefusedBecause } from './claim-refusal.rules.js';
import { TakeOverCase } from './take-over-case.js';
import { TakeOverForm } from './take-over.form.js';
import { takeOverPage } from './take-over.presenter.js';

@Controller('applications/:reference/take-over')
@Can('claim')
@KeepsDraft('take-over')
export class TakeOverController {
  constructor(
    private readonly takeOverCase: TakeOverCase,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** There is nothing to take over when nobody else holds the case: the case page says so. */
  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { application } = file;
    const officer = currentStaff(req);
    const hasDecided = decidersOf(file).includes(officer.id);
    const asked = { application, officer, seenVersion: application.version, hasDecided };
    if (!decideTakeOver(asked).ok) {
      return redirectSeeOther(res, `/applications/${application.reference}`);
    }
    const caseForm = newCaseForm(application, this.clock.now());
    const { reason } = resumeDraft(req, TakeOverForm) ?? new TakeOverForm();
    await this.show({ file, caseForm, typed: reason, errors: [] }, req, res);
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(TakeOverForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) {
      const shown = { file, caseForm: sameCaseForm(form), typed: form.reason };
      return this.show({ ...shown, errors: parsed.errors }, req, res);
    }
    const outcome = await this.takeOverCase.run({
      applicationId: file.application.id,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      reason: form.reason,
    });
    if (outcome.ok || outcome.refusal === 'already_yours') {
      return redirectSeeOther(res, `/applications/${file.application.reference}`);
    }
    const holder = await claimHolder(this.database.reader, file.application.id);
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: holder
        ? claimRefusedBecause(outcome.refusal, holder)
        : CLAIM_REFUSAL_WORDS[outcome.refusal],
      typed: [{ label: 'Why you take it over', text: form.reason }],
    });
  }

  private async show({ file, caseForm, typed, errors }: Shown, req: Request, res: Response) {
    const page = takeOverPage({ file, now: this.clock.now(), caseForm, typed, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'claims/take-over', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  caseForm: CaseFormFields;
  typed: string;
  errors: readonly FieldError[];
}
