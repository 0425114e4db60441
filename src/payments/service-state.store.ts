import { countWritten } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';

/** The first failure says since when; those after it change nothing but what the problem is. */
export async function noteAway(tx: Tx, problem: string, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO payment_service_state (id, away_since, problem) VALUES (1, ?, ?)
     ON DUPLICATE KEY UPDATE away_since = COALESCE(away_since, VALUES(away_since)),
                             problem = VALUES(problem)`,
    [at, problem.slice(0, 300)],
  );
}

/** True for the one answer that ended its absence. */
export async function noteBack(tx: Tx): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE payment_service_state SET away_since = NULL, problem = NULL
      WHERE id = 1 AND away_since IS NOT NULL`,
    [],
  );
  return written === 1;
}
