import { countWritten } from '../database/conditional-write.js';
import type { Tx } from '../database/transaction.js';

/** One run of one task, held by one worker for as long as its lease lasts. */
export interface Turn {
  task: string;
  holder: string;
}

/** Makes the task known; a task never seen before is due at once. */
export async function addTask(tx: Tx, task: string): Promise<void> {
  await tx.query(`INSERT IGNORE INTO periodic_turns (task, due_at) VALUES (?, UTC_TIMESTAMP(3))`, [
    task,
  ]);
}

/** The database's clock decides what is due and whose lease has run out; false: not our turn. */
export async function takeTurn(tx: Tx, turn: Turn, leaseSeconds: number): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE periodic_turns
        SET holder = ?, lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
      WHERE task = ? AND due_at <= UTC_TIMESTAMP(3)
        AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))`,
    [turn.holder, leaseSeconds, turn.task],
  );
  return written === 1;
}

/** Keeps the turn while the work goes on; false: it was lost to another worker. */
export async function keepTurn(tx: Tx, turn: Turn, leaseSeconds: number): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE periodic_turns SET lease_until = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
      WHERE task = ? AND holder = ?`,
    [leaseSeconds, turn.task, turn.holder],
  );
  return written === 1;
}

/** Ends the turn and books the next. A turn lost meanwhile books nothing. */
export async function endTurn(
  tx: Tx,
  turn: Turn,
  { inSeconds, problem }: { inSeconds: number; problem: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE periodic_turns
        SET holder = NULL, lease_until = NULL, due_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND,
            ended_at = UTC_TIMESTAMP(3), last_problem = ?
      WHERE task = ? AND holder = ?`,
    [inSeconds, problem?.slice(0, 300) ?? null, turn.task, turn.holder],
  );
}
