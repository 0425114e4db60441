import type { Reader } from '../platform/database/transaction.js';

/** Papers that nobody can see yet, and since when the oldest of them waits. */
export interface WaitingPapers {
  count: number;
  oldestAt: Date | null;
}

export async function waitingPapers(reader: Reader): Promise<WaitingPapers> {
  const [row]: { count: number | string; oldestAt: Date | null }[] = await reader.query(
    `SELECT COUNT(*) AS count, MIN(received_at) AS oldestAt
       FROM evidence_papers WHERE virus_check = 'waiting'`,
  );
  return { count: Number(row?.count ?? 0), oldestAt: row?.oldestAt ?? null };
}
