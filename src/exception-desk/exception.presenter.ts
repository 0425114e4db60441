import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import { nested, tagContent } from '../platform/web/component-types.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { characterCount } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { type SummaryListParams, summaryList } from '../platform/web/components/summary-list.js';
import type { EvidenceViewerParams, ViewerPlace } from '../platform/web/components/viewer.js';
import type { FieldError } from '../platform/web/parse-form.js';
import {
  EXCEPTION_REASONS,
  EXCEPTION_STATE_TAGS,
  MOST_EXCEPTION_WORDS,
} from '../refund-exceptions/exception-words.rules.js';
import { leftOfLimit } from '../refund-exceptions/exception-limit.rules.js';
import type { RefundException } from '../refund-exceptions/refund-exceptions.store.js';
import { formatDateTime, formatDeadline } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { exceptionViewer, paperLine } from './exception-paper.presenter.js';
import type { ExceptionPaper } from './exception-paper.queries.js';

export interface ExceptionPage extends CaseFormPage {
  width: 'full' | 'normal';
  /** The paper beside the request; null where there is none, or for who sees no papers. */
  viewer: EvidenceViewerParams | null;
  formId: string;
  facts: SummaryListParams;
  /** For another person with the power. */
  answer: {
    /** How much this person may approve, and what counts towards it. */
    limit: string;
    choice: ChoicesParams;
    check: ButtonParams;
  } | null;
  /** For whoever asked. */
  takeBack: { action: string; submit: ButtonParams } | null;
  /** Why this person cannot answer a request that waits. */
  whyNot: string | null;
}

interface Showing extends CaseFormDrawn {
  exception: RefundException;
  names: { requestedBy: string; settledBy: string | null };
  draft: { answer: string; words: string };
  errors: readonly FieldError[];
  paper: ExceptionPaper | null;
  place: ViewerPlace;
  othersPence: Pence;
  /** As much as this person's role may approve today. */
  limitPence: Pence;
  mayAnswer: boolean;
  mayTakeBack: boolean;
  maySeePapers: boolean;
  whyNot: string | null;
}

export function exceptionPage(showing: Showing): ExceptionPage {
  const { file, exception, mayAnswer, mayTakeBack } = showing;
  const { reference } = file.application;
  const path = `refund-exceptions/${exception.id}`;
  const viewer = viewerOf(showing, `/applications/${reference}/${path}`);
  return {
    width: viewer === null ? 'normal' : 'full',
    ...{ viewer, formId: ANSWER_FORM },
    ...caseFormPage(showing, {
      title: `${formatPounds(exception.amountPence)} back for ${reference}`,
      noun: `${path}/reply`,
    }),
    facts: factsOf(showing),
    answer: mayAnswer
      ? {
          limit: limitWords(showing),
          choice: answerField(showing),
          check: button({ text: 'Check your answer', name: 'step', value: 'check' }),
        }
      : null,
    takeBack: mayTakeBack
      ? {
          action: `/applications/${reference}/${path}/withdrawal`,
          submit: button({ text: 'Take the request back', variant: 'secondary' }),
        }
      : null,
    whyNot: showing.whyNot,
  };
}

function viewerOf(
  { file, paper: shown, place, maySeePapers, mayAnswer }: Showing,
  path: string,
): EvidenceViewerParams | null {
  if (shown === null || !maySeePapers) return null;
  const { reference } = file.application;
  const formId = mayAnswer ? ANSWER_FORM : null;
  return exceptionViewer({ reference, path, shown, place, formId });
}

function isWithinLimit({ exception, limitPence, othersPence }: Showing): boolean {
  return exception.amountPence <= leftOfLimit(limitPence, othersPence);
}

function limitWords(showing: Showing): string {
  const { exception, limitPence, othersPence } = showing;
  const limit = `You may approve up to ${formatPounds(limitPence)} of one payment, all its exceptions together.`;
  const together = formatPounds(exception.amountPence + othersPence);
  const counted =
    othersPence === 0
      ? `This one is ${formatPounds(exception.amountPence)}.`
      : `With this one they come to ${together}.`;
  const more = isWithinLimit(showing) ? '' : ' That is more, so you can only decline it.';
  return `${limit} ${counted}${more}`;
}

function factsOf(showing: Showing): SummaryListParams {
  const { exception, names, othersPence, paper, maySeePapers } = showing;
  const { reference } = showing.file.application;
  const { state, settledAt, declineWords } = exception;
  const tag = EXCEPTION_STATE_TAGS[state];
  const waits = state === 'requested';
  const by = names.settledBy === null ? '' : ` by ${names.settledBy}`;
  return summaryList({
    rows: [
      { key: 'State', value: tagContent(tag.text, tag.colour) },
      { key: 'Amount', value: formatPounds(exception.amountPence) },
      othersPence === 0
        ? null
        : {
            key: 'Other exceptions of this payment',
            value: `${formatPounds(othersPence)} asked for or approved`,
          },
      { key: 'Goes to', value: 'The card the permit was paid with' },
      { key: 'Reason', value: EXCEPTION_REASONS[exception.reason] },
      { key: 'What happened', value: exception.words },
      { key: 'Paper', value: paperLine(paper, { reference, maySee: maySeePapers }) },
      {
        key: 'Asked by',
        value: `${names.requestedBy}, ${formatDateTime(exception.requestedAt)}`,
      },
      {
        key: 'The resident',
        value: exception.isAskedByResident ? 'Asked for it' : 'Has not asked for it',
      },
      waits ? { key: 'Lapses', value: formatDeadline(exception.lapsesAt) } : null,
      settledAt ? { key: 'Answered', value: `${formatDateTime(settledAt)}${by}` } : null,
      declineWords ? { key: 'Why declined', value: declineWords } : null,
    ],
  });
}

function answerField(showing: Showing): ChoicesParams {
  const { draft, errors } = showing;
  const { isAskedByResident } = showing.exception;
  const words = characterCount({
    name: 'words',
    label: 'Why you decline',
    hint: isAskedByResident
      ? 'Will be sent to the resident.'
      : 'For colleagues. The resident did not ask and is not written to.',
    value: draft.words,
    error: errorOf(errors, 'words'),
    maxlength: MOST_EXCEPTION_WORDS,
    rows: 3,
  });
  return radios({
    name: 'answer',
    fieldset: { legend: { text: 'Your answer', classes: 'govuk-fieldset__legend--m' } },
    value: draft.answer,
    error: errorOf(errors, 'answer'),
    small: true,
    items: [
      ...(isWithinLimit(showing) ? [APPROVE] : []),
      { value: 'decline', text: 'Decline', conditional: nested('components/textarea', words) },
    ],
  });
}

const ANSWER_FORM = 'answer-form';

const APPROVE = {
  value: 'approve',
  text: 'Approve',
  hint: 'The money goes back to the card. You cannot undo this.',
};
