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
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { type UploadOutcome, uploadOutcomeOf } from '../platform/files/receive-upload.js';
import type { ReceivedFile } from '../platform/files/received-file.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { ok } from '../shared/outcome.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { isMultipart } from '../staff/staff-upload.js';
import { TakesFile } from '../staff/takes-file.decorator.js';
import { type AskedBefore, readAskedBefore } from './asked-before.queries.js';
import { RequestException } from './request-exception.js';
import { FILE_FIELD, RequestExceptionForm } from './request-exception.form.js';
import { requestExceptionPage } from './request-exception.presenter.js';
import {
  amountRefusalWords,
  CHOOSE_FILE_AGAIN,
  decideRequest,
  type ExceptionFault,
  readException,
  REQUEST_REFUSAL_WORDS,
  type RequestRefusal,
} from './request-exception.rules.js';
import { StoreExceptionPaper } from './store-exception-paper.js';

@Controller('applications/:reference/refund-exceptions')
@Can('request-exception')
@KeepsDraft('refund-exceptions')
export class RequestExceptionController {
  constructor(
    private readonly requestException: RequestException,
    private readonly storeExceptionPaper: StoreExceptionPaper,
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
  @TakesFile(FILE_FIELD)
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
    if (!parsed.ok) {
      const errors = [...parsed.errors, ...chooseAgain(req).map(asError)];
      return this.show({ ...asking, form, errors }, req, res);
    }
    const read = readException(form, sentWith(asking.file, form, req));
    if (!read.ok) return this.faulty({ ...asking, form }, read.faults, req, res);
    const stored = await this.storePaper(file, req);
    if (!stored.ok) {
      const faults = [{ field: FILE_FIELD, text: stored.text }] as const;
      return this.faulty({ ...asking, form }, faults, req, res);
    }
    const outcome = await this.requestException.run({
      paper: stored.paper,
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

  private async storePaper(file: CaseFile, req: Request) {
    const [sent] = filesOf(req);
    return sent ? this.storeExceptionPaper.run(file.application.id, sent) : ok({ paper: null });
  }

  private faulty(
    asking: Omit<Shown, 'errors'>,
    faults: readonly ExceptionFault[],
    ...[req, res]: ReqRes
  ) {
    return this.show({ ...asking, errors: faults.map(asError) }, req, res);
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
      const faults = [{ field: 'amount', text } as const, ...chooseAgain(req)];
      return this.faulty({ ...now, form }, faults, req, res);
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

function asError({ field, text }: ExceptionFault): FieldError {
  return fieldError(field, text);
}

function chooseAgain(req: Request): ExceptionFault[] {
  return filesOf(req).length === 0 ? [] : [{ field: FILE_FIELD, text: CHOOSE_FILE_AGAIN }];
}

/** None for a form that was sent again without its file, as after the end of a session. */
function uploadOf(req: Request): UploadOutcome {
  return isMultipart(req) ? uploadOutcomeOf(req) : { ok: true, files: [] };
}

function filesOf(req: Request): readonly ReceivedFile[] {
  const upload = uploadOf(req);
  return upload.ok ? upload.files : [];
}

function sentWith({ papers }: CaseFile, { fileLost }: RequestExceptionForm, req: Request) {
  const upload = uploadOf(req);
  const name = upload.ok || upload.originalName === null ? '' : `${upload.originalName}: `;
  const lost = fileLost !== '' && filesOf(req).length === 0 ? CHOOSE_FILE_AGAIN : null;
  return {
    paperIds: papers.map(({ paperId }) => paperId),
    hasFile: filesOf(req).length > 0,
    fileRefused: upload.ok ? lost : `${name}${fileRefusalText(upload.refusal)}`,
  };
}

interface Shown {
  file: CaseFile;
  before: AskedBefore;
  form: RequestExceptionForm;
  errors: readonly FieldError[];
}
