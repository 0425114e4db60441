import type { DemoDesk } from './demo-desk.js';

/** A job that says "again later" is left for the next time somebody works on the case. */
const MOST_ROUNDS = 4;

/**
 * Runs what the worker would have run by now: whatever was booked for an instant that has come,
 * and whatever this case set off. Each job at most once a round, for its own effects set off more.
 * @param applicationId null: of every case
 */
export async function runDueJobs(desk: DemoDesk, applicationId: string | null): Promise<number> {
  const ran = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ids = (await dueRows(desk, applicationId)).filter((id) => !ran.has(id));
    if (ids.length === 0) break;
    for (const id of ids) {
      ran.add(id);
      await desk.jobs.run(id);
    }
  }
  return ran.size;
}

async function dueRows(desk: DemoDesk, applicationId: string | null): Promise<string[]> {
  const rows: { id: string | number }[] = await desk.reader.query(
    `SELECT id FROM outbox_jobs
      WHERE state = 'waiting' AND due_at <= UTC_TIMESTAMP(3)
        AND (due_at <= ? OR ? IS NULL OR subject_id = ?
             OR subject_id IN (SELECT id FROM letters WHERE application_id = ?)
             OR subject_id IN (SELECT id FROM payment_commands WHERE application_id = ?))
      ORDER BY id`,
    [desk.clock.now(), ...Array<string | null>(4).fill(applicationId)],
  );
  return rows.map(({ id }) => String(id));
}
