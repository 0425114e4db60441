import type { CommandState } from '../payments/command-states.rules.js';
import type { CommandKind } from '../payments/payment-actions.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { Pence } from '../shared/money.js';

export type AnotherWayRefusal =
  'not_waiting' | 'nothing_owed' | 'own_request' | 'not_known' | 'not_checked';

/** Who records it, and who asked for the exception that it is about; null where it is about none. */
export interface Payer {
  by: string;
  askedBy: string | null;
}

/** One of the two who signed may say to whom it goes instead of the card, but not who asked (R-CAN-2). */
export function isOwnRequest({ by, askedBy }: Payer): boolean {
  return by === askedBy;
}

/** How the payment service last answered about the payment. */
export interface LastLook {
  /** When the payment was last read at the payment service. */
  stateReadAt: Date | null;
  /** When the payment service last said that it does not know the payment. */
  notFoundAt: Date | null;
}

interface Facts extends LastLook, Payer {
  command: { kind: CommandKind; state: CommandState; sentAt: Date | null };
  /** A person has asked the payment service, and nothing went back. */
  isChecked: boolean;
  /** What the ledger still owes for this command. */
  owedPence: Pence;
}

/**
 * The payment service knew nothing of the payment when it was last asked: it will not say what became
 * of what was sent, however often it is asked.
 */
export function isNotKnownThere({ stateReadAt, notFoundAt }: LastLook): boolean {
  return notFoundAt !== null && (stateReadAt === null || stateReadAt < notFoundAt);
}

/** It was sent, and only a person can find out what became of it. */
export function mustBeChecked(sentAt: Date | null, look: LastLook): boolean {
  return sentAt !== null && isNotKnownThere(look);
}

/**
 * A person pays another way only what the ledger owes, only while no machine works on it, and only
 * when the payment was read since it was last sent: a refund whose answer was lost may be on its way,
 * and must not be paid twice (R-PAY-4). Where the payment service does not know the payment any more,
 * a person asks it, and says so.
 */
export function decideAnotherWay(facts: Facts): Outcome<{ pence: Pence }, AnotherWayRefusal> {
  const { command, owedPence, stateReadAt, notFoundAt } = facts;
  const { kind, state, sentAt } = command;
  if (state !== 'needs_attention') return refuse('not_waiting');
  if (kind === 'capture' || owedPence <= 0) return refuse('nothing_owed');
  if (isOwnRequest(facts)) return refuse('own_request');
  const lookedAt = [stateReadAt, notFoundAt].filter((at) => at !== null);
  if (sentAt !== null && !lookedAt.some((at) => at >= sentAt)) return refuse('not_known');
  if (mustBeChecked(sentAt, facts) && !facts.isChecked) return refuse('not_checked');
  return ok({ pence: owedPence });
}

export const ANOTHER_WAY_REFUSAL_WORDS: Readonly<Record<AnotherWayRefusal, string>> = {
  not_waiting:
    'This no longer waits for a person: somebody dealt with it meanwhile, or it was tried again. Nothing was recorded.',
  own_request:
    'You asked for this refund yourself. Another supervisor must record how it was paid, so that nobody alone says to whom it goes. Nothing was recorded.',
  not_known:
    'It was sent, and the payment service has not been read since: the money may be on its way already. Try it again first: that reads the payment before it sends anything. Nothing was recorded.',
  not_checked:
    'It was sent, and the payment service does not know this payment now. Ask it first whether the money went back. Nothing was recorded.',
  nothing_owed:
    'The ledger owes nothing for this, so there is nothing to give back another way. Nothing was recorded.',
};
