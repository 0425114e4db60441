import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import type { CurrentStaff } from './current-staff.js';
import type { StaffRole } from './staff-roles.rules.js';

/** What signing in needs to know of an account. */
export interface AccountToProve {
  id: string;
  passwordHash: string;
  isDisabled: boolean;
}

/** The account as it is now, read with every request; null when it is disabled or gone. */
export async function activeStaff(reader: Reader, id: string): Promise<CurrentStaff | null> {
  const rows: { id: string; name: string; role: StaffRole }[] = await reader.query(
    'SELECT id, display_name AS name, role FROM staff_accounts WHERE id = ? AND disabled_at IS NULL',
    [id],
  );
  return rows[0] ?? null;
}

/** Anything may be typed as an address; the database refuses to compare letters no account can have. */
const POSSIBLE_EMAIL = /^[\x21-\x7e]{3,254}$/;

export async function accountToProve(
  reader: Reader,
  email: string,
): Promise<AccountToProve | null> {
  if (!POSSIBLE_EMAIL.test(email)) return null;
  const rows: { id: string; password_hash: string; is_disabled: number }[] = await reader.query(
    `SELECT id, password_hash, disabled_at IS NOT NULL AS is_disabled
       FROM staff_accounts WHERE email = ?`,
    [email],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    passwordHash: row.password_hash,
    isDisabled: Number(row.is_disabled) === 1,
  };
}

export async function accountIdByEmail(reader: Reader, email: string): Promise<string | null> {
  if (!POSSIBLE_EMAIL.test(email)) return null;
  const rows: { id: string }[] = await reader.query(
    'SELECT id FROM staff_accounts WHERE email = ?',
    [email],
  );
  return rows[0]?.id ?? null;
}

/** Accounts of the demo data use the reserved domains (RFC 2606): production refuses to start. */
export async function hasDemoAccounts(reader: Reader): Promise<boolean> {
  const rows: { found: number }[] = await reader.query(
    `SELECT 1 AS found FROM staff_accounts
      WHERE email LIKE '%@example.com' OR email LIKE '%@example.org' OR email LIKE '%@example.net'
         OR email LIKE '%.example' LIMIT 1`,
  );
  return rows.length > 0;
}

/** The name pages show for an account, disabled ones too; null when there is no such account. */
export async function nameOfStaff(reader: Reader, id: string): Promise<string | null> {
  const rows = await readList<{ name: string }>(reader, {
    columns: { name: 'display_name' },
    from: 'staff_accounts WHERE id = ?',
    values: [id],
  });
  return rows[0]?.name ?? null;
}
