import type { Reader } from '../platform/database/transaction.js';

/** A session as the database keeps it; the id stands there only as its hash. */
export interface SessionRow {
  idHash: string;
  accountId: string | null;
  content: string;
}

export interface SessionLimits {
  idleMinutes: number;
}

/** The content of a session that is still alive at `now`. */
export async function liveSession(
  reader: Reader,
  idHash: string,
  { now, idleMinutes }: { now: Date } & SessionLimits,
): Promise<string | null> {
  const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
  const rows: { content: string }[] = await reader.query(
    'SELECT content FROM staff_sessions WHERE id_hash = ? AND expires_at > ? AND last_seen_at > ?',
    [idHash, now, idleSince],
  );
  return rows[0]?.content ?? null;
}

export async function addSession(
  reader: Reader,
  row: SessionRow,
  times: { now: Date; expiresAt: Date },
): Promise<void> {
  await reader.query(
    `INSERT INTO staff_sessions (id_hash, account_id, content, created_at, last_seen_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE account_id = VALUES(account_id), content = VALUES(content),
       expires_at = VALUES(expires_at)`,
    [row.idHash, row.accountId, row.content, times.now, times.now, times.expiresAt],
  );
}

/** Writes a session that is still there. One that was ended meanwhile stays ended. */
export async function rewriteSession(reader: Reader, row: SessionRow): Promise<void> {
  await reader.query('UPDATE staff_sessions SET account_id = ?, content = ? WHERE id_hash = ?', [
    row.accountId,
    row.content,
    row.idHash,
  ]);
}

/** Notes that the session was used; a busy page writes once in half a minute. */
export async function noteSessionSeen(reader: Reader, idHash: string, now: Date): Promise<void> {
  await reader.query(
    'UPDATE staff_sessions SET last_seen_at = ? WHERE id_hash = ? AND last_seen_at < ?',
    [now, idHash, new Date(now.getTime() - 30_000)],
  );
}

export async function endSession(reader: Reader, idHash: string): Promise<void> {
  await reader.query('DELETE FROM staff_sessions WHERE id_hash = ?', [idHash]);
}

/** Leaves an account its newest `most` sessions. */
export async function endOldestSessions(
  reader: Reader,
  accountId: string,
  most: number,
): Promise<void> {
  const rows: { id_hash: string }[] = await reader.query(
    `SELECT id_hash FROM staff_sessions WHERE account_id = ?
      ORDER BY created_at DESC, last_seen_at DESC LIMIT 100 OFFSET ${Math.trunc(most)}`,
    [accountId],
  );
  for (const row of rows) await endSession(reader, row.id_hash);
}

/** Clears away what nobody can use any more, a little at a time. */
export async function forgetDeadSessions(reader: Reader, now: Date): Promise<void> {
  await reader.query('DELETE FROM staff_sessions WHERE expires_at < ? LIMIT 200', [now]);
}
