import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { DecisionReopeningEntity } from './decision-reopening.entity.js';

export type Reopening = Readonly<DecisionReopeningEntity>;

/** A decision is taken up again once (unique key), and one form does it once. */
export async function insertReopening(tx: Tx, reopening: Reopening): Promise<void> {
  await writeUnique('decision', () => tx.insert(DecisionReopeningEntity, reopening));
}

/** Every time a decision of this case was taken up again, the first one first. */
export async function reopeningsOf(reader: Reader, applicationId: string): Promise<Reopening[]> {
  return reader.find(DecisionReopeningEntity, {
    where: { applicationId },
    order: { reopenedAt: 'ASC' },
  });
}
