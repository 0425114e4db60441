import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { linkContent, nested, tagContent } from '../platform/web/component-types.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { characterCount } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { type SummaryListParams, summaryList } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import {
  EXCEPTION_REASONS,
  EXCEPTION_STATE_TAGS,
  MOST_EXCEPTION_WORDS,
} from '../refund-exceptions/exception-words.rules.js';
import type { RefundException } from '../refund-exceptions/refund-exceptions.store.js';
import { formatDateTime, formatDeadline } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';

export interface ExceptionPage extends CaseFormPage {
  facts: SummaryListParams;
  /** For another person with the power. */
  answer: { choice: ChoicesParams; check: ButtonParams } | null;
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
  mayAnswer: boolean;
  mayTakeBack: boolean;
  maySeePapers: boolean;
  whyNot: string | null;
}

export function exceptionPage(showing: Showing): ExceptionPage {
  const { file, exception, draft, errors, mayAnswer, mayTakeBack } = showing;
  const { reference } = file.application;
  const path = `refund-exceptions/${exception.id}`;
  return {
    ...caseFormPage(showing, {
      title: `${formatPounds(exception.amountPence)} back for ${reference}`,
      noun: `${path}/reply`,
    }),
    facts: factsOf(showing),
    answer: mayAnswer
      ? {
          choice: answerField(exception, draft, errors),
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

function factsOf({ file, exception, names, maySeePapers }: Showing): SummaryListParams {
  const { state, settledAt, declineWords } = exception;
  const tag = EXCEPTION_STATE_TAGS[state];
  const waits = state === 'requested';
  const by = names.settledBy === null ? '' : ` by ${names.settledBy}`;
  return summaryList({
    rows: [
      { key: 'State', value: tagContent(tag.text, tag.colour) },
      { key: 'Amount', value: formatPounds(exception.amountPence) },
      { key: 'Goes to', value: 'The card the permit was paid with' },
      { key: 'Reason', value: EXCEPTION_REASONS[exception.reason] },
      { key: 'What happened', value: exception.words },
      { key: 'Paper', value: paperValue(file, exception.paperId, maySeePapers) },
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

function paperValue(file: CaseFile, paperId: string | null, maySee: boolean) {
  if (paperId === null) return 'None';
  const paper = file.papers.find((one) => one.paperId === paperId);
  if (!paper) return 'A paper that was replaced since';
  const text = `${paper.position}. ${paperKindTerms(paper.kind).label}`;
  const href = `/applications/${file.application.reference}/evidence/${paper.position}`;
  return maySee ? linkContent(text, href) : text;
}

function answerField(
  { isAskedByResident }: RefundException,
  draft: Showing['draft'],
  errors: readonly FieldError[],
): ChoicesParams {
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
      {
        value: 'approve',
        text: 'Approve',
        hint: 'The money goes back to the card. You cannot undo this.',
      },
      { value: 'decline', text: 'Decline', conditional: nested('components/textarea', words) },
    ],
  });
}
