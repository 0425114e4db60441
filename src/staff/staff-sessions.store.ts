import type { Reader } from '../platform/database/transaction.js';
import type { CurrentStaff } from './current-staff.js';

/** A session as the database keeps it; the id stands there only as its hash. */
export interface SessionRow {
  idHash: string;
  accountId: string | null;
  content: string;
}

export interface SessionLimits {
  idleMinutes: number;
}

export interface LiveSession {
  content: string;
  lastSeenAt: Date;
  /** Whose it is, as the account is now; null when nobody is signed in or the account is disabled. */
  staff: CurrentStaff | null;
  /** That person's own single keys as they are kept; null when he never set any. */
  shortcuts: KeptShortcuts | null;
}

export interface KeptShortcuts {
  isOn: number;
  ownKeys: string;
}

/** A session that is still alive at `now`, and whose it is. */
export async function liveSession(
  reader: Reader,
  idHash: string,
  { now, idleMinutes }: { now: Date } & SessionLimits,
): Promise<LiveSession | null> {
  const idleSince = new Date(now.getTime() - idleMinutes * 60_000);
  const rows: LiveSessionRow[] = await reader.query(
    `SELECT s.content, s.last_seen_at AS lastSeenAt, a.id, a.display_name AS name, a.role,
            k.is_on AS isOn, k.own_keys AS ownKeys
       FROM staff_sessions s
       LEFT JOIN staff_accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
       LEFT JOIN staff_shortcuts k ON k.staff_id = a.id
      WHERE s.id_hash = ? AND s.expires_at > ? AND s.last_seen_at > ?`,
    [idHash, now, idleSince],
  );
  if (!rows[0]) return null;
  const { content, lastSeenAt, id, name, role, isOn, ownKeys } = rows[0];
  return {
    content,
    lastSeenAt,
    staff: id === null ? null : { id, name, role },
    shortcuts: isOn === null || ownKeys === null ? null : { isOn, ownKeys },
  };
}

interface LiveSessionRow extends Omit<CurrentStaff, 'id'> {
  content: string;
  lastSeenAt: Date;
  id: string | null;
  isOn: number | null;
  ownKeys: string | null;
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

const NOTED_EVERY_MS = 30_000;

/** Notes that the session was used; a busy page writes once in half a minute. */
export async function noteSessionSeen(
  reader: Reader,
  idHash: string,
  { now, lastSeenAt }: { now: Date; lastSeenAt: Date | null },
): Promise<void> {
  const notedBefore = new Date(now.getTime() - NOTED_EVERY_MS);
  if (lastSeenAt !== null && lastSeenAt >= notedBefore) return;
  await reader.query(
    'UPDATE staff_sessions SET last_seen_at = ? WHERE id_hash = ? AND last_seen_at < ?',
    [now, idHash, notedBefore],
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
