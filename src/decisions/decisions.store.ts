import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { DecisionEntity } from './decision.entity.js';

export type Decision = Readonly<DecisionEntity>;

/**
 * One decision an application and round (unique key); it is never edited (R-ST-3). One form is one
 * decision: the form of another case throws StaleWrite.
 */
export async function insertDecision(tx: Tx, decision: Decision): Promise<void> {
  await writeUnique('decision', () => tx.insert(DecisionEntity, decision));
}

/** Every decision of the case, the first round first. */
export async function decisionsOf(reader: Reader, applicationId: string): Promise<Decision[]> {
  return reader.find(DecisionEntity, { where: { applicationId }, order: { round: 'ASC' } });
}

/** The decision that stands; null while the case is undecided, or decided anew. */
export async function findDecision(
  reader: Reader,
  { id, round }: { id: string; round: number },
): Promise<Decision | null> {
  return reader.findOneBy(DecisionEntity, { applicationId: id, round });
}

/** Whether this person decided the case in an earlier round: then somebody else decides it now. */
export async function hasDecided(
  reader: Reader,
  applicationId: string,
  staffId: string,
): Promise<boolean> {
  const rows: unknown[] = await reader.query(
    'SELECT 1 FROM decisions WHERE application_id = ? AND decided_by = ? LIMIT 1',
    [applicationId, staffId],
  );
  return rows.length > 0;
}
