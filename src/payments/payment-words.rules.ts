import { formatDateTime } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { CommandState } from './command-states.rules.js';
import type { CommandEffect, CommandKind, ProviderState } from './payment-actions.rules.js';

interface PaymentFacts {
  amountPence: number;
  state: ProviderState;
  refundedPence: number;
  holdEndsAt: Date | null;
  stateReadAt: Date | null;
}

/** Where the money is, as the provider was last read; in one sentence. */
export function moneyNow(payment: PaymentFacts): string {
  const amount = formatPounds(payment.amountPence);
  if (payment.stateReadAt === null) return `${amount}, not yet read at the payment service.`;
  switch (payment.state) {
    case 'created':
    case 'started':
      return `${amount}, not paid yet.`;
    case 'submitted':
      return `${amount}, being taken.`;
    case 'capturable':
      return payment.holdEndsAt
        ? `${amount} held until ${formatDateTime(payment.holdEndsAt)}.`
        : `${amount} held.`;
    case 'success':
      return payment.refundedPence > 0
        ? `${amount} taken, ${formatPounds(payment.refundedPence)} given back.`
        : `${amount} taken.`;
    case 'failed':
      return `${amount} is neither held nor taken: the payment failed or its hold lapsed.`;
    case 'cancelled':
      return `The hold of ${amount} is cancelled.`;
    case 'error':
      return `The payment service reports an error for this payment of ${amount}.`;
  }
}

/** Kept as the problem of a command whose refund the bank did not accept (R-PAY-4). */
export const REFUND_FAILED = 'The refund failed at the bank: pay it back another way.';

const ASKED: Readonly<Record<CommandKind, string>> = {
  capture: 'Told the payment service to take the money',
  release: 'Told the payment service to give the money back',
  refund: 'Told the payment service to make a refund',
};

export const EFFECT_WORDS: Readonly<Record<CommandEffect, string>> = {
  captured: 'Money taken',
  hold_cancelled: 'Hold cancelled: the money is back in the available balance',
  refunded: 'Refund sent to the card',
  nothing_to_return: 'Nothing was held or taken, so there was nothing to give back',
  nothing_to_take: 'Nothing was held any more, so nothing was taken',
};

interface CommandFacts {
  kind: CommandKind;
  state: CommandState;
  effect: CommandEffect | null;
  attempts: number;
  lastProblem: string | null;
  requestedAt: Date;
  settledAt: Date | null;
}

/** One step of the money with its time; `when` is null for what is still to come. */
export interface MoneyStep {
  words: string;
  when: string | null;
  isProblem: boolean;
}

/** What was asked of the payment service, what came of it, and what is still awaited. */
export function moneySteps(command: CommandFacts): MoneyStep[] {
  const steps: MoneyStep[] = [
    { words: ASKED[command.kind], when: formatDateTime(command.requestedAt), isProblem: false },
  ];
  if (command.lastProblem !== null) {
    steps.push({ words: command.lastProblem, when: null, isProblem: true });
  }
  return [...steps, lastStep(command)];
}

function lastStep({ state, effect, settledAt }: CommandFacts): MoneyStep {
  switch (state) {
    case 'settled':
      return {
        words: effect ? EFFECT_WORDS[effect] : 'Settled',
        when: settledAt && formatDateTime(settledAt),
        isProblem: false,
      };
    case 'needs_attention':
      return { words: 'A person must look at this payment', when: null, isProblem: true };
    case 'settled_another_way':
      return {
        words: 'Paid back another way',
        when: settledAt && formatDateTime(settledAt),
        isProblem: false,
      };
    case 'sent':
      return {
        words: 'Refund sent; waiting for the bank to confirm',
        when: null,
        isProblem: false,
      };
    case 'unknown':
      return { words: 'Waiting for the payment service to confirm', when: null, isProblem: false };
    case 'requested':
      return { words: 'Waiting to be carried out', when: null, isProblem: false };
  }
}
