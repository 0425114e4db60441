import type { Reader, Tx } from '../platform/database/transaction.js';
import { DecisionEntity } from './decision.entity.js';

export type Decision = Readonly<DecisionEntity>;

/** One decision an application, for ever (unique key); it is never edited (R-ST-3). */
export async function insertDecision(tx: Tx, decision: Decision): Promise<void> {
  await tx.insert(DecisionEntity, decision);
}

export async function findDecision(
  reader: Reader,
  applicationId: string,
): Promise<Decision | null> {
  return reader.findOneBy(DecisionEntity, { applicationId });
}
