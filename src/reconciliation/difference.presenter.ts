import { linkContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { PostedJournal } from '../ledger/ledger-terms.rules.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { DIFFERENCE_WORDS, STATE_WORDS } from './difference-words.rules.js';
import type { Difference } from '../payment-comparisons/differences.queries.js';
import type { Ours, Theirs } from '../payment-comparisons/differences.rules.js';
import { ACCOUNT_WORDS, JOURNAL_WORDS } from '../ledger/ledger-words.rules.js';
import type { CorrectionShown } from '../payment-comparisons/corrections.queries.js';
import { CORRECTION_CAUSES } from '../payment-comparisons/corrections.rules.js';
import type { AnswerParams, ClosingForm } from './closing.presenter.js';
import {
  apartWords,
  periodInWords,
  RECONCILIATION,
  standingTag,
} from './reconciliation.presenter.js';

export interface DifferencePage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  meaning: string;
  about: SummaryListParams;
  sides: TableParams;
  ledger: TableParams | null;
  /** What keeps the ledger from being corrected, or this person from answering. */
  notice: string | null;
  /** Null when it is closed, or for who may only look. */
  form: ClosingForm | null;
  /** For another supervisor, while a correction waits. */
  answer: AnswerParams | null;
}

type JournalLine = Pick<PostedJournal, 'kind' | 'occurredAt' | 'entries'>;

interface Shown {
  difference: Difference;
  corrections: readonly CorrectionShown[];
  journals: readonly JournalLine[];
  notice: string | null;
  form: ClosingForm | null;
  answer: AnswerParams | null;
  errors: readonly FieldError[];
}

export function differencePage(shown: Shown): DifferencePage {
  const { difference, corrections, journals, notice, form, answer, errors } = shown;
  const { name, meaning } = DIFFERENCE_WORDS[difference.kind];
  return {
    title: name,
    backLink: backLink(RECONCILIATION, 'Back to reconciliation'),
    errors,
    meaning,
    about: summaryList({ rows: aboutRows(difference, corrections) }),
    sides: sidesTable(difference),
    ledger: journals.length === 0 ? null : ledgerTable(journals),
    ...{ notice, form, answer },
  };
}

function aboutRows(difference: Difference, corrections: readonly CorrectionShown[]) {
  const { reference, explanation, gainPence } = difference;
  return [
    { key: 'State', value: standingTag(difference) },
    {
      key: 'Case',
      value: reference === null ? 'None' : linkContent(reference, `/applications/${reference}`),
    },
    { key: 'Payment', value: difference.providerPaymentId },
    { key: 'Found', value: foundWords(difference) },
    gainPence === 0 ? null : { key: 'Our ledger had', value: apartWords(gainPence) },
    ...clearedRows(difference),
    explanation && { key: 'Explanation', value: explanation.words },
    explanation && {
      key: 'Explained by',
      value: `${explanation.byName}, ${formatDateTime(explanation.at)}`,
    },
    ...corrections.flatMap(correctionRows),
  ];
}

function foundWords({ foundAt, lastFoundAt }: Difference): string {
  const first = formatDateTime(foundAt);
  const last = formatDateTime(lastFoundAt);
  return first === last ? first : `${first}, and last on ${last}`;
}

/** It closed by itself: when, and which comparison says so. */
function clearedRows({ clearedAt, clearedBy }: Difference) {
  if (!clearedAt) return [];
  const since = `Since ${formatDateTime(clearedAt)}`;
  if (!clearedBy) return [{ key: 'No longer there', value: since }];
  return [
    { key: 'No longer there', value: since },
    {
      key: 'Resolved by',
      value: linkContent(
        `The comparison of ${periodInWords(clearedBy)}`,
        `${RECONCILIATION}/runs/${clearedBy.runId}`,
      ),
    },
  ];
}

function correctionRows(one: CorrectionShown) {
  const amount = formatPounds(one.sizePence);
  const asked = `${amount}, ${CORRECTION_CAUSES[one.cause].toLowerCase()}. Asked by ${one.askedByName}, ${formatDateTime(one.askedAt)}.`;
  if (one.state === 'waiting') {
    return [
      { key: 'Correction asked for', value: asked },
      { key: 'In their words', value: one.words },
    ];
  }
  const by = one.answeredByName;
  const at = one.answeredAt ? `, ${formatDateTime(one.answeredAt)}` : '';
  if (one.state === 'declined') {
    const because = one.declineWords ?? '';
    return [{ key: 'Correction declined', value: `${asked} Declined by ${by}${at}: ${because}` }];
  }
  const agreed = by === null ? '' : ` Agreed by ${by}${at}.`;
  return [{ key: 'Ledger corrected', value: `${asked}${agreed}` }];
}

/** What each side said when the difference was found. */
function sidesTable({ ours, theirs }: Difference): TableParams {
  const both = (label: string, of: (side: Ours | Theirs) => string) => [
    label,
    theirs ? of(theirs) : '–',
    ours ? of(ours) : '–',
  ];
  const day = (on: Theirs['capturedOn'] | undefined) => ({
    content: on ? formatDate(on) : '–',
    classes: 'desk-cell--time',
  });
  return table({
    caption: 'When it was found',
    scrollRegion: 'When it was found',
    firstCellIsHeader: true,
    head: ['What', 'Payment service', 'Permit Desk'],
    rows: [
      both('State', ({ state }) => STATE_WORDS[state]),
      both('Amount', ({ amountPence }) => formatPounds(amountPence)),
      both('Given back', ({ refundedPence }) => formatPounds(refundedPence)),
      ['On its way, by our ledger', '–', ours ? formatPounds(ours.clearingPence) : '–'],
      ['Taken on', day(theirs?.capturedOn), '–'],
      ['At the bank on', day(theirs?.settledOn), '–'],
    ],
  });
}

function ledgerTable(journals: readonly JournalLine[]): TableParams {
  return table({
    caption: 'Our ledger of this payment',
    scrollRegion: 'Our ledger of this payment',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['When', 'What', 'From', 'To', { content: 'Amount', isNumeric: true }],
    rows: journals.flatMap(({ occurredAt, kind, entries }) =>
      entries.map(({ debit, credit, pence }) => [
        formatDateTime(occurredAt),
        JOURNAL_WORDS[kind],
        ACCOUNT_WORDS[credit],
        ACCOUNT_WORDS[debit],
        { content: formatPounds(pence), isNumeric: true },
      ]),
    ),
  });
}
