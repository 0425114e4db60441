import { IsNull } from 'typeorm';
import { countWritten, isDuplicateKey } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { DeclaredInterestEntity } from './declared-interest.entity.js';

export type DeclaredInterest = Readonly<DeclaredInterestEntity>;

/** The same form sent again adds nothing. */
export async function insertInterest(tx: Tx, interest: DeclaredInterest): Promise<void> {
  try {
    await tx.insert(DeclaredInterestEntity, interest);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Takes one of this person's own off the list; it goes on counting for a while (R-COI-2). */
export async function removeInterest(
  tx: Tx,
  { id, staffId }: { id: string; staffId: string },
  at: Date,
): Promise<boolean> {
  const { affected } = await tx.update(
    DeclaredInterestEntity,
    { id, staffId, removedAt: IsNull() },
    { removedAt: at },
  );
  return affected === 1;
}

/** Forgets what was taken off the list before that instant. */
export async function forgetRemovedInterests(tx: Tx, staffId: string, before: Date): Promise<void> {
  await tx.query('DELETE FROM declared_interests WHERE staff_id = ? AND removed_at <= ?', [
    staffId,
    before,
  ]);
}

/** Once a person and case; says whether it was the first time. */
export async function keepRefusal(
  tx: Tx,
  { applicationId, staffId }: { applicationId: string; staffId: string },
  at: Date,
): Promise<boolean> {
  const sql =
    'INSERT IGNORE INTO conflict_refusals (application_id, staff_id, refused_at) VALUES (?, ?, ?)';
  return (await countWritten(tx, sql, [applicationId, staffId, at])) === 1;
}
