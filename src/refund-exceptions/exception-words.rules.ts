import type { ExceptionState } from './exception-states.rules.js';

export const EXCEPTION_REASONS = {
  our_mistake: 'We made a mistake',
  paid_twice: 'Paid twice for the same permit',
  wrong_price: 'Paid the wrong price',
  never_used: 'The permit was never used',
  bereavement: 'A death in the household',
  hardship: 'Hardship',
  other: 'Another reason',
} as const;
export type ExceptionReason = keyof typeof EXCEPTION_REASONS;

export function isExceptionReason(value: string): value is ExceptionReason {
  return Object.hasOwn(EXCEPTION_REASONS, value);
}

export const MOST_EXCEPTION_WORDS = 500;

export const EXCEPTION_STATE_TAGS = {
  requested: { text: 'Waits for an answer', colour: 'yellow' },
  approved: { text: 'Approved', colour: 'green' },
  declined: { text: 'Declined', colour: 'red' },
  withdrawn: { text: 'Taken back', colour: 'grey' },
  lapsed: { text: 'Lapsed', colour: 'grey' },
} as const satisfies Readonly<Record<ExceptionState, { text: string; colour: string }>>;
