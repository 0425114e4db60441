import { causeWords } from '../money-story/cause-words.rules.js';
import { isWayToPay, WAY_LABELS, WAYS_TO_PAY } from '../paid-another-way/ways-to-pay.rules.js';
import { checkboxes, type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import { warningText, type WarningTextParams } from '../platform/web/components/messages.js';
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
import { mustBeChecked } from './another-way.rules.js';
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
  way: ChoicesParams;
  paidOn: DateInputParams;
  reference: InputParams;
  reason: TextareaParams;
  /** Only where nobody but a person can find out whether the money went back already. */
  notKnown: { warning: WarningTextParams; checked: ChoicesParams } | null;
  submit: ButtonParams;
}

type Errors = readonly FieldError[];

export function anotherWayPage(
  row: RefundRow,
  form: AnotherWayForm,
  errors: Errors,
): AnotherWayPage {
  const amount = formatPounds(row.amountPence);
  return {
    title: `Settled another way: ${row.reference}`,
    errors,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    facts: factsOf(row, amount),
    action: `${REFUNDS_PATH}/${row.commandId}/another-way`,
    formId: form.formId,
    way: wayField(form, errors),
    paidOn: paidOnField(form, errors),
    reference: input({
      name: 'reference',
      label: 'Reference of the payment you made',
      hint: 'The number of the cheque or transfer, so that finance finds it. Never an account number. A short one is also in the letter to the resident.',
      value: form.reference,
      error: errorOf(errors, 'reference'),
      autocomplete: 'off',
      classes: 'govuk-input--width-20',
    }),
    reason: textarea({
      name: 'reason',
      label: 'Why it was not given back by card',
      hint: 'Colleagues and auditors read it. It is not sent to the resident.',
      value: form.reason,
      error: errorOf(errors, 'reason'),
      rows: 3,
    }),
    notKnown: mustBeChecked(row.sentAt, row) ? notKnownThere(form, errors) : null,
    submit: button({ text: 'Check before you record it', name: 'step', value: 'check' }),
  };
}

function errorOf(errors: Errors, name: string): string | null {
  return errors.find(({ field }) => field === name)?.text ?? null;
}

function wayField({ way }: AnotherWayForm, errors: Errors): ChoicesParams {
  return radios({
    name: 'way',
    fieldset: 'How you paid it',
    hint: 'The letter to the resident says so.',
    value: way,
    error: errorOf(errors, 'way'),
    small: true,
    items: WAYS_TO_PAY.map((value) => ({ value, text: WAY_LABELS[value] })),
  });
}

function paidOnField({ paidOn }: AnotherWayForm, errors: Errors): DateInputParams {
  return dateInput({
    id: 'paidOn',
    fieldset: 'The day you paid it',
    error: errorOf(errors, 'paidOn'),
    values: paidOn,
    parts: (['day', 'month', 'year'] as const).map((part) => ({ part, name: `paidOn[${part}]` })),
  });
}

function notKnownThere({ checked }: AnotherWayForm, errors: Errors) {
  return {
    warning: warningText(
      'The payment service was told to give this money back, and does not know the payment now. The money may have gone back already. Ask the payment service before you pay it another way.',
    ),
    checked: checkboxes({
      name: 'checked',
      fieldset: null,
      small: true,
      values: checked === '' ? [] : [checked],
      error: errorOf(errors, 'checked'),
      items: [
        { value: 'yes', text: 'I asked the payment service, and this money has not gone back' },
      ],
    }),
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
  typed: NotWaitingPage['typed'],
): NotWaitingPage {
  return {
    title: `Nothing to settle: ${reference}`,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    because,
    typed: typed.filter(({ text }) => text !== ''),
  };
}

export function typedAnotherWay({ way, reference, reason }: AnotherWayForm) {
  return [
    { label: 'How you paid it', text: isWayToPay(way) ? WAY_LABELS[way] : '' },
    { label: 'Reference', text: reference },
    { label: 'Reason', text: reason },
  ];
}
