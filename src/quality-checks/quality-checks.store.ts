import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { QualityCheckEntity } from './quality-check.entity.js';
import type { QualityCheckState } from './quality-check-states.rules.js';

export type QualityCheck = Readonly<QualityCheckEntity>;

export async function insertQualityCheck(tx: Tx, check: QualityCheck): Promise<void> {
  await tx.insert(QualityCheckEntity, check);
}

export async function findQualityCheck(reader: Reader, id: string): Promise<QualityCheck | null> {
  return reader.findOneBy(QualityCheckEntity, { id });
}

/** The second look at this decision; null when none was asked for. */
export async function qualityCheckOf(
  reader: Reader,
  decisionId: string,
): Promise<QualityCheck | null> {
  return reader.findOneBy(QualityCheckEntity, { decisionId });
}

interface Settlement {
  state: Exclude<QualityCheckState, 'waiting'>;
  lookedBy: string | null;
  settledAt: Date;
  note: string | null;
  formId: string | null;
}

/**
 * True for the one call that settled it: a deadline and a person may come at the same moment. One
 * form is one look: the form of another case throws StaleWrite.
 */
export async function settleQualityCheck(
  tx: Tx,
  id: string,
  settlement: Settlement,
): Promise<boolean> {
  const { affected } = await writeUnique('second look', () =>
    tx.update(QualityCheckEntity, { id, state: 'waiting' }, settlement),
  );
  return affected === 1;
}
