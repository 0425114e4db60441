import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { KeepsDraft } from '../drafts/keeps-draft.decorator.js';
import { resumeDraft } from '../drafts/resume-draft.js';
import { newCaseForm, sameCaseForm } from '../case-forms/case-form.js';
import { notOpenPage } from '../case-forms/not-open.presenter.js';
import { renderStaleCase } from '../case-forms/render-stale-case.js';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { decisionPath } from '../decisions/open-case.rules.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { reviewAnswerBy } from '../decision-reviews/decision-review.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { OpenReview } from './open-review.js';
import {
  mayOpenReview,
  OPEN_REVIEW_REFUSAL_WORDS,
  type OpenReviewRefusal,
} from './open-review.rules.js';
import { type KnownRequest, readReviewRequest } from './read-review-request.js';
import { reviewOpenedLetter } from './review-letters.js';
import { ReviewRequestForm } from './review-request.form.js';
import {
  type ReviewFault,
  reviewRequestCheckPage,
  reviewRequestPage,
} from './review-request.presenter.js';

@Controller('applications/:reference/reviews')
@Can('open-review')
@KeepsDraft('reviews')
export class ReviewRequestController {
  constructor(
    private readonly openReview: OpenReview,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async new(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const refusal = refusalOf(file, null);
    if (refusal) {
      const because = OPEN_REVIEW_REFUSAL_WORDS[refusal];
      const page = notOpenPage({ reference, because, isDecided: file.decision !== null });
      return renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
    }
    const drawn = newCaseForm(file.application, this.clock.now());
    const form = Object.assign(
      resumeDraft(req, ReviewRequestForm) ?? new ReviewRequestForm(),
      drawn,
    );
    await this.showForm({ file, form, errors: [] }, req, res);
  }

  @Post()
  async create(@Param('reference') reference: string, @Req() req: Request, @Res() res: Response) {
    const file = await this.caseFile(reference);
    const parsed = parseForm(ReviewRequestForm, req.body);
    const { form } = parsed;
    if (file.openReview?.formId === form.formId)
      return redirectSeeOther(res, decisionPath(reference));
    const refusal = refusalOf(file, Number(form.version));
    if (refusal) return this.refused({ file, form, refusal }, req, res);
    const read = readReviewRequest(form, file, londonDateOf(this.clock.now()));
    const errors = parsed.ok ? (read.ok ? [] : read.faults) : parsed.errors;
    if (form.step === 'change' || errors.length > 0 || !read.ok) {
      return this.showForm({ file, form, errors: form.step === 'change' ? [] : errors }, req, res);
    }
    if (form.step === 'check') return this.showCheck({ file, form, read: read.request }, req, res);
    await this.send({ file, form, read: read.request }, req, res);
  }

  private async send({ file, form, read }: Checked, req: Request, res: Response) {
    const { application } = file;
    const outcome = await this.openReview.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: currentStaff(req),
      seenVersion: Number(form.version),
      formId: form.formId,
      ...read,
    });
    if (outcome.ok) return redirectSeeOther(res, decisionPath(application.reference));
    await this.refused({ file, form, refusal: outcome.refusal }, req, res);
  }

  private async refused({ file, form, refusal }: Refused, req: Request, res: Response) {
    await renderStaleCase(req, res, this.database.reader, {
      application: file.application,
      drawnAt: form.drawnAt,
      because: OPEN_REVIEW_REFUSAL_WORDS[refusal],
      typed: [{ label: 'What the resident says', text: form.asked }],
    });
  }

  private async showForm({ file, form, errors }: Shown, req: Request, res: Response) {
    const now = this.clock.now();
    const caseForm = sameCaseForm(form);
    const page = reviewRequestPage({ file, now, caseForm, draft: form, errors });
    const status = errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'reviews-of-decision/new', page, status });
  }

  private async showCheck({ file, form, read }: Checked, req: Request, res: Response) {
    const answerByOn = reviewAnswerBy(
      read.receivedOn,
      settingOn(file.policy.settings, 'review_answer_days', read.receivedOn),
    );
    const page = reviewRequestCheckPage({
      ...{ file, now: this.clock.now(), draft: form, errors: [] },
      ...{ channel: read.channel, receivedOn: read.receivedOn, answerByOn },
      caseForm: sameCaseForm(form),
      letter: reviewOpenedLetter(file, answerByOn, councilFacts(this.settings)),
    });
    await renderPage(req, res, { view: 'case-file/check', page });
  }

  private caseFile(reference: string): Promise<CaseFile> {
    return caseFileOr404(this.database.reader, reference, this.clock.now());
  }
}

interface Shown {
  file: CaseFile;
  form: ReviewRequestForm;
  errors: readonly ReviewFault[];
}

interface Checked {
  file: CaseFile;
  form: ReviewRequestForm;
  read: KnownRequest;
}

interface Refused {
  file: CaseFile;
  form: ReviewRequestForm;
  refusal: OpenReviewRefusal;
}

function refusalOf(file: CaseFile, seenVersion: number | null): OpenReviewRefusal | null {
  const may = mayOpenReview({
    application: file.application,
    seenVersion,
    hasOpenReview: file.openReview !== null,
    hasSecondLook: file.secondLook !== null,
  });
  return may.ok ? null : may.refusal;
}
