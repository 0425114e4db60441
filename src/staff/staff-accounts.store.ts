import { writeOne } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { StaffAccount } from './staff-account.entity.js';
import type { StaffRole } from './staff-roles.rules.js';

export interface NewStaffAccount {
  id: string;
  email: string;
  displayName: string;
  role: StaffRole;
  passwordHash: string;
}

export async function insertStaffAccount(
  tx: Tx,
  account: NewStaffAccount,
  now: Date,
): Promise<void> {
  await tx.insert(StaffAccount, {
    ...account,
    createdAt: now,
    passwordChangedAt: now,
    disabledAt: null,
  });
}

/** A new password ends every session of the account, and forgets its browsers. */
export async function setPasswordHash(
  tx: Tx,
  id: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await writeOne(tx, 'staff account', {
    sql: 'UPDATE staff_accounts SET password_hash = ?, password_changed_at = ? WHERE id = ?',
    values: [passwordHash, now, id],
  });
  await endSessionsOf(tx, id);
  await tx.query('DELETE FROM trusted_browsers WHERE account_id = ?', [id]);
}

/** Ends every session of the account too; disabling twice keeps the first instant. */
export async function disableAccount(tx: Tx, id: string, now: Date): Promise<void> {
  await writeOne(tx, 'staff account', {
    sql: 'UPDATE staff_accounts SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL',
    values: [now, id],
  });
  await endSessionsOf(tx, id);
}

async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.query('DELETE FROM staff_sessions WHERE account_id = ?', [accountId]);
}
