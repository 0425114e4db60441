import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bull';
import { Settings } from '../../../src/platform/config/settings.js';
import { JOB_HANDLERS, type JobHandler } from '../../../src/platform/outbox/job-handler.js';
import { leaseRow } from '../../../src/platform/outbox/outbox-rows.store.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { QUEUE_NAMES } from '../../../src/platform/queue/queue-names.js';
import { QueueWorkers } from '../../../src/platform/queue/queue-workers.js';
import { Relay } from '../../../src/platform/queue/relay.js';
import type { ModelDesk } from './model-desk.js';

/** More turns than any chain of jobs needs; then something goes round and round. */
const MOST_TURNS = 12;
/** What a message only looks after; it never ends within a history. */
const FOLLOWS = 'follow-letter';

interface Due {
  id: string;
  job: string;
  subject: string;
  isLater: boolean;
}

/** Rows due by the history's clock. The database's own clock is months behind it. */
function dueRows(desk: ModelDesk): Promise<Due[]> {
  return desk.rows<Due>(
    `SELECT id, job, subject_id AS subject, due_at > created_at AS isLater FROM outbox_jobs
      WHERE state = 'waiting' AND job <> ? AND due_at <= ? ORDER BY due_at, id`,
    [FOLLOWS, desk.clock.now()],
  );
}

/** A dead worker's lease and an alarm that Redis forgot end with time; here it passes at once. */
async function makeDue(desk: ModelDesk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await desk.rows(
    `UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND, queued_until = NULL,
            lease_until = NULL WHERE id IN (?)`,
    [ids],
  );
}

/** Every due job is done, one after the other, as the queue would call for them. */
export async function workUntilQuiet(desk: ModelDesk): Promise<void> {
  desk.mortal.live();
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const due = await dueRows(desk);
    if (due.length === 0) return;
    for (const { id } of due) {
      await makeDue(desk, [id]);
      await desk.worker.get(RunOutboxJob).run(String(id));
    }
  }
  throw new Error(`The worker does not come to rest: ${JSON.stringify(await dueRows(desk))}`);
}

/** The same through the relay, Redis and Bull; Redis may be emptied in the middle. */
export async function workThroughRedis(desk: ModelDesk, isFlushed: boolean): Promise<void> {
  desk.mortal.live();
  // What was booked for later goes in its order; Bull does four things at once.
  for (const { id, isLater } of await dueRows(desk)) {
    if (!isLater) continue;
    await makeDue(desk, [id]);
    await desk.worker.get(RunOutboxJob).run(String(id));
  }
  await makeDue(
    desk,
    (await dueRows(desk)).map(({ id }) => id),
  );
  const flushing = isFlushed ? flush(desk) : Promise.resolve();
  await relayOnce(desk);
  await flushing;
  await untilQueuesRest(desk);
  await workUntilQuiet(desk);
}

/** Takes one due row and dies at one of its transactions, or right after the last. */
export async function dieInAJob(desk: ModelDesk, at: { row: number; step: number }): Promise<void> {
  desk.mortal.live();
  const due = await dueRows(desk);
  const row = due[at.row % Math.max(1, due.length)];
  if (!row) return;
  await makeDue(desk, [row.id]);
  const { JOB_LEASE_SECONDS } = desk.worker.get(Settings);
  const leased = await desk.mortal.run((tx) => leaseRow(tx, String(row.id), JOB_LEASE_SECONDS));
  const handlers: JobHandler[] = desk.worker.get(JOB_HANDLERS);
  const found = handlers.find(({ job }) => job === row.job);
  if (!leased || !found) return;
  desk.mortal.dieAfter(at.step >> 1, at.step % 2 === 0);
  await found.run(row.subject, leased.attempts).catch(() => undefined);
  desk.mortal.live();
}

/** One turn of the relay: what is due is called for in Redis. */
export async function relayOnce(desk: ModelDesk): Promise<void> {
  const { worker } = desk;
  const relay = new Relay(
    desk.mortal,
    worker.get(Settings),
    worker.get(QueueWorkers),
    worker.get(JOB_HANDLERS),
  );
  relay.onApplicationBootstrap();
  await relay.onApplicationShutdown();
}

function queuesOf(desk: ModelDesk): Queue[] {
  const workers = desk.worker.get(QueueWorkers);
  return QUEUE_NAMES.map((name) => workers.queue(name));
}

export async function flush(desk: ModelDesk): Promise<void> {
  await queuesOf(desk)[0]?.client.flushdb();
}

const PATIENCE_MS = 20_000;

export async function untilQueuesRest(desk: ModelDesk): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const counts = await Promise.all(queuesOf(desk).map((queue) => queue.getJobCounts()));
    if (counts.every(({ waiting, active, delayed }) => waiting + active + delayed === 0)) return;
    await pause(5);
  }
  throw new Error('Bull does not come to rest.');
}
