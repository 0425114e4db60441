import type { Reader } from '../platform/database/transaction.js';
import { secretHash } from '../platform/web/secret.js';

export interface KnownClient {
  id: string;
  name: string;
  scopes: string[];
}

/** Whose key it is; null when nobody's, or revoked. */
export async function clientOfKey(reader: Reader, key: string): Promise<KnownClient | null> {
  const rows: { id: string; name: string; scopes: string }[] = await reader.query(
    'SELECT id, name, scopes FROM api_clients WHERE key_hash = ? AND revoked_at IS NULL',
    [secretHash(key)],
  );
  const row = rows[0];
  return row ? { ...row, scopes: row.scopes.split(' ') } : null;
}

/** A client that is not revoked, by its name; null when there is none. */
export async function clientByName(
  reader: Reader,
  name: string,
): Promise<Pick<KnownClient, 'id' | 'name'> | null> {
  const rows: { id: string; name: string }[] = await reader.query(
    'SELECT id, name FROM api_clients WHERE name = ? AND revoked_at IS NULL',
    [name],
  );
  return rows[0] ?? null;
}
