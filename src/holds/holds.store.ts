import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { CaseHoldEntity } from './case-hold.entity.js';

export type CaseHold = Readonly<CaseHoldEntity>;

/**
 * The application's `onHoldUntil` is written beside it, in the same transaction. The form of another
 * case throws StaleWrite.
 */
export async function insertHold(tx: Tx, hold: Omit<CaseHold, 'endedAt' | 'endedBy'>) {
  const row = { ...hold, endedAt: null, endedBy: null };
  await writeUnique('hold', () => tx.insert(CaseHoldEntity, row));
}

export async function findHoldByForm(reader: Reader, formId: string): Promise<CaseHold | null> {
  return reader.findOneBy(CaseHoldEntity, { formId });
}

/** Ends what is still on, by a person; a hold that woke by itself keeps no end. */
export async function endHold(
  tx: Tx,
  ending: { applicationId: string; byId: string; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE case_holds SET ended_at = ?, ended_by = ? WHERE application_id = ? AND ended_at IS NULL`,
    [ending.at, ending.byId, ending.applicationId],
  );
}
