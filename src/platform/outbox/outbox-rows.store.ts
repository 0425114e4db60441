import type { Tx } from '../database/transaction.js';
import { countWritten } from '../database/conditional-write.js';

export interface OutboxRow {
  id: string;
  job: string;
  subjectId: string;
  attempts: number;
}

interface DueRow {
  id: number | string;
  job: string;
  subject_id: string;
  attempts: number;
}

/**
 * Claims due rows for the queue. They come back after `requeueSeconds` unless a worker
 * took them, so a lost Redis loses nothing. Several relays take disjoint rows.
 */
export async function takeDueRows(
  tx: Tx,
  limit: number,
  requeueSeconds: number,
): Promise<OutboxRow[]> {
  const rows: DueRow[] = await tx.query(
    `SELECT id, job, subject_id, attempts FROM outbox_jobs
      WHERE state = 'waiting' AND due_at <= UTC_TIMESTAMP(3)
        AND (queued_until IS NULL OR queued_until < UTC_TIMESTAMP(3))
        AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))
      ORDER BY due_at, id LIMIT ${Math.trunc(limit)} FOR UPDATE SKIP LOCKED`,
  );
  if (rows.length === 0) return [];
  await tx.query(
    `UPDATE outbox_jobs SET queued_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE id IN (?)`,
    [requeueSeconds, rows.map((row) => row.id)],
  );
  return rows.map(toOutboxRow);
}

/** One worker takes the row for `leaseSeconds`; null when another has it or it is finished. */
export async function leaseRow(
  tx: Tx,
  id: string,
  leaseSeconds: number,
): Promise<OutboxRow | null> {
  const written = await countWritten(
    tx,
    `UPDATE outbox_jobs
        SET attempts = attempts + 1, lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
      WHERE id = ? AND state = 'waiting' AND due_at <= UTC_TIMESTAMP(3)
        AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))`,
    [leaseSeconds, id],
  );
  if (written !== 1) return null;
  const rows: DueRow[] = await tx.query(
    'SELECT id, job, subject_id, attempts FROM outbox_jobs WHERE id = ?',
    [id],
  );
  return rows[0] ? toOutboxRow(rows[0]) : null;
}

export async function finishRow(tx: Tx, row: OutboxRow): Promise<void> {
  await tx.query(
    `UPDATE outbox_jobs SET state = 'done', finished_at = UTC_TIMESTAMP(3), lease_until = NULL
      WHERE id = ? AND attempts = ? AND state = 'waiting'`,
    [row.id, row.attempts],
  );
}

/** Puts the row back, due in `seconds`; `countsAsAttempt: false` gives the attempt back. */
export async function postponeRow(
  tx: Tx,
  row: OutboxRow,
  next: { seconds: number; problem: string; countsAsAttempt: boolean },
): Promise<void> {
  await tx.query(
    `UPDATE outbox_jobs
        SET due_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND, last_problem = ?, queued_until = NULL,
            lease_until = NULL, attempts = attempts - ?
      WHERE id = ? AND attempts = ? AND state = 'waiting'`,
    [next.seconds, next.problem.slice(0, 300), next.countsAsAttempt ? 0 : 1, row.id, row.attempts],
  );
}

export async function buryRow(tx: Tx, row: OutboxRow, problem: string): Promise<void> {
  await tx.query(
    `UPDATE outbox_jobs SET state = 'dead', finished_at = UTC_TIMESTAMP(3), last_problem = ?,
            lease_until = NULL
      WHERE id = ? AND attempts = ? AND state = 'waiting'`,
    [problem.slice(0, 300), row.id, row.attempts],
  );
}

function toOutboxRow(row: DueRow): OutboxRow {
  return { id: String(row.id), job: row.job, subjectId: row.subject_id, attempts: row.attempts };
}
