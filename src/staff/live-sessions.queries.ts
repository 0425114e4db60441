import type { Reader } from '../platform/database/transaction.js';

/** The hashes of an account's sessions that are alive at `now`: not ended, not idle for too long. */
export async function liveSessionHashes(
  reader: Reader,
  accountId: string,
  { now, idleMinutes }: { now: Date; idleMinutes: number },
): Promise<string[]> {
  const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
  const rows: { hash: string }[] = await reader.query(
    `SELECT id_hash AS hash FROM staff_sessions
      WHERE account_id = ? AND expires_at > ? AND last_seen_at > ?`,
    [accountId, now, idleSince],
  );
  return rows.map(({ hash }) => hash);
}
