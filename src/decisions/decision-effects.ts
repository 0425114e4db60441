import { isGivenBack } from '../payments/payment-actions.rules.js';
import { sendHeldLetters } from '../letters/held-letters.js';
import { moveMoney } from '../payments/move-money.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { releaseSlots } from '../property-slots/property-slots.store.js';
import type { Actor } from '../timeline/timeline-events.rules.js';
import type { Decision } from './decisions.store.js';
import type { CaseToRecord } from './record-decision.js';

interface Working {
  file: Pick<CaseToRecord, 'application' | 'payment' | 'commands'>;
  decision: Decision;
  actor: Actor;
  at: Date;
}

/**
 * What a decision does outside its own row: a refusal frees the place at the property at once, and
 * the money moves. Money that an earlier decision gave back is not asked for twice (R-PAY-3).
 */
export async function letDecisionWork(tx: Tx, outbox: Outbox, working: Working): Promise<void> {
  const { file, decision, actor, at } = working;
  const { payment, commands } = file;
  const kind = decision.outcome === 'approved' ? 'capture' : 'release';
  if (kind === 'release') await releaseSlots(tx, file.application.id);
  if (payment === null || (kind === 'release' && isGivenBack(commands, payment))) return;
  const cause = { kind: 'decision', id: decision.id } as const;
  await moveMoney(tx, outbox, { payment, cause, decisionId: decision.id, kind, actor, at });
}

/** The second look is over and the decision stands: what was held back happens now, once. */
export async function letHeldDecisionGo(tx: Tx, outbox: Outbox, working: Working): Promise<void> {
  if (working.decision.outcome !== 'approved') await letDecisionWork(tx, outbox, working);
  await sendHeldLetters(tx, outbox, working.file.application.id);
}
