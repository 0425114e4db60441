import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { isReviewOutcome, type ReviewOutcome } from '../decision-reviews/decision-review.rules.js';
import { decidersOf, decisionPath } from '../decisions/open-case.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { reviewAnswerLetter } from './review-letters.js';
import { ReviewOutcomeForm } from './review-outcome.form.js';
import { reviewOutcomeCheckPage, reviewOutcomePage } from './review-outcome.presenter.js';
import { SettleReview } from './settle-review.js';
import {
  isTold,
  maySettleReview,
  reviewAnswerFault,
  SETTLE_REVIEW_FAULT_WORDS,
  SETTLE_REVIEW_REFUSAL_WORDS,
  type SettleReviewRefusal,
} from './settle-review.rules.js';

const MONEY_CHANGED = 'The money has moved since you checked the letter: read it again';

@Controller('applications/:reference/review-outcome')
@Can('settle-review')
@KeepsDraft('review-outcome')
export class ReviewOutcomeController {
  constructor(
    private readonly settleReview: SettleReview,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const refusal = refusalOf(file, req, null);
    if (refusal) {
      const because = SETTLE_REVIEW_REFUSAL_WORDS[refusal];
      const page = notOpenPage({ reference, because, isDecided: file.decision !== null });
      return renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
    }
    const drawn = newCaseForm(file.application, this.clock.now());
    await this.showForm(
      {
        file,
        form: Object.assign(resumeDraft(req, ReviewOutcomeForm) ?? new ReviewOutcomeForm(), drawn),
      },
      req,
      res,
    );
  }

  /** Nothing is shown beforehand where no letter goes; else the first press only shows the letter. */
  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(ReviewOutcomeForm, req.body);
    const { form } = parsed;
    const errors = parsed.ok ? faultsOf(form) : parsed.errors;
    const { outcome, step } = form;
    if (errors.length === 0 && isReviewOutcome(outcome) && (step === 'send' || !isTold(outcome))) {
      return this.send({ file, form, outcome }, req, res);
    }
    const refusal = refusalOf(file, req, Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    if (errors.length > 0 || step === 'change' || !isReviewOutcome(outcome)) {
      return this.showForm({ file, form, errors }, req, res);
    }
    await this.showCheck({ file, form, outcome }, req, res);
  }

  private async send({ file, form, outcome }: Checked, req: Request, res: Response) {
    const { application } = file;
    const settled = await this.settleReview.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      outcome,
      reasons: form.reasons,
      privateNote: form.privateNote || null,
      moneyShown: form.money,
    });
    const { reference } = application;
    const onward =
      outcome === 'overturned' ? `/applications/${reference}` : decisionPath(reference);
    if (settled.ok) return redirectSeeOther(res, onward);
    if (settled.refusal === 'money_changed') {
      const now = await this.caseFile(reference);
      const errors = [fieldError('letter', MONEY_CHANGED)];
      return this.showCheck({ file: now, form, outcome, errors }, req, res);
    }
    const refusal = settled.refusal as SettleReviewRefusal;
    await this.refused({ file, form, refusal }, req, res);
  }

  private async refused({ file, form, refusal }: Refused, req: Request, res: Response) {
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: SETTLE_REVIEW_REFUSAL_WORDS[refusal],
      typed: [
        { label: 'Your answer to what the resident says', text: form.reasons },
        { label: 'Private note', text: form.privateNote },
      ],
    });
  }

  private async showForm({ file, form, errors = [] }: Shown, req: Request, res: Response) {
    const { decision, openReview } = file;
    if (!decision || !openReview) throw new Error('A review is open without its decision.');
    const page = reviewOutcomePage({
      ...{ file, now: this.clock.now(), draft: form, errors, decision, review: openReview },
      caseForm: sameCaseForm(form),
      decidedBy: (await nameOfStaff(this.database.reader, decision.decidedBy)) ?? 'Somebody',
    });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'reviews-of-decision/outcome', page, status });
  }

  private async showCheck(
    { file, form, outcome, errors = [] }: Checked,
    req: Request,
    res: Response,
  ) {
    const answer = { outcome, reasons: form.reasons };
    const page = reviewOutcomeCheckPage({
      ...{ file, now: this.clock.now(), draft: form, errors, outcome },
      caseForm: sameCaseForm(form),
      letter: reviewAnswerLetter(file, answer, councilFacts(this.settings)),
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
  form: ReviewOutcomeForm;
  errors?: readonly FieldError[];
}

interface Checked extends Shown {
  outcome: ReviewOutcome;
}

interface Refused extends Shown {
  refusal: SettleReviewRefusal;
}

/** A first look, so that nobody fills in a form in vain: the use case asks again under its locks. */
function refusalOf(file: CaseFile, req: Request, seenVersion: number | null) {
  const may = maySettleReview({
    application: file.application,
    hasOpenReview: file.openReview !== null,
    deciders: decidersOf(file),
    by: currentStaff(req),
    seenVersion,
  });
  return may.ok ? null : may.refusal;
}

function faultsOf(form: ReviewOutcomeForm): FieldError[] {
  const fault = form.step === 'change' ? null : reviewAnswerFault(form);
  if (fault === null) return [];
  return [
    fieldError(fault === 'no_outcome' ? 'outcome' : 'reasons', SETTLE_REVIEW_FAULT_WORDS[fault]),
  ];
}
