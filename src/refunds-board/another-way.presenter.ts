import { causeWords } from '../money-story/cause-words.rules.js';
import {
  input,
  type InputParams,
  textarea,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { AnotherWayForm } from './another-way.form.js';
import { WHAT_WORDS } from './refund-lanes.rules.js';
import { REFUNDS_PATH } from './refunds-address.rules.js';
import type { RefundRow } from './refunds.queries.js';

export interface AnotherWayPage {
  title: string;
  errors: readonly FieldError[];
  backLink: PlainLinkParams;
  facts: SummaryListParams;
  action: string;
  formId: string;
  reference: InputParams;
  reason: TextareaParams;
  effects: string[];
  submit: ButtonParams;
}

export function anotherWayPage(
  row: RefundRow,
  form: AnotherWayForm,
  errors: readonly FieldError[],
): AnotherWayPage {
  const amount = formatPounds(row.amountPence);
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text ?? null;
  return {
    title: `Settled another way: ${row.reference}`,
    errors,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    facts: factsOf(row, amount),
    action: `${REFUNDS_PATH}/${row.commandId}/another-way`,
    formId: form.formId,
    reference: input({
      name: 'reference',
      label: 'Reference of the payment you made',
      hint: 'Where finance finds it, such as the number of a cheque or transfer. No bank details.',
      value: form.reference,
      error: errorOf('reference'),
      autocomplete: 'off',
    }),
    reason: textarea({
      name: 'reason',
      label: 'How it was given back, and why not by card',
      hint: 'Colleagues and auditors read it. It is not sent to the resident.',
      value: form.reason,
      error: errorOf('reason'),
      rows: 4,
    }),
    effects: effectsOf(amount),
    submit: button({ text: `Record ${amount} as given back`, variant: 'warning' }),
  };
}

function factsOf(row: RefundRow, amount: string): SummaryListParams {
  return summaryList({
    rows: [
      { key: 'What', value: WHAT_WORDS[row.kind] },
      { key: 'Amount', value: amount },
      { key: 'Because', value: causeWords(row) },
      { key: 'Asked for', value: formatDateTime(row.requestedAt) },
      { key: 'What went wrong', value: row.problem ?? 'Not known' },
    ],
  });
}

function effectsOf(amount: string): string[] {
  return [
    `The ledger no longer owes the resident ${amount}.`,
    'The card is not tried again. This cannot be undone.',
    'The resident sees on their own page that it was given back, and not to the card.',
    'Your name, the time, the reference and the reason are kept for good.',
  ];
}

export interface NotWaitingPage {
  title: string;
  backLink: PlainLinkParams;
  because: string;
  typed: { label: string; text: string }[];
}

/** What was typed is given back, for it may be needed elsewhere. */
export function notWaitingPage(
  { reference }: RefundRow,
  because: string,
  form: AnotherWayForm | null,
): NotWaitingPage {
  const typed = form
    ? [
        { label: 'Reference', text: form.reference },
        { label: 'Reason', text: form.reason },
      ]
    : [];
  return {
    title: `Nothing to settle: ${reference}`,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    because,
    typed: typed.filter(({ text }) => text !== ''),
  };
}
