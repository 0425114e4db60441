import type { Tx } from '../platform/database/transaction.js';
import {
  type GuessAnswer,
  type GuessLimit,
  type Guesses,
  takeGuess,
} from './sign-in-wait.rules.js';

interface GuessRow {
  guesses: number;
  last_guess_at: Date;
  wait_until: Date | null;
}

/** Counts a guess in its bucket, or says until when to wait. One row, locked: never more than allowed. */
export async function countGuess(
  tx: Tx,
  bucket: string,
  limit: GuessLimit,
  now: Date,
): Promise<GuessAnswer> {
  await tx.query(
    'INSERT IGNORE INTO sign_in_guesses (bucket_hash, guesses, last_guess_at) VALUES (?, 0, ?)',
    [bucket, now],
  );
  const [row]: GuessRow[] = await tx.query(
    `SELECT guesses, last_guess_at, wait_until FROM sign_in_guesses
      WHERE bucket_hash = ? FOR UPDATE`,
    [bucket],
  );
  const answer = takeGuess(row ? toGuesses(row) : null, limit, now);
  if (!answer.ok) return answer;
  const { count, lastAt, waitUntil } = answer.next;
  await tx.query(
    `UPDATE sign_in_guesses SET guesses = ?, last_guess_at = ?, wait_until = ?
      WHERE bucket_hash = ?`,
    [count, lastAt, waitUntil, bucket],
  );
  return answer;
}

/** After the right password: this browser, or this address, starts afresh. */
export async function forgetGuesses(tx: Tx, buckets: readonly string[]): Promise<void> {
  if (buckets.length === 0) return;
  await tx.query('DELETE FROM sign_in_guesses WHERE bucket_hash IN (?)', [buckets]);
}

/** Gives one guess back: the password was right, so it was none. */
export async function returnGuess(tx: Tx, bucket: string): Promise<void> {
  await tx.query(
    `UPDATE sign_in_guesses SET guesses = GREATEST(guesses, 1) - 1, wait_until = NULL
      WHERE bucket_hash = ?`,
    [bucket],
  );
}

export async function forgetOldGuesses(tx: Tx, before: Date): Promise<void> {
  await tx.query('DELETE FROM sign_in_guesses WHERE last_guess_at < ? LIMIT 200', [before]);
}

function toGuesses(row: GuessRow): Guesses {
  return { count: Number(row.guesses), lastAt: row.last_guess_at, waitUntil: row.wait_until };
}
