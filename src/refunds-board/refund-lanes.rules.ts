import type { CommandState } from '../payments/command-states.rules.js';
import type { CommandKind } from '../payments/payment-actions.rules.js';

/** Where a movement of money can wait, in the order of the board: who has to act comes first. */
export const REFUND_LANES = [
  'failed',
  'attention',
  'twice',
  'unknown',
  'waiting',
  'sent',
  'another_way',
] as const;
export type RefundLane = (typeof REFUND_LANES)[number];

interface LaneTerms {
  title: string;
  /** What it means, and what somebody has to do. */
  means: string;
  isOpen: boolean;
}

export const LANE_TERMS: Readonly<Record<RefundLane, LaneTerms>> = {
  failed: {
    title: 'Refund failed',
    means: 'The bank did not accept it. Pay it another way, then record that here.',
    isOpen: true,
  },
  attention: {
    title: 'Needs attention',
    means: 'A machine cannot finish it. Read why, put it right, then try again.',
    isOpen: true,
  },
  twice: {
    title: 'Given back twice',
    means:
      'It was settled another way, and then the card was refunded after all. Find out what is to be done, then write here how it ended.',
    isOpen: true,
  },
  unknown: {
    title: 'Not confirmed',
    means: 'The answer may be lost. It is read before anything is sent again: nothing to do.',
    isOpen: true,
  },
  waiting: {
    title: 'Waiting',
    means: 'Asked for and not carried out yet: nothing to do.',
    isOpen: true,
  },
  sent: {
    title: 'With the bank',
    means: 'The payment service has it. We look every 15 minutes: nothing to do.',
    isOpen: true,
  },
  another_way: {
    title: 'Settled another way',
    means: 'Given back by another way than the card, with who recorded it.',
    isOpen: false,
  },
};

interface InLane {
  state: CommandState;
  hasFailed: boolean;
  /** More went back for it than was owed, and nobody has said how that ended. */
  isTwice: boolean;
}

/** The lane a command is in; null once the payment service has done it. */
export function laneOf(command: InLane): RefundLane | null {
  switch (command.state) {
    case 'requested':
      return 'waiting';
    case 'unknown':
      return 'unknown';
    case 'sent':
      return 'sent';
    case 'needs_attention':
      return command.hasFailed ? 'failed' : 'attention';
    case 'settled_another_way':
      return command.isTwice ? 'twice' : 'another_way';
    case 'settled':
      return null;
  }
}

export const WHAT_WORDS: Readonly<Record<CommandKind, string>> = {
  capture: 'Take the money',
  release: 'Give it all back',
  refund: 'Give back a part',
};

export const REFUND_AGES = ['', '1h', '1d', '5d'] as const;
export type RefundAge = (typeof REFUND_AGES)[number];
export const AGE_WORDS: Readonly<Record<RefundAge, string>> = {
  '': 'Any age',
  '1h': 'An hour or more',
  '1d': 'A day or more',
  '5d': '5 days or more',
};
const HOURS: Readonly<Record<Exclude<RefundAge, ''>, number>> = { '1h': 1, '1d': 24, '5d': 120 };

/** The instant before which it was asked for; null for any. */
export function askedBefore(age: RefundAge, now: Date): Date | null {
  return age === '' ? null : new Date(now.getTime() - HOURS[age] * 3_600_000);
}

export const REFUND_AMOUNTS = ['', 'to_25', 'to_100', 'more'] as const;
export type RefundAmount = (typeof REFUND_AMOUNTS)[number];
export const AMOUNT_WORDS: Readonly<Record<RefundAmount, string>> = {
  '': 'Any amount',
  to_25: 'Up to £25',
  to_100: 'More than £25, up to £100',
  more: 'More than £100',
};

/** More than the first, up to the second, in pence; null where there is no bound. */
export function amountBounds(amount: RefundAmount): { over: number | null; upTo: number | null } {
  if (amount === 'to_25') return { over: null, upTo: 2500 };
  if (amount === 'to_100') return { over: 2500, upTo: 10_000 };
  return { over: amount === 'more' ? 10_000 : null, upTo: null };
}
