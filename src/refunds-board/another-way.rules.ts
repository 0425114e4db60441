import type { CommandState } from '../payments/command-states.rules.js';
import type { CommandKind } from '../payments/payment-actions.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { Pence } from '../shared/money.js';

export type AnotherWayRefusal = 'not_waiting' | 'nothing_owed';

interface Facts {
  command: { kind: CommandKind; state: CommandState };
  /** What the ledger still owes for this command. */
  owedPence: Pence;
}

/**
 * A person pays another way only what the ledger owes, and only while no machine works on it: a
 * refund that is on its way must not be paid twice (R-PAY-4).
 */
export function decideAnotherWay({
  command,
  owedPence,
}: Facts): Outcome<{ pence: Pence }, AnotherWayRefusal> {
  if (command.state !== 'needs_attention') return refuse('not_waiting');
  if (command.kind === 'capture' || owedPence <= 0) return refuse('nothing_owed');
  return ok({ pence: owedPence });
}

export const ANOTHER_WAY_REFUSAL_WORDS: Readonly<Record<AnotherWayRefusal, string>> = {
  not_waiting:
    'This no longer waits for a person: somebody dealt with it meanwhile, or it was tried again. Nothing was recorded.',
  nothing_owed:
    'The ledger owes nothing for this, so there is nothing to give back another way. Nothing was recorded.',
};
