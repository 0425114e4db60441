import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { type AskedBefore, readAskedBefore } from './asked-before.queries.js';
import { RequestException } from './request-exception.js';
import { RequestExceptionForm } from './request-exception.form.js';
import { requestExceptionPage } from './request-exception.presenter.js';
import {
  amountRefusalWords,
  decideRequest,
  readException,
  REQUEST_REFUSAL_WORDS,
  type RequestRefusal,
} from './request-exception.rules.js';

@Controller('applications/:reference/refund-exceptions')
@Can('request-exception')
@KeepsDraft('refund-exceptions')
export class RequestExceptionController {
  constructor(
    private readonly requestException: RequestException,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const asking = await this.asking(reference);
    const decided = decideRequest({
      ...{ ...asking.before.money, ...asking.file, seenVersion: null, amountPence: null },
    });
    if (!decided.ok) return this.notOpen(asking.file, decided.refusal, req, res);
    const drawn = newCaseForm(asking.file.application, this.clock.now());
    const begun = resumeDraft(req, RequestExceptionForm) ?? new RequestExceptionForm();
    await this.show({ ...asking, form: Object.assign(begun, drawn), errors: [] }, req, res);
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const asking = await this.asking(reference);
    const { file, before } = asking;
    const parsed = parseForm(RequestExceptionForm, req.body);
    const { form } = parsed;
    const done = `/applications/${file.application.reference}#exceptions`;
    if (before.formIds.includes(form.formId)) return redirectSeeOther(res, done);
    const open = decideRequest({
      ...{ ...before.money, ...file, seenVersion: Number(form.version), amountPence: null },
    });
    if (!open.ok) return this.refused({ file, form }, open.refusal, req, res);
    if (!parsed.ok) return this.show({ ...asking, form, errors: parsed.errors }, req, res);
    const paperIds = file.papers.map(({ paperId }) => paperId);
    const read = readException(form, paperIds);
    if (!read.ok) {
      const errors = read.faults.map(({ field, text }) => fieldError(field, text));
      return this.show({ ...asking, form, errors }, req, res);
    }
    const outcome = await this.requestException.run({
      applicationId: file.application.id,
      uprn: file.application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      asked: read.asked,
    });
    if (outcome.ok) return redirectSeeOther(res, done);
    await this.refused({ file, form }, outcome.refusal, req, res);
  }

  private async refused(
    { file, form }: { file: CaseFile; form: RequestExceptionForm },
    refusal: RequestRefusal,
    req: Request,
    res: Response,
  ) {
    const now = await this.asking(file.application.reference);
    const text = amountRefusalWords(refusal, now.before.money);
    if (text !== null) {
      return this.show({ ...now, form, errors: [fieldError('amount', text)] }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: REQUEST_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'How much', text: form.amount },
        { label: 'What happened', text: form.words },
      ],
    });
  }

  private async notOpen({ application }: CaseFile, refusal: RequestRefusal, ...io: ReqRes) {
    const [req, res] = io;
    const page = notOpenPage({
      reference: application.reference,
      because: REQUEST_REFUSAL_WORDS[refusal],
      isDecided: false,
    });
    await renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
  }

  private async show({ file, before, form, errors }: Shown, req: Request, res: Response) {
    const page = requestExceptionPage({
      ...{ file, errors, draft: form, money: before.money },
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'exception-desk/new', page, status });
  }

  private async asking(reference: string): Promise<{ file: CaseFile; before: AskedBefore }> {
    const file = await caseFileOr404(this.database.reader, reference, this.clock.now());
    return { file, before: await readAskedBefore(this.database.reader, file, this.clock.now()) };
  }
}

type ReqRes = [Request, Response];

interface Shown {
  file: CaseFile;
  before: AskedBefore;
  form: RequestExceptionForm;
  errors: readonly FieldError[];
}
