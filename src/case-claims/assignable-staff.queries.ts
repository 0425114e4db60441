import type { Reader } from '../platform/database/transaction.js';
import { permissions } from '../staff/permissions.rules.js';

export interface AssignableStaff {
  id: string;
  name: string;
}

/** The active staff who may hold a case, by name. */
export async function assignableStaff(reader: Reader): Promise<AssignableStaff[]> {
  return reader.query(
    `SELECT id, display_name AS name FROM staff_accounts
      WHERE disabled_at IS NULL AND role IN (?) ORDER BY display_name, id LIMIT 500`,
    [permissions.claim],
  );
}
