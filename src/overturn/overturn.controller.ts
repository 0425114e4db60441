import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import {
  decideReopening,
  REOPENING_REFUSAL_WORDS,
  type ReopeningRefusal,
  waitsFor,
} from '../decisions/reopening.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { reopenedLetter } from './overturn-words.js';
import { OverturnForm } from './overturn.form.js';
import { overturnCheckPage, overturnPage } from './overturn.presenter.js';
import { OVERTURN_FAULT_WORDS, overturnFault, type OverturnRefusal } from './overturn.rules.js';
import { ReopenRejection } from './reopen-rejection.js';

const MONEY_CHANGED = 'The money has moved since you checked the letter: read it again';

@Controller('applications/:reference/reopening')
@Can('reopen-decision')
@KeepsDraft('reopening')
export class OverturnController {
  constructor(
    private readonly reopenRejection: ReopenRejection,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const refusal = refusalOf(file, req, null);
    if (refusal) return showNotOpen(file, refusal, req, res);
    const drawn = newCaseForm(file.application, this.clock.now());
    await this.showForm(
      { file, form: Object.assign(resumeDraft(req, OverturnForm) ?? new OverturnForm(), drawn) },
      req,
      res,
    );
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(OverturnForm, req.body);
    const { form } = parsed;
    if (file.reopenings.some(({ formId }) => formId === form.formId)) {
      return redirectSeeOther(res, `/applications/${reference}`);
    }
    const refusal = refusalOf(file, req, Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    if (errors.length > 0 || form.step === 'change') {
      return this.showForm({ file, form, errors }, req, res);
    }
    if (form.step === 'check') return this.showCheck({ file, form }, req, res);
    await this.send(file, form, req, res);
  }

  private async send(file: CaseFile, form: OverturnForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.reopenRejection.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      who: form.who,
      reason: form.reason,
      privateNote: form.privateNote || null,
      moneyShown: form.money,
    });
    if (outcome.ok) return redirectSeeOther(res, `/applications/${application.reference}`);
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused({ file, form, refusal }: Refused, req: Request, res: Response) {
    if (refusal === 'money_changed') {
      const now = await this.caseFile(file.application.reference);
      const errors = [fieldError('letter', MONEY_CHANGED)];
      return this.showCheck({ file: now, form, errors }, req, res);
    }
    if (refusal === 'nobody_chosen' || refusal === 'reason_missing') {
      return this.showForm({ file, form, errors: faultsOf(form) }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: REOPENING_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'Why the rejection does not stand', text: form.reason },
        { label: 'Private note', text: form.privateNote },
      ],
    });
  }

  private async showForm({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const { decision } = file;
    if (!decision) throw new Error('A rejected case has no decision.');
    const page = overturnPage({
      ...{ file, now: this.clock.now(), draft: form, errors, decision },
      caseForm: sameCaseForm(form),
      decidedBy: (await nameOfStaff(this.database.reader, decision.decidedBy)) ?? 'Somebody',
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'overturn/new', page, status });
  }

  private async showCheck({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const page = overturnCheckPage({
      ...{ file, now: this.clock.now(), draft: form, errors },
      caseForm: sameCaseForm(form),
      letter: reopenedLetter(file, form.reason, councilFacts(this.settings)),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'case-file/check', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: OverturnForm;
  errors?: readonly FieldError[];
}

interface Refused {
  file: CaseFile;
  form: OverturnForm;
  refusal: OverturnRefusal;
}

/** A first look, so that nobody fills in a form in vain: the use case asks again under its locks. */
function refusalOf(file: CaseFile, req: Request, seenVersion: number | null) {
  const decided = decideReopening({
    application: file.application,
    deciders: decidersOf(file),
    by: currentStaff(req),
    action: 'reopen',
    seenVersion,
    waitsFor: waitsFor(file),
  });
  return decided.ok ? null : decided.refusal;
}

async function showNotOpen(
  { application }: CaseFile,
  refusal: ReopeningRefusal,
  req: Request,
  res: Response,
) {
  const page = notOpenPage({
    reference: application.reference,
    because: REOPENING_REFUSAL_WORDS[refusal],
    isDecided: application.decidedAt !== null,
  });
  await renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
}

function faultsOf(form: OverturnForm): FieldError[] {
  if (form.step === 'change') return [];
  const fault = overturnFault(form);
  if (fault === null) return [];
  return [fieldError(fault === 'nobody_chosen' ? 'who' : 'reason', OVERTURN_FAULT_WORDS[fault])];
}
