import type { DemoDesk } from './demo-desk.js';

/** A job that says "again later" is left for the next time somebody works on the case. */
const MOST_ROUNDS = 4;

/**
 * Runs what this case set off, as the worker would have by now. Each job at most once a round, for
 * its own effects set off more.
 * @param applicationId null: of every case
 */
export async function runDueJobs(desk: DemoDesk, applicationId: string | null): Promise<void> {
  const ran = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ids = (await dueRows(desk, applicationId)).filter((id) => !ran.has(id));
    if (ids.length === 0) break;
    for (const id of ids) {
      ran.add(id);
      await desk.jobs.run(id);
    }
  }
}

/** A reminder or a deadline whose instant has come. */
export interface BookedJob {
  id: string;
  dueAt: Date;
  applicationId: string;
}

/** The first job about a request for papers that was booked for `until` or earlier, or null. */
export async function firstBookedJob(desk: DemoDesk, until: Date): Promise<BookedJob | null> {
  const rows: { id: string | number; due_at: Date; application_id: string }[] =
    await desk.reader.query(
      `SELECT j.id, j.due_at, r.application_id
         FROM outbox_jobs j JOIN evidence_requests r ON r.id = j.subject_id
        WHERE j.state = 'waiting' AND j.due_at <= ? ORDER BY j.due_at, j.id LIMIT 1`,
      [until],
    );
  const [row] = rows;
  return row
    ? { id: String(row.id), dueAt: new Date(row.due_at), applicationId: row.application_id }
    : null;
}

async function dueRows(desk: DemoDesk, applicationId: string | null): Promise<string[]> {
  const rows: { id: string | number }[] = await desk.reader.query(
    `SELECT id FROM outbox_jobs
      WHERE state = 'waiting' AND due_at <= UTC_TIMESTAMP(3)
        AND (? IS NULL OR subject_id = ?
             OR subject_id IN (SELECT id FROM letters WHERE application_id = ?)
             OR subject_id IN (SELECT id FROM payment_commands WHERE application_id = ?))
      ORDER BY id`,
    Array<string | null>(4).fill(applicationId),
  );
  return rows.map(({ id }) => String(id));
}
