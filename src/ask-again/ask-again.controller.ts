import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { answerPolicyOn } from '../policy/policy-book.rules.js';
import { linkExpiresAt, usualAnswerBy } from '../evidence-requests/answer-by.rules.js';
import { LETTER_CHANGED } from '../letters/letter-key.js';
import { composeEvidenceRequest } from '../letters/evidence-letters.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { refusalToOpen } from '../case-forms/refusal-to-open.js';
import { renderNotOpen } from '../case-forms/render-not-open.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { typedDate } from './answer-by-field.rules.js';
import { askAgainPage } from './ask-again.presenter.js';
import { ASK_AGAIN_REFUSAL_WORDS, type AskAgainRefusal } from './ask-again.rules.js';
import { AskAgainForm } from './ask-again.form.js';
import { askCheckPage } from './ask-check.presenter.js';
import { AskForEvidence } from './ask-for-evidence.js';
import { askableOf } from './askable-of.js';
import { requestFacts } from './evidence-request-letter.js';
import { type AskAgainFault, readRequest, type RequestInForm } from './read-request.rules.js';
import { requestedItems } from './requested-items.js';

@Controller('applications/:reference/evidence-requests')
@Can('decide')
@KeepsDraft('evidence-requests')
export class AskAgainController {
  constructor(
    private readonly askForEvidence: AskForEvidence,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { application } = file;
    const refusal = refusalToOpen(file, req, 'ask_again', null);
    if (refusal) return renderNotOpen(req, res, { application, refusal, action: 'ask_again' });
    const now = this.clock.now();
    const askable = askableOf(file);
    const asked = askable.filter(({ isTicked }) => isTicked).map(({ key }) => key);
    const policy = answerPolicyOn(file.policy, londonDateOf(now));
    const answerBy = typedDate(usualAnswerBy(londonDateOf(now), policy));
    const draft = resumeDraft(req, AskAgainForm) ?? { asked, reason: {}, words: {}, answerBy };
    const caseForm = newCaseForm(application, now);
    const page = askAgainPage({ file, now, askable, caseForm, draft, faults: [], policy });
    await renderPage(req, res, { view: 'ask-again/new', page });
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const { form, ...parsed } = parseForm(AskAgainForm, req.body);
    if (isSentAlready(file, form)) return redirectSeeOther(res, casePath(file));
    const refusal = refusalToOpen(file, req, 'ask_again', Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    const today = londonDateOf(this.clock.now());
    const policy = answerPolicyOn(file.policy, today);
    const read = readRequest(askableOf(file), form, { today, policy });
    const faults: AskAgainFault[] = parsed.ok
      ? read.faults
      : [{ field: 'asked', key: null, text: 'Open this form again from the case', parts: [] }];
    if (form.step === 'change') return this.showForm({ file, form, faults: [] }, req, res);
    if (faults.length > 0 || !read.request) return this.showForm({ file, form, faults }, req, res);
    if (form.step === 'check') return this.showCheck({ file, form }, read.request, req, res);
    await this.send({ file, form }, read.request, req, res);
  }

  private async send({ file, form }: Shown, request: RequestInForm, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.askForEvidence.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      asking: form,
      answerByOn: request.answerByOn,
      letterShown: form.letterKey,
    });
    if (outcome.ok) return redirectSeeOther(res, casePath(file));
    if (outcome.refusal === 'letter_changed') {
      const now = await this.caseFile(application.reference);
      return this.showCheck({ file: now, form, isChanged: true }, request, req, res);
    }
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused(
    { file, form, refusal }: Shown & { refusal: AskAgainRefusal },
    req: Request,
    res: Response,
  ) {
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: ASK_AGAIN_REFUSAL_WORDS[refusal],
      typed: Object.values(form.words).map((text) => ({ label: 'Your own words', text })),
    });
  }

  private async showForm(
    { file, form, faults }: Shown & { faults: readonly AskAgainFault[] },
    req: Request,
    res: Response,
  ) {
    const askable = askableOf(file);
    const caseForm = sameCaseForm(form);
    const page = askAgainPage({
      ...{ file, now: this.clock.now(), askable, caseForm, draft: form, faults },
      policy: answerPolicyOn(file.policy, londonDateOf(this.clock.now())),
    });
    const status = faults.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'ask-again/new', page, status });
  }

  private async showCheck(
    { file, form, isChanged = false }: Shown & { isChanged?: boolean },
    read: RequestInForm,
    req: Request,
    res: Response,
  ) {
    const { chosen, answerByOn } = read;
    const items = requestedItems(file, chosen, answerByOn);
    const policy = answerPolicyOn(file.policy, londonDateOf(this.clock.now()));
    const expiresAt = linkExpiresAt(answerByOn, policy);
    const request = { id: form.formId, items, answerByOn, linkExpiresAt: expiresAt };
    const errors = isChanged ? [fieldError('letter', LETTER_CHANGED)] : [];
    const letter = composeEvidenceRequest(requestFacts(file, request, this.settings));
    const page = askCheckPage({
      ...{ file, now: this.clock.now(), caseForm: sameCaseForm(form), errors },
      ...{ draft: form, chosen, letter, answerByOn },
    });
    const status = isChanged ? 422 : 200;
    await renderPage(req, res, { view: 'case-file/check', page, status });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: AskAgainForm;
}

/** The request came from this very form: a double click or a network retry. */
function isSentAlready({ requests }: CaseFile, { formId }: AskAgainForm): boolean {
  return requests.some((request) => request.formId === formId);
}

function casePath({ application }: CaseFile): string {
  return `/applications/${application.reference}`;
}
