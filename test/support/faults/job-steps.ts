import type { Fate, Statement } from './database-proxy.js';
import { isOnlyLooking } from './transaction-steps.js';

/** Where a job is stopped: before one of its statements, or when that was answered. */
export interface Stop {
  step: number;
  at: 'before' | 'after';
}

/** One job of the outbox, known by what only its statements name. */
export interface WatchedJob {
  marks: readonly RegExp[];
  /** Its statements so far, from the one that takes its row. */
  steps: string[];
  stop: Stop | null;
}

export function watchedJob(marks: readonly RegExp[], stop: Stop | null = null): WatchedJob {
  return { marks, steps: [], stop };
}

/** The row of the outbox, when one job takes, postpones or finishes it. */
export const rowMark = (row: string | number) =>
  new RegExp(`outbox_jobs[^]*\\bid = '?${row}'?(?!\\d)`);

/** Follows jobs through the statements of a worker; tells what shall become of each statement. */
export function followJobs(jobs: () => readonly WatchedJob[]): (statement: Statement) => Fate {
  /** The job that each open transaction belongs to, once that is known. */
  const open = new Map<number, WatchedJob | null>();
  return ({ connection, sql }) => {
    if (/^START TRANSACTION/i.test(sql)) open.set(connection, null);
    const named = jobs().find(({ marks }) => marks.some((mark) => mark.test(sql)));
    const job = open.get(connection) ?? named;
    if (open.has(connection)) open.set(connection, job ?? null);
    if (/^(COMMIT|ROLLBACK)/i.test(sql)) open.delete(connection);
    if (!job) return 'pass';
    job.steps.push(sql);
    if (job.stop?.step !== job.steps.length - 1) return 'pass';
    return job.stop.at === 'before' ? 'hold' : 'hold-answer';
  };
}

/** Before every statement that is more than a look, and after every COMMIT. */
export function everyStop(steps: readonly string[]): Stop[] {
  return steps.flatMap((sql, step): Stop[] => [
    ...(isOnlyLooking(sql) ? [] : [{ step, at: 'before' } as const]),
    ...(sql === 'COMMIT' ? [{ step, at: 'after' } as const] : []),
  ]);
}
