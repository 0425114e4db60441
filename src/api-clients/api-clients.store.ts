import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { newSecret, secretHash } from '../platform/web/secret.js';
import { ApiClient } from './api-client.entity.js';
import type { ApiScope } from './api-scopes.rules.js';

export interface NewApiClient {
  id: string;
  name: string;
  scopes: readonly ApiScope[];
}

/** Adds a client and returns its key, which can never be read again. */
export async function addApiClient(tx: Tx, client: NewApiClient, now: Date): Promise<string> {
  const key = `pd_${newSecret()}`;
  await tx.insert(ApiClient, {
    id: client.id,
    name: client.name,
    scopes: client.scopes.join(' '),
    keyHash: secretHash(key),
    createdAt: now,
    revokedAt: null,
  });
  return key;
}

/** False when no client of that name has a key that works. */
export async function revokeApiClient(tx: Tx, name: string, now: Date): Promise<boolean> {
  const written = await countWritten(
    tx,
    'UPDATE api_clients SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL',
    [now, name],
  );
  return written === 1;
}
