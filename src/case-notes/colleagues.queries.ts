import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { permissions } from '../staff/permissions.rules.js';
import type { Colleague } from './mention.rules.js';

/** The active staff who may see cases, without this one, by name. */
export async function colleaguesOf(reader: Reader, staffId: string): Promise<Colleague[]> {
  return readList<Colleague>(reader, {
    columns: { id: 'id', name: 'display_name' },
    from: 'staff_accounts WHERE disabled_at IS NULL AND role IN (?) AND id <> ?',
    values: [permissions['see-case'], staffId],
    order: 'display_name, id',
    limit: 500,
  });
}
