import { writeOne } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';

/**
 * Every change of policy begins with this: one waits for the other, so what is compared and written
 * after it cannot move in between; and every process reads the policy anew once it is committed.
 */
export async function lockPolicy(tx: Tx): Promise<void> {
  await tx.query('SELECT stamp FROM policy_stamp WHERE id = 1 FOR UPDATE');
}

/** Belongs to every write of policy, in the same transaction. */
export async function renewStamp(tx: Tx): Promise<void> {
  await writeOne(tx, 'policy stamp', {
    sql: 'UPDATE policy_stamp SET stamp = ? WHERE id = 1',
    values: [newId()],
  });
}
