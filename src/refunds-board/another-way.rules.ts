import type { CommandState } from '../payments/command-states.rules.js';
import type { CommandKind } from '../payments/payment-actions.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { Pence } from '../shared/money.js';

export type AnotherWayRefusal = 'not_waiting' | 'nothing_owed' | 'not_known';

interface Facts {
  command: { kind: CommandKind; state: CommandState; sentAt: Date | null };
  /** When the payment was last read at the payment service. */
  stateReadAt: Date | null;
  /** What the ledger still owes for this command. */
  owedPence: Pence;
}

/**
 * A person pays another way only what the ledger owes, only while no machine works on it, and only
 * when the payment was read since it was last sent: a refund whose answer was lost may be on its way,
 * and must not be paid twice (R-PAY-4).
 */
export function decideAnotherWay({
  command,
  stateReadAt,
  owedPence,
}: Facts): Outcome<{ pence: Pence }, AnotherWayRefusal> {
  if (command.state !== 'needs_attention') return refuse('not_waiting');
  if (command.kind === 'capture' || owedPence <= 0) return refuse('nothing_owed');
  const { sentAt } = command;
  if (sentAt !== null && (stateReadAt === null || stateReadAt < sentAt)) return refuse('not_known');
  return ok({ pence: owedPence });
}

export const ANOTHER_WAY_REFUSAL_WORDS: Readonly<Record<AnotherWayRefusal, string>> = {
  not_waiting:
    'This no longer waits for a person: somebody dealt with it meanwhile, or it was tried again. Nothing was recorded.',
  not_known:
    'It was sent, and the payment service has not been read since: the money may be on its way already. Try it again first: that reads the payment before it sends anything. Nothing was recorded.',
  nothing_owed:
    'The ledger owes nothing for this, so there is nothing to give back another way. Nothing was recorded.',
};
