import type { Reader } from '../platform/database/transaction.js';
import { leaseEnd } from './lease.rules.js';
import { couldBeReference } from '../shared/case-reference.js';

interface Activity {
  reference: string;
  staffId: string;
  now: Date;
  leaseMinutes: number;
}

/** A busy page writes once in half a minute. */
const APART_MS = 30_000;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * Notes that somebody works on a case: the holder's claim lasts a whole lease from now, and
 * colleagues see who has the case open. The version stays: working on a case changes nothing of it.
 */
export async function noteActivity(reader: Reader, activity: Activity): Promise<void> {
  const { reference, staffId, now, leaseMinutes } = activity;
  if (!couldBeReference(reference)) return;
  const until = leaseEnd(now, leaseMinutes);
  await reader.query(
    `UPDATE applications SET claimed_until = ?
      WHERE reference = ? AND claimed_by = ? AND status = 'in_review' AND claimed_until < ?`,
    [until, reference, staffId, new Date(until.getTime() - APART_MS)],
  );
  await reader.query(
    `INSERT INTO case_presence (application_id, staff_id, seen_at)
     SELECT a.id, ?, ? FROM applications a WHERE a.reference = ?
     ON DUPLICATE KEY UPDATE seen_at = GREATEST(seen_at, VALUES(seen_at))`,
    [staffId, now, reference],
  );
  await forgetOldPresence(reader, now);
}

/** Clears away what says nothing any more, a little at a time. */
async function forgetOldPresence(reader: Reader, now: Date): Promise<void> {
  await reader.query('DELETE FROM case_presence WHERE seen_at < ? LIMIT 200', [
    new Date(now.getTime() - FORGOTTEN_AFTER_MS),
  ]);
}
