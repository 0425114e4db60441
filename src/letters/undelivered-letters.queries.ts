import type { Reader } from '../platform/database/transaction.js';
import type { LetterChannel, LetterKind } from './letter-kinds.rules.js';

export interface UndeliveredLetter {
  id: string;
  reference: string;
  kind: LetterKind;
  channel: LetterChannel;
  problem: string | null;
  failedAt: Date;
}

/** Failed, and no later copy of the same letter is on its way or has arrived. */
const UNDELIVERED = `l.state = 'failed' AND NOT EXISTS (
  SELECT 1 FROM letters later
   WHERE later.application_id = l.application_id AND later.kind = l.kind
     AND later.written_at >= l.written_at AND later.id <> l.id AND later.state NOT IN ('failed', 'dropped')
     AND (later.channel <> 'text' OR l.channel = 'text'))`;

/** Letters nobody received, newest first, at most `limit`. */
export async function undeliveredLetters(
  reader: Reader,
  limit: number,
): Promise<UndeliveredLetter[]> {
  return reader.query(
    `SELECT l.id, a.reference, l.kind, l.channel, l.last_problem AS problem,
            COALESCE(l.settled_at, l.written_at) AS failedAt
       FROM letters l JOIN applications a ON a.id = l.application_id
      WHERE ${UNDELIVERED} ORDER BY l.written_at DESC, l.id DESC LIMIT ?`,
    [limit],
  );
}

export async function countUndeliveredLetters(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM letters l WHERE ${UNDELIVERED}`,
  );
  return Number(row?.count ?? 0);
}
