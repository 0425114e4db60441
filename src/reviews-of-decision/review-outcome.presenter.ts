import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
  privateNote,
} from '../case-file/case-form-page.presenter.js';
import { moneyKey, moneyOf } from '../case-file/case-words.rules.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import {
  MOST_REVIEW_REASONS,
  REVIEW_CHANNEL_LABELS,
  REVIEW_OUTCOME_LABELS,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '../decision-reviews/decision-review.rules.js';
import type { DecisionReview } from '../decision-reviews/decision-reviews.store.js';
import type { Decision } from '../decisions/decisions.store.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';

/** What was chosen and typed. */
export interface AnswerDraft {
  outcome: string;
  reasons: string;
  privateNote: string;
}

interface ReviewOutcomePage extends CaseFormPage {
  received: string;
  /** What the resident says, paragraph by paragraph. */
  asked: string[];
  decided: string;
  decisionReasons: string[];
  papers: LinkParams[];
  outcome: ChoicesParams;
  reasons: TextareaParams;
  privateNote: TextareaParams;
  check: ButtonParams;
}

interface Answering extends CaseFormDrawn {
  review: DecisionReview;
  decision: Decision;
  decidedBy: string;
  draft: AnswerDraft;
  errors: readonly FieldError[];
}

export function reviewOutcomePage(answering: Answering): ReviewOutcomePage {
  const { file, review, decision, decidedBy, draft, errors } = answering;
  const { reference } = file.application;
  return {
    ...caseFormPage(answering, {
      title: `Answer the review of ${reference}`,
      noun: 'review-outcome',
    }),
    received: `${REVIEW_CHANNEL_LABELS[review.channel]}, received on ${formatDate(review.receivedOn)}. To be answered by ${formatDate(review.answerByOn)}.`,
    asked: review.asked.split('\n').filter((line) => line.trim() !== ''),
    decided: `Rejected by ${decidedBy}, ${formatDateTime(decision.decidedAt)}.`,
    decisionReasons: decision.reasons.map(({ words }) => words),
    papers: file.papers.map(({ position, kind }) =>
      link(
        `Paper ${position}: ${paperKindTerms(kind).label}`,
        `/applications/${reference}/evidence/${position}`,
      ),
    ),
    outcome: outcomeField(draft.outcome, errors),
    reasons: characterCount({
      name: 'reasons',
      label: 'Your answer to what the resident says',
      hint: 'Take up every point. Will be sent to the resident. Not needed where the review was given up.',
      value: draft.reasons,
      error: errorOf(errors, 'reasons'),
      maxlength: MOST_REVIEW_REASONS,
      rows: 8,
    }),
    privateNote: privateNote(draft.privateNote, errors),
    check: button({ text: 'Go on', name: 'step', value: 'check' }),
  };
}

function outcomeField(chosen: string, errors: readonly FieldError[]): ChoicesParams {
  return radios({
    name: 'outcome',
    fieldset: { legend: { text: 'What did you find?', classes: 'govuk-fieldset__legend--m' } },
    error: errorOf(errors, 'outcome'),
    items: REVIEW_OUTCOMES.map((code) => ({
      value: code,
      text: REVIEW_OUTCOME_LABELS[code],
      hint: OUTCOME_HINTS[code],
    })),
    value: chosen,
  });
}

const OUTCOME_HINTS: Readonly<Record<ReviewOutcome, string>> = {
  upheld: 'Also where only some of its reasons were right: say which in your answer.',
  overturned: 'You hold the case at once, and approve or reject it as usual.',
  given_up: 'No letter goes. The decision stays as it is.',
};

interface Checking extends CaseFormDrawn {
  draft: AnswerDraft;
  outcome: ReviewOutcome;
  letter: LetterContent;
}

export function reviewOutcomeCheckPage(checking: Checking): CheckPage {
  const { file, draft, outcome, letter } = checking;
  const money = moneyOf(file.payment, file.commands);
  const paidBack =
    outcome === 'overturned' && money.is === 'returned'
      ? [
          'The payment was given back, or is on its way back. It cannot be approved without it: the resident would have to apply and pay again.',
        ]
      : [];
  return checkPage(checking, {
    title: `Check before you answer the review of ${file.application.reference}`,
    noun: 'review-outcome',
    hidden: [
      { name: 'outcome', value: draft.outcome },
      { name: 'reasons', value: draft.reasons },
      { name: 'privateNote', value: draft.privateNote },
      { name: 'money', value: moneyKey(money) },
    ],
    effects: [
      outcome === 'overturned'
        ? 'The rejection no longer stands. You hold the case and decide it.'
        : 'The decision stands, and the review is closed.',
      ...paidBack,
      'The letter below is sent now.',
    ],
    letter,
    ownWords: [draft.reasons],
    send: button({ text: 'Answer and send', variant: 'warning', name: 'step', value: 'send' }),
    change: 'Change the answer',
  });
}
