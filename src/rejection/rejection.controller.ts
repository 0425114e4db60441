import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type CaseFile, findingsToJudge, readCaseFile } from '../case-file/case-file.queries.js';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import {
  REASON_REFUSAL_WORDS,
  reasonKey,
  checkReasons,
} from '../decisions/rejection-reasons.rules.js';
import { suggestReasons } from '../decisions/suggest-reasons.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { newCaseForm, sameCaseForm } from '../stale-case/case-form.js';
import { renderStaleCase } from '../stale-case/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { chosenReasons } from './chosen-reasons.rules.js';
import { RejectApplication } from './reject-application.js';
import { rejectionCheckPage } from './rejection-check.presenter.js';
import { rejectionLetter } from './rejection-words.js';
import { RejectionForm } from './rejection.form.js';
import { rejectionPage } from './rejection.presenter.js';
import { REJECTION_CONFLICTS, type RejectionRefusal } from './rejection.rules.js';

@Controller('applications/:reference/rejection')
@Can('decide')
export class RejectionController {
  constructor(
    private readonly rejectApplication: RejectApplication,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const suggested = suggestReasons(findingsToJudge(file)).map(reasonKey);
    const page = rejectionPage({
      file,
      caseForm: newCaseForm(file.application, this.clock.now()),
      draft: { reasons: suggested, words: '', privateNote: '' },
      errors: [],
      suggested: suggested.length,
    });
    await renderPage(req, res, { view: 'rejection/new', page });
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(RejectionForm, req.body);
    const errors = parsed.ok ? this.faultsOf(parsed.form, file) : parsed.errors;
    if (errors.length > 0) return this.showForm({ file, form: parsed.form, errors }, req, res);
    if (parsed.form.step === 'change') {
      return this.showForm({ file, form: parsed.form, errors: [] }, req, res);
    }
    if (parsed.form.step === 'check') return this.showCheck({ file, form: parsed.form }, req, res);
    await this.send(file, parsed.form, req, res);
  }

  private async send(file: CaseFile, form: RejectionForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.rejectApplication.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      reasons: chosenReasons(form.reasons, form.words, file.papers),
      privateNote: form.privateNote || null,
      moneyShown: form.money,
    });
    if (outcome.ok) return redirectSeeOther(res, `/applications/${application.reference}/decision`);
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused(
    { file, form, refusal }: { file: CaseFile; form: RejectionForm; refusal: RejectionRefusal },
    req: Request,
    res: Response,
  ) {
    if (refusal === 'money_changed') {
      const words = 'The money has moved since you checked the letter: read it again';
      return this.showCheck({ file, form, errors: [fieldError('letter', words)] }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: REJECTION_CONFLICTS[refusal],
      typed: [
        { label: 'Your own words', text: form.words },
        { label: 'Private note', text: form.privateNote },
      ],
    });
  }

  private async showForm(shown: Shown, req: Request, res: Response) {
    const { file, form, errors = [] } = shown;
    const page = rejectionPage({
      file,
      caseForm: sameCaseForm(form),
      draft: form,
      errors,
      suggested: 0,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'rejection/new', page, status });
  }

  private async showCheck({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const chosen = chosenReasons(form.reasons, form.words, file.papers);
    const council = councilFacts(this.settings);
    const page = rejectionCheckPage({
      file,
      caseForm: sameCaseForm(form),
      draft: form,
      chosen,
      letter: rejectionLetter({ file, reasons: chosen, council, now: this.clock.now() }),
      moneyKey: moneyKey(moneyOf(file.payment)),
      errors,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'rejection/check', page, status });
  }

  private faultsOf(form: RejectionForm, file: CaseFile): FieldError[] {
    if (form.step === 'change') return [];
    const checked = checkReasons(chosenReasons(form.reasons, form.words, file.papers));
    if (checked.ok) return [];
    const field = checked.refusal.startsWith('words') ? 'words' : 'reasons';
    return [fieldError(field, REASON_REFUSAL_WORDS[checked.refusal])];
  }

  private async caseFile(reference: string): Promise<CaseFile> {
    const file = await readCaseFile(this.database.reader, reference, this.clock.now());
    if (!file) throw new NotFoundException();
    return file;
  }
}

interface Shown {
  file: CaseFile;
  form: RejectionForm;
  errors?: readonly FieldError[];
}
