import type { ProviderState } from '../payments/payment-actions.rules.js';
import type { TagColour } from '../platform/web/component-types.js';
import type { DifferenceKind } from '../payment-comparisons/differences.rules.js';

interface Words {
  name: string;
  /** What a person should look at. */
  meaning: string;
}

export const DIFFERENCE_WORDS: Readonly<Record<DifferenceKind, Words>> = {
  amount_differs: {
    name: 'Amount differs',
    meaning:
      'The payment service and Permit Desk do not name the same amount, or not the same amount given back. Compare the two columns, then the ledger of the case.',
  },
  ours_missing: {
    name: 'Not known to Permit Desk',
    meaning:
      'Money is held or was taken at the payment service, but no application names this payment. Look for an application that never arrived, or a payment made for something else.',
  },
  theirs_missing: {
    name: 'Not known to the payment service',
    meaning:
      'An application names this payment, but the payment service does not know it. No permit may rest on it.',
  },
  duplicate: {
    name: 'Paid twice',
    meaning:
      'Another payment with the same reference holds money too. One of the two may have to be given back.',
  },
  state_differs: {
    name: 'State differs',
    meaning:
      'The payment service says another state than Permit Desk has kept, although it was just read again.',
  },
  late_settlement: {
    name: 'Late settlement',
    meaning:
      'The money was taken more than a week before it reached the bank, or has not reached it yet. Ask the payment service.',
  },
};

/** The payment service's own states, as people say them. */
export const STATE_WORDS: Readonly<Record<ProviderState, string>> = {
  created: 'Not paid yet',
  started: 'Not paid yet',
  submitted: 'Being taken',
  capturable: 'Held',
  success: 'Taken',
  failed: 'Failed, or the hold lapsed',
  cancelled: 'Cancelled',
  error: 'Error',
};

export type Standing = 'open' | 'waiting' | 'explained' | 'cleared';

export const STANDING_TAGS: Readonly<Record<Standing, { text: string; colour: TagColour }>> = {
  open: { text: 'Open', colour: 'yellow' },
  waiting: { text: 'Waits for a colleague', colour: 'yellow' },
  explained: { text: 'Explained', colour: 'green' },
  cleared: { text: 'No longer there', colour: 'grey' },
};

/** A person's words stand, whatever later comparisons find. */
export function standingOf(difference: {
  explanation: object | null;
  clearedAt: Date | null;
  isWaiting: boolean;
}): Standing {
  if (difference.explanation) return 'explained';
  if (difference.clearedAt) return 'cleared';
  return difference.isWaiting ? 'waiting' : 'open';
}
