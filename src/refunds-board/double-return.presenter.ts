import { causeWords } from '../money-story/cause-words.rules.js';
import type { PaidAnotherWayShown } from '../paid-another-way/paid-another-way.queries.js';
import { linkContent } from '../platform/web/component-types.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import type { DoubleReturnForm } from './double-return.form.js';
import { REFUNDS_PATH } from './refunds-address.rules.js';
import type { RefundRow } from './refunds.queries.js';

export interface DoubleReturnPage {
  title: string;
  errors: readonly FieldError[];
  backLink: PlainLinkParams;
  facts: SummaryListParams;
  means: string;
  action: string;
  formId: string;
  words: TextareaParams;
  effects: string[];
  submit: ButtonParams;
}

interface Shown {
  row: RefundRow;
  way: PaidAnotherWayShown | null;
  /** What went back too much. */
  tooMuchPence: Pence;
  form: DoubleReturnForm;
  errors: readonly FieldError[];
}

export function doubleReturnPage(shown: Shown): DoubleReturnPage {
  const { row, form, errors } = shown;
  const amount = formatPounds(shown.tooMuchPence);
  return {
    title: `Given back twice: ${row.reference}`,
    errors,
    backLink: backLink(REFUNDS_PATH, 'Back to refunds and payments'),
    facts: factsOf(shown, amount),
    means:
      'It was paid another way, and then the payment service refunded the card too. Ask finance whether one of the two can be stopped, or whether to ask the resident to pay it back.',
    action: `${REFUNDS_PATH}/${row.commandId}/double-return`,
    formId: form.formId,
    words: characterCount({
      name: 'words',
      label: 'How it ended',
      hint: 'Colleagues and auditors read it. It is not sent to the resident.',
      value: form.words,
      error: errors.find(({ field }) => field === 'words')?.text ?? null,
      maxlength: 500,
      rows: 4,
    }),
    effects: [
      `Our ledger writes off ${amount}. Nothing is asked of the resident, and no letter goes.`,
      'If the bank sends the refund back later, our ledger takes this back by itself.',
      'Your name, the time and your words are kept for good.',
    ],
    submit: button({ text: `Close and write off ${amount}`, variant: 'warning' }),
  };
}

function factsOf({ row, way }: Shown, amount: string): SummaryListParams {
  const { reference } = row;
  const paid = way ? `${formatPounds(way.amountPence)}: ${way.reference}` : 'Not known';
  return summaryList({
    rows: [
      { key: 'Case', value: linkContent(reference, `/applications/${reference}#money`) },
      { key: 'Owed', value: formatPounds(row.amountPence) },
      { key: 'Because', value: causeWords(row) },
      { key: 'Given back another way', value: paid },
      way
        ? { key: 'Recorded by', value: `${way.settledByName}, ${formatDateTime(way.settledAt)}` }
        : null,
      { key: 'Too much given back', value: amount },
    ],
  });
}
