import { CAUSE_WORDS } from '../money-story/cause-words.rules.js';
import { COMMAND_CAUSES } from '../payments/payment-actions.rules.js';
import { nested } from '../platform/web/component-types.js';
import { filter, type FilterParams } from '../platform/web/components/filter.js';
import { input, select } from '../platform/web/components/form-fields.js';
import {
  AGE_WORDS,
  AMOUNT_WORDS,
  LANE_TERMS,
  REFUND_AGES,
  REFUND_AMOUNTS,
  REFUND_LANES,
} from './refund-lanes.rules.js';
import { NO_REFUND_FILTERS, REFUNDS_PATH, refundsHref } from './refunds-address.rules.js';
import { REFUND_KINDS, type RefundFilters } from './refunds.form.js';

type Asked = Exclude<keyof RefundFilters, 'reference'>;

const KIND_WORDS = { '': 'All', back: 'Giving money back', take: 'Taking money' } as const;

const QUESTIONS: readonly {
  name: Asked;
  label: string;
  items: { value: string; text: string }[];
}[] = [
  {
    name: 'lane',
    label: 'Where it waits',
    items: [
      { value: '', text: 'Everything open' },
      ...REFUND_LANES.map((value) => ({ value, text: LANE_TERMS[value].title })),
    ],
  },
  {
    name: 'what',
    label: 'What',
    items: REFUND_KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
  },
  {
    name: 'cause',
    label: 'Because of',
    items: [
      { value: '', text: 'Any cause' },
      ...COMMAND_CAUSES.map((value) => ({ value, text: CAUSE_WORDS[value] })),
    ],
  },
  {
    name: 'age',
    label: 'Age',
    items: REFUND_AGES.map((value) => ({ value, text: AGE_WORDS[value] })),
  },
  {
    name: 'amount',
    label: 'Amount',
    items: REFUND_AMOUNTS.map((value) => ({ value, text: AMOUNT_WORDS[value] })),
  },
];

export function refundsFilter(filters: RefundFilters): FilterParams {
  const chosen = QUESTIONS.filter(({ name }) => filters[name] !== '');
  const without = (name: keyof RefundFilters) => refundsHref({ ...filters, [name]: '' });
  const reference = filters.reference;
  return filter({
    action: REFUNDS_PATH,
    clearHref: refundsHref(NO_REFUND_FILTERS),
    selected: [
      ...chosen.map(({ name, label, items }) => ({
        heading: label,
        items: [{ text: textOf(items, filters[name]), href: without(name) }],
      })),
      ...(reference === ''
        ? []
        : [{ heading: 'Case', items: [{ text: reference, href: without('reference') }] }]),
    ],
    fields: [
      nested(
        'components/input',
        input({
          name: 'reference',
          label: 'Case reference',
          hint: 'Or how it begins',
          value: reference,
          autocomplete: 'off',
        }),
      ),
      ...QUESTIONS.map(({ name, label, items }) =>
        nested('components/select', select({ name, label, items, value: filters[name] })),
      ),
    ],
  });
}

/** What the list is narrowed to, in words, for the file and the log of files. */
export function filtersInWords(filters: RefundFilters): string {
  const parts = QUESTIONS.filter(({ name }) => filters[name] !== '').map(
    ({ name, label, items }) => `${label}: ${textOf(items, filters[name])}`,
  );
  if (filters.reference !== '') parts.push(`Case: ${filters.reference}`);
  return parts.length === 0 ? 'Everything open' : parts.join('; ');
}

function textOf(items: readonly { value: string; text: string }[], value: string): string {
  return items.find((item) => item.value === value)?.text ?? value;
}
