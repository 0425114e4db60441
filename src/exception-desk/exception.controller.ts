import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { placeOfHref, type ViewerPlace, viewerPlace } from '../platform/web/components/viewer.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { approvalLimit } from '../refund-exceptions/returnable.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import { Can } from '../staff/can.decorator.js';
import { type CurrentStaff, currentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { answerCheckPage } from './answer-check.presenter.js';
import { AnswerException } from './answer-exception.js';
import { AnswerExceptionForm } from './answer-exception.form.js';
import {
  ANSWER_REFUSAL_WORDS,
  answerFault,
  type AnswerRefusal,
  decideAnswer,
  decideTakeBack,
  type ExceptionAnswer,
  isExceptionAnswer,
} from './answer-exception.rules.js';
import { type CaseException, exceptionOr404 } from './case-exception.queries.js';
import { exceptionLetter } from './exception-letter.js';
import { exceptionPage } from './exception.presenter.js';

/** One request: everybody reads it, and another person answers it. */
@Controller('applications/:reference/refund-exceptions/:exceptionId')
export class ExceptionController {
  constructor(
    private readonly answerException: AnswerException,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('see-exceptions')
  @KeepsDraft('refund-exceptions/:exceptionId/reply')
  async show(@Param() at: Address, @Req() req: Request, @Res() res: Response) {
    const found = await this.found(at);
    const drawn = newCaseForm(found.file.application, this.clock.now());
    const begun = resumeDraft(req, AnswerExceptionForm) ?? new AnswerExceptionForm();
    const { page, rotate, zoom } = req.query;
    const place = viewerPlace({ page, rotate, zoom });
    const form = Object.assign(begun, drawn);
    await this.showPage(found, { form, errors: [], place }, req, res);
  }

  @Post('reply')
  @Can('settle-exception')
  @KeepsDraft('refund-exceptions/:exceptionId/reply')
  async answer(@Param() at: Address, @Req() req: Request, @Res() res: Response) {
    const found = await this.found(at);
    const parsed = parseForm(AnswerExceptionForm, req.body);
    const { form } = parsed;
    if (found.exception.settledFormId === form.formId) return redirectSeeOther(res, pathOf(at));
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    const { answer } = form;
    if (form.look !== '') {
      const place = placeOfHref(form.look);
      return this.showPage(found, { form, errors: [], place }, req, res);
    }
    if (form.step === 'change') return this.showPage(found, { form, errors: [] }, req, res);
    const refusal = this.refusalOf(found, currentStaff(req), form);
    if (refusal) return this.refused(found, form, refusal, { req, res });
    if (errors.length > 0 || !isExceptionAnswer(answer)) {
      return this.showPage(found, { form, errors }, req, res);
    }
    if (form.step === 'check') return this.showCheck(found, form, { answer, req, res });
    await this.send(found, form, { answer, req, res });
  }

  private async send(found: CaseException, form: AnswerExceptionForm, sending: Sending) {
    const { answer, req, res } = sending;
    const outcome = await this.answerException.run({
      ...idsOf(found),
      ...{ officer: currentStaff(req), seenVersion: Number(form.version), formId: form.formId },
      ...{ answer, words: form.words, letterShown: form.letterKey },
    });
    const { reference } = found.file.application;
    if (outcome.ok)
      return redirectSeeOther(res, pathOf({ reference, exceptionId: found.exception.id }));
    if (outcome.refusal === 'letter_changed') {
      const errors = [fieldError('letter', ANSWER_REFUSAL_WORDS.letter_changed)];
      return this.showCheck(found, form, { ...sending, errors });
    }
    await this.refused(found, form, outcome.refusal, { req, res });
  }

  private async showCheck(found: CaseException, form: AnswerExceptionForm, sending: Sending) {
    const { answer, req, res, errors = [] } = sending;
    const council = councilFacts(this.settings);
    const page = answerCheckPage({
      ...{ ...found, errors, draft: form },
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      letter: exceptionLetter({ ...found, council, answer, words: form.words }),
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'exception-desk/check', page, status });
  }

  private async refused(
    { file }: CaseException,
    form: AnswerExceptionForm,
    refusal: AnswerRefusal,
    { req, res }: { req: Request; res: Response },
  ) {
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: ANSWER_REFUSAL_WORDS[refusal],
      typed: [{ label: 'Why you decline', text: form.words }],
    });
  }

  private async showPage(
    found: CaseException,
    { form, errors, place = viewerPlace({}) }: Drawn,
    req: Request,
    res: Response,
  ) {
    const staff = currentStaff(req);
    const refusal = this.refusalOf(found, staff, null);
    const takesBack = decideTakeBack({ exception: found.exception, by: staff }).ok;
    const waits = found.exception.state === 'requested';
    const page = exceptionPage({
      ...{ ...found, errors, place, draft: form },
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      limitPence: this.limitOf(found.file, staff),
      mayAnswer: refusal === null,
      mayTakeBack: takesBack,
      maySeePapers: mayDo(staff.role, 'see-evidence'),
      whyNot:
        waits && refusal !== null && refusal !== 'not_waiting'
          ? ANSWER_REFUSAL_WORDS[refusal]
          : null,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'exception-desk/show', page, status });
  }

  /** A first look, so that nobody signs in vain: the use case asks again under its locks. */
  private refusalOf(
    { file, exception, othersPence, paper }: CaseException,
    by: CurrentStaff,
    form: AnswerExceptionForm | null,
  ): AnswerRefusal | null {
    const answer = form?.answer ?? '';
    const decided = decideAnswer({
      ...{ exception, othersPence, by, version: file.application.version },
      seenVersion: form === null ? null : Number(form.version),
      isPaperWaiting: paper?.paper.virusCheck === 'waiting',
      limitPence: this.limitOf(file, by),
      answer: isExceptionAnswer(answer) ? answer : null,
    });
    return decided.ok ? null : decided.refusal;
  }

  private limitOf({ policy }: CaseException['file'], { role }: CurrentStaff): Pence {
    return approvalLimit(policy.settings, role, londonDateOf(this.clock.now()));
  }

  private found({ reference, exceptionId }: Address): Promise<CaseException> {
    const at = this.clock.now();
    return exceptionOr404(this.database.reader, { reference, exceptionId, at });
  }
}

interface Address {
  reference: string;
  exceptionId: string;
}

interface Drawn {
  form: AnswerExceptionForm;
  errors: readonly FieldError[];
  /** Left out: the beginning of the paper. */
  place?: ViewerPlace;
}

interface Sending {
  answer: ExceptionAnswer;
  req: Request;
  res: Response;
  errors?: readonly FieldError[];
}

function pathOf({ reference, exceptionId }: Address): string {
  return `/applications/${reference}/refund-exceptions/${exceptionId}`;
}

function idsOf({ file, exception }: CaseException) {
  const { id: applicationId, uprn } = file.application;
  return { exceptionId: exception.id, applicationId, uprn };
}

function faultsOf(form: AnswerExceptionForm): FieldError[] {
  const fault = answerFault(form);
  return fault === null ? [] : [fieldError(fault.field, fault.text)];
}
