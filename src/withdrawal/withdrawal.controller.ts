import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decisionPath, isSameDecision, openCaseWords } from '../decisions/open-case.rules.js';
import { LETTER_CHANGED } from '../letters/letter-key.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { refusalToOpen } from '../case-forms/refusal-to-open.js';
import { renderNotOpen } from '../case-forms/render-not-open.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { WithdrawApplication } from './withdraw-application.js';
import { withdrawalCheckPage } from './withdrawal-check.presenter.js';
import {
  WITHDRAWAL_REASON_REFUSAL_WORDS,
  type WithdrawalReasonRefusal,
  withdrawalReason,
} from '../decisions/withdrawal-reasons.rules.js';
import { withdrawalLetter } from './withdrawal-words.js';
import { WithdrawalForm } from './withdrawal.form.js';
import { withdrawalPage } from './withdrawal.presenter.js';
import type { WithdrawalRefusal } from './withdrawal.rules.js';

const MONEY_CHANGED = 'The money has moved since you checked the letter: read it again';

@Controller('applications/:reference/withdrawal')
@Can('withdraw')
@KeepsDraft('withdrawal')
export class WithdrawalController {
  constructor(
    private readonly withdrawApplication: WithdrawApplication,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { application } = file;
    const refusal = refusalToOpen(file, req, 'withdraw', null);
    if (refusal) return renderNotOpen(req, res, { application, refusal, action: 'withdraw' });
    const drawn = newCaseForm(application, this.clock.now());
    await this.showForm(
      {
        file,
        form: Object.assign(resumeDraft(req, WithdrawalForm) ?? new WithdrawalForm(), drawn),
      },
      req,
      res,
    );
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(WithdrawalForm, req.body);
    const { form } = parsed;
    if (isSameDecision(file, form)) return redirectSeeOther(res, decisionPath(reference));
    const refusal = refusalToOpen(file, req, 'withdraw', Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    if (errors.length > 0 || form.step === 'change') {
      return this.showForm({ file, form, errors }, req, res);
    }
    if (form.step === 'check') return this.showCheck({ file, form }, req, res);
    await this.send(file, form, req, res);
  }

  private async send(file: CaseFile, form: WithdrawalForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.withdrawApplication.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      reason: { code: form.reason, ownWords: form.words },
      privateNote: form.privateNote || null,
      moneyShown: form.money,
      letterShown: form.letterKey,
    });
    if (outcome.ok) return redirectSeeOther(res, decisionPath(application.reference));
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused({ file, form, refusal }: Refused, req: Request, res: Response) {
    if (refusal === 'money_changed' || refusal === 'letter_changed') {
      const now = await this.caseFile(file.application.reference);
      const errors = [
        fieldError('letter', refusal === 'money_changed' ? MONEY_CHANGED : LETTER_CHANGED),
      ];
      return this.showCheck({ file: now, form, errors }, req, res);
    }
    if (isReasonRefusal(refusal)) {
      return this.showForm({ file, form, errors: faultsOf(form) }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: openCaseWords(refusal, 'withdraw'),
      typed: [
        { label: 'Your own words', text: form.words },
        { label: 'Private note', text: form.privateNote },
      ],
    });
  }

  private async showForm({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const page = withdrawalPage({
      file,
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      draft: form,
      errors,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'withdrawal/new', page, status });
  }

  private async showCheck({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const reason = withdrawalReason(form.reason, form.words);
    const words = reason.ok ? reason.words : '';
    const page = withdrawalCheckPage({
      file,
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      draft: form,
      letter: withdrawalLetter(file, words, councilFacts(this.settings)),
      errors,
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
  form: WithdrawalForm;
  errors?: readonly FieldError[];
}

interface Refused {
  file: CaseFile;
  form: WithdrawalForm;
  refusal: WithdrawalRefusal;
}

function isReasonRefusal(refusal: string): refusal is WithdrawalReasonRefusal {
  return Object.hasOwn(WITHDRAWAL_REASON_REFUSAL_WORDS, refusal);
}

function faultsOf(form: WithdrawalForm): FieldError[] {
  if (form.step === 'change') return [];
  const reason = withdrawalReason(form.reason, form.words);
  if (reason.ok) return [];
  const field = reason.refusal === 'no_reason' ? 'reason' : 'words';
  return [fieldError(field, WITHDRAWAL_REASON_REFUSAL_WORDS[reason.refusal])];
}
