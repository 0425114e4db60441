import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { approvalFactsOf } from '../approval-gate/approval-facts.queries.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { CaseForm, newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { earlierDecidersOf } from '../decisions/open-case.rules.js';
import { LETTER_CHANGED } from '../letters/letter-key.js';
import { lapseOf } from '../payment-requests/lapse.rules.js';
import type { LapseCause } from '../payment-requests/payment-request-states.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { AskForPayment } from './ask-for-payment.js';
import { askPaymentPage } from './ask-payment.presenter.js';
import {
  type AskPaymentRefusal,
  askPaymentWords,
  decideAskPayment,
} from './payment-again.rules.js';
import { paymentLetter, paymentToAsk } from './payment-letter.js';

/** The officer asks a resident whose payment has lapsed to pay again. */
@Controller('applications/:reference/payment-requests')
@Can('decide')
export class AskPaymentController {
  constructor(
    private readonly askForPayment: AskForPayment,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { application } = file;
    const decided = this.decide(file, req, null);
    if (!decided.ok) {
      const page = notOpenPage({
        reference: application.reference,
        because: askPaymentWords(decided.refusal),
        isDecided: decided.refusal === 'already_decided',
      });
      return renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
    }
    const form = Object.assign(new CaseForm(), newCaseForm(application, this.clock.now()));
    await this.show({ file, form, because: decided.because }, req, res);
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { form, ...parsed } = parseForm(CaseForm, req.body);
    if (file.paymentRequests.some(({ formId }) => formId === form.formId)) {
      return redirectSeeOther(res, casePath(file));
    }
    const decided = this.decide(file, req, Number(form.version));
    if (!decided.ok) return this.refused(file, form, decided.refusal, { req, res });
    const { because } = decided;
    if (!parsed.ok) return this.show({ file, form, because, errors: parsed.errors }, req, res);
    const { application } = file;
    const outcome = await this.askForPayment.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      letterShown: form.letterKey,
    });
    if (outcome.ok) return redirectSeeOther(res, casePath(file));
    if (outcome.refusal !== 'letter_changed') {
      return this.refused(file, form, outcome.refusal, { req, res });
    }
    const errors = [fieldError('letter', LETTER_CHANGED)];
    await this.show({ file: await this.caseFile(reference), form, because, errors }, req, res);
  }

  /** A first look; the use case asks again under its locks. */
  private decide(file: CaseFile, req: Request, seenVersion: number | null) {
    const deciders = earlierDecidersOf(file);
    const { application } = file;
    const officer = currentStaff(req);
    return decideAskPayment({ application, officer, deciders, seenVersion, lapse: lapseOf(file) });
  }

  private async refused(
    { application }: CaseFile,
    { drawnAt }: CaseForm,
    refusal: AskPaymentRefusal,
    { req, res }: { req: Request; res: Response },
  ) {
    const because = askPaymentWords(refusal);
    const refused = { application, drawnAt, because, typed: [] };
    await renderStaleCase(req, res, this.database.reader, refused);
  }

  private async show({ file, form, because, errors = [] }: Shown, req: Request, res: Response) {
    const now = this.clock.now();
    const facts = await approvalFactsOf(this.database.reader, file, { now, formId: null });
    const asked = paymentToAsk(file, { id: form.formId, because, facts });
    const letter = paymentLetter(file, asked, this.settings);
    const caseForm = sameCaseForm(form);
    const page = askPaymentPage({ file, now, caseForm, errors, asked, letter });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'payment-again/new', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: CaseForm;
  because: LapseCause;
  errors?: readonly FieldError[];
}

function casePath({ application }: CaseFile): string {
  return `/applications/${application.reference}`;
}
