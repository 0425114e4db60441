import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import { type CaseFile, findingsToJudge } from '../case-file/case-file.queries.js';
import { decisionPath, isSameDecision } from '../decisions/open-case.rules.js';
import {
  type ChosenReason,
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
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { refusalToOpen } from '../case-forms/refusal-to-open.js';
import { renderNotOpen } from '../case-forms/render-not-open.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { otherCasesSince } from './cases-of-today.queries.js';
import { chosenReasons, hasUnusedWords, paperWordsField } from './chosen-reasons.rules.js';
import { otherPeopleNamed } from './other-people-named.rules.js';
import { RejectApplication } from './reject-application.js';
import { rejectionCheckPage } from './rejection-check.presenter.js';
import { rejectionLetter } from '../rejections/rejection-words.js';
import { RejectionForm } from './rejection.form.js';
import { rejectionPage } from './rejection.presenter.js';
import { REJECTION_REFUSAL_WORDS, type RejectionRefusal } from '../rejections/rejection.rules.js';

@Controller('applications/:reference/rejection')
@Can('decide')
@KeepsDraft('rejection')
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
    const refusal = refusalToOpen(file, req, 'reject', null);
    if (refusal) {
      const { application } = file;
      return renderNotOpen(req, res, { application, refusal, action: 'reject' });
    }
    const begun = resumeDraft(req, RejectionForm);
    const suggested = suggestReasons(findingsToJudge(file)).map(reasonKey);
    const page = rejectionPage({
      file,
      now: this.clock.now(),
      caseForm: newCaseForm(file.application, this.clock.now()),
      draft: begun ?? { reasons: suggested, words: '', paperWords: {}, privateNote: '' },
      errors: [],
      suggested: begun ? 0 : suggested.length,
    });
    await renderPage(req, res, { view: 'rejection/new', page });
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(RejectionForm, req.body);
    const { form } = parsed;
    if (isSameDecision(file, form)) return redirectSeeOther(res, decisionPath(reference));
    const refusal = refusalToOpen(file, req, 'reject', Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    const errors = parsed.ok ? this.faultsOf(form, file) : parsed.errors;
    if (errors.length > 0 || form.step === 'change') {
      return this.showForm({ file, form, errors }, req, res);
    }
    if (form.step === 'check') return this.showCheck({ file, form }, req, res);
    await this.send(file, form, req, res);
  }

  private async send(file: CaseFile, form: RejectionForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.rejectApplication.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      reasons: chosenReasons(form.reasons, form, file),
      privateNote: form.privateNote || null,
      moneyShown: form.money,
      letterShown: form.letterKey,
    });
    if (outcome.ok) return redirectSeeOther(res, decisionPath(application.reference));
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused(
    { file, form, refusal }: { file: CaseFile; form: RejectionForm; refusal: RejectionRefusal },
    req: Request,
    res: Response,
  ) {
    if (refusal === 'money_changed' || refusal === 'letter_changed') {
      const errors = [fieldError('letter', REJECTION_REFUSAL_WORDS[refusal])];
      const now = await this.caseFile(file.application.reference);
      return this.showCheck({ file: now, form, errors }, req, res);
    }
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: REJECTION_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'Your own words', text: form.words },
        ...Object.values(form.paperWords).map((text) => ({ label: 'About a paper', text })),
        { label: 'Private note', text: form.privateNote },
      ],
    });
  }

  private async showForm(shown: Shown, req: Request, res: Response) {
    const { file, form, errors = [] } = shown;
    const page = rejectionPage({
      file,
      now: this.clock.now(),
      caseForm: sameCaseForm(form),
      draft: form,
      errors,
      suggested: 0,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'rejection/new', page, status });
  }

  private async showCheck({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const chosen = chosenReasons(form.reasons, form, file);
    const council = councilFacts(this.settings);
    const now = this.clock.now();
    const page = rejectionCheckPage({
      file,
      now,
      caseForm: sameCaseForm(form),
      draft: form,
      chosen,
      letter: rejectionLetter({ file, reasons: chosen, council, now }),
      named: await this.peopleNamed(file, chosen, req),
      errors,
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'case-file/check', page, status });
  }

  /** What was copied from another case of the day is seen before it is sent. */
  private async peopleNamed(file: CaseFile, chosen: readonly ChosenReason[], req: Request) {
    const words = chosen.flatMap((reason) => reason.words ?? []);
    if (words.length === 0) return [];
    const { application } = file;
    const others = await otherCasesSince(this.database.reader, {
      staffId: currentStaff(req).id,
      applicationId: application.id,
      since: startOfLondonDay(londonDateOf(this.clock.now())),
    });
    return otherPeopleNamed(words, application, others);
  }

  private faultsOf(form: RejectionForm, file: CaseFile): FieldError[] {
    if (form.step === 'change') return [];
    const chosen = chosenReasons(form.reasons, form, file);
    const checked = checkReasons(file.catalogue, chosen);
    if (checked.ok) return hasUnusedWords(form.reasons, form) ? [WORDS_NOT_USED] : [];
    const paperId = chosen[checked.at]?.paperId;
    const wordsField = paperId ? paperWordsField(paperId) : 'words';
    const field = checked.refusal.startsWith('words') ? wordsField : 'reasons';
    return [fieldError(field, REASON_REFUSAL_WORDS[checked.refusal])];
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

const WORDS_NOT_USED = fieldError(
  'words',
  'Tick “Another reason” about the application to send your own words, or take them out',
);

interface Shown {
  file: CaseFile;
  form: RejectionForm;
  errors?: readonly FieldError[];
}
