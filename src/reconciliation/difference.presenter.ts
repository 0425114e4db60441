import { linkContent } from '../platform/web/component-types.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { PostedJournal } from '../ledger/ledger-terms.rules.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { DIFFERENCE_WORDS, STATE_WORDS } from './difference-words.rules.js';
import type { Difference } from './differences.queries.js';
import type { Ours, Theirs } from './differences.rules.js';
import { ACCOUNT_WORDS, JOURNAL_WORDS } from '../ledger/ledger-words.rules.js';
import { type ExplanationForm, MOST_WORDS } from './reconciliation.form.js';
import { RECONCILIATION, standingTag } from './reconciliation.presenter.js';

export interface DifferencePage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  meaning: string;
  about: SummaryListParams;
  sides: TableParams;
  ledger: TableParams | null;
  /** Null when it is closed, or for who may only look. */
  form: { action: string; formId: string; words: TextareaParams; send: ButtonParams } | null;
}

interface Shown {
  difference: Difference;
  journals: readonly PostedJournal[];
  form: ExplanationForm | null;
  errors: readonly FieldError[];
}

export function differencePage({ difference, journals, form, errors }: Shown): DifferencePage {
  const { name, meaning } = DIFFERENCE_WORDS[difference.kind];
  return {
    title: name,
    backLink: backLink(RECONCILIATION, 'Back to reconciliation'),
    errors,
    meaning,
    about: summaryList({ rows: aboutRows(difference) }),
    sides: sidesTable(difference),
    ledger: journals.length === 0 ? null : ledgerTable(journals),
    form: form && explanationForm(difference, form, errors),
  };
}

function aboutRows(difference: Difference) {
  const { reference, explanation, clearedAt } = difference;
  return [
    { key: 'State', value: standingTag(difference) },
    {
      key: 'Case',
      value: reference === null ? 'None' : linkContent(reference, `/applications/${reference}`),
    },
    { key: 'Payment', value: difference.providerPaymentId },
    { key: 'Found', value: formatDateTime(difference.foundAt) },
    ...(clearedAt ? [{ key: 'No longer there', value: `Since ${formatDateTime(clearedAt)}` }] : []),
    ...(explanation
      ? [
          { key: 'Explanation', value: explanation.words },
          {
            key: 'Explained by',
            value: `${explanation.byName}, ${formatDateTime(explanation.at)}`,
          },
        ]
      : []),
  ];
}

/** What each side said when the difference was found. */
function sidesTable({ ours, theirs }: Difference): TableParams {
  const both = (label: string, of: (side: Ours | Theirs) => string) => [
    label,
    theirs ? of(theirs) : '–',
    ours ? of(ours) : '–',
  ];
  const day = (on: Theirs['capturedOn'] | undefined) => (on ? formatDate(on) : '–');
  return table({
    caption: 'When it was found',
    scrollRegion: 'When it was found',
    firstCellIsHeader: true,
    head: ['What', 'Payment service', 'Permit Desk'],
    rows: [
      both('State', ({ state }) => STATE_WORDS[state]),
      both('Amount', ({ amountPence }) => formatPounds(amountPence)),
      both('Given back', ({ refundedPence }) => formatPounds(refundedPence)),
      ['Lies at the service, by our ledger', '–', ours ? formatPounds(ours.clearingPence) : '–'],
      ['Taken on', day(theirs?.capturedOn), '–'],
      ['At the bank on', day(theirs?.settledOn), '–'],
    ],
  });
}

function ledgerTable(journals: readonly PostedJournal[]): TableParams {
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

function explanationForm(
  { id }: Difference,
  { words, formId }: ExplanationForm,
  errors: readonly FieldError[],
): NonNullable<DifferencePage['form']> {
  return {
    action: `${RECONCILIATION}/differences/${id}/explanation`,
    formId,
    words: characterCount({
      name: 'words',
      label: { text: 'Explain and close', classes: 'govuk-label--m' },
      hint: 'What it is, and why it may be closed. Kept with your name, and not changed later.',
      value: words,
      error: errors.find(({ field }) => field === 'words')?.text ?? null,
      maxlength: MOST_WORDS,
      rows: 4,
    }),
    send: button({ text: 'Close the difference' }),
  };
}
