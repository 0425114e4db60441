import type { Reader } from '../platform/database/transaction.js';
import { permissions } from '../staff/permissions.rules.js';
import type { Colleague } from './mention.rules.js';

/** The active staff who may see cases, without this one, by name. */
export async function colleaguesOf(reader: Reader, staffId: string): Promise<Colleague[]> {
  return reader.query(
    `SELECT id, display_name AS name FROM staff_accounts
      WHERE disabled_at IS NULL AND role IN (?) AND id <> ? ORDER BY display_name, id LIMIT 500`,
    [permissions['see-case'], staffId],
  );
}
