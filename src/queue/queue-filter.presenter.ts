import { nested } from '../platform/web/component-types.js';
import { filter, type FilterParams } from '../platform/web/components/filter.js';
import { select } from '../platform/web/components/form-fields.js';
import { queueHref, type QueueAddress } from './queue-address.rules.js';
import {
  NO_FILTERS,
  NO_ZONE,
  QUEUE_AGES,
  QUEUE_HOLDER_WORDS,
  QUEUE_HOLDERS,
  QUEUE_STATUS_WORDS,
  QUEUE_STATUSES,
  type QueueFilters,
} from './queue-filters.rules.js';

/** What there is to choose from. */
export interface QueueChoices {
  types: readonly { code: string; name: string }[];
  zones: readonly { code: string; town: string }[];
}

interface Question {
  name: keyof QueueFilters;
  label: string;
  items: { value: string; text: string }[];
}

export function queueFilter(address: QueueAddress, choices: QueueChoices): FilterParams {
  const questions = questionsOf(choices);
  return filter({
    action: '/queue',
    clearHref: queueHref({ ...address, filters: NO_FILTERS }),
    selected: questions
      .filter(({ name }) => address.filters[name] !== NO_FILTERS[name])
      .map(({ name, label, items }) => ({
        heading: label,
        items: [{ text: chosen(items, address.filters[name]), href: without(address, name) }],
      })),
    hidden: Object.entries(address.order).map(([name, value]) => ({ name, value })),
    fields: questions.map(({ name, label, items }) =>
      nested('components/select', select({ name, label, items, value: address.filters[name] })),
    ),
  });
}

/** The filters chosen, in words: `Zone: Z4 Loughborough`. */
export function filterWords(address: QueueAddress, choices: QueueChoices): string[] {
  return questionsOf(choices)
    .filter(({ name }) => address.filters[name] !== NO_FILTERS[name])
    .map(({ name, label, items }) => `${label}: ${chosen(items, address.filters[name])}`);
}

function questionsOf({ types, zones }: QueueChoices): Question[] {
  return [
    {
      name: 'status',
      label: 'Status',
      items: QUEUE_STATUSES.map((value) => ({ value, text: QUEUE_STATUS_WORDS[value] })),
    },
    {
      name: 'type',
      label: 'Permit type',
      items: [any('type'), ...types.map(({ code, name }) => ({ value: code, text: name }))],
    },
    {
      name: 'zone',
      label: 'Zone',
      items: [
        any('zone'),
        ...zones.map(({ code, town }) => ({ value: code, text: `${code} ${town}` })),
        { value: NO_ZONE, text: 'In no zone' },
      ],
    },
    {
      name: 'age',
      label: 'Age',
      items: QUEUE_AGES.map((value) => ({ value, text: ageText(value) })),
    },
    {
      name: 'assigned',
      label: 'Held by',
      items: QUEUE_HOLDERS.map((value) => ({ value, text: QUEUE_HOLDER_WORDS[value] })),
    },
  ];
}

function any(what: string) {
  return { value: '', text: `Any ${what}` };
}

function ageText(days: string): string {
  if (days === '') return 'Any age';
  return days === '1' ? '1 working day or more' : `${days} working days or more`;
}

function chosen(items: Question['items'], value: string): string {
  return items.find((item) => item.value === value)?.text ?? value;
}

function without(address: QueueAddress, name: keyof QueueFilters): string {
  return queueHref({ ...address, filters: { ...address.filters, [name]: NO_FILTERS[name] } });
}
