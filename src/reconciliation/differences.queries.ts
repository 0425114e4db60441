import type { Reader } from '../platform/database/transaction.js';
import type { DifferenceKind, Ours, Theirs } from './differences.rules.js';

/** A difference with what became of it. */
export interface Difference {
  id: string;
  kind: DifferenceKind;
  providerPaymentId: string;
  paymentId: string | null;
  applicationId: string | null;
  /** Of the case; null for a payment that belongs to none. */
  reference: string | null;
  ours: Ours | null;
  theirs: Theirs | null;
  foundAt: Date;
  /** When a later comparison no longer found it. */
  clearedAt: Date | null;
  explanation: { words: string; byName: string; at: Date } | null;
}

interface Row extends Omit<Difference, 'ours' | 'theirs' | 'explanation'> {
  ours: string | null;
  theirs: string | null;
  words: string | null;
  byName: string | null;
  explainedAt: Date | null;
}

const SELECT = `SELECT d.id, d.kind, d.provider_payment_id AS providerPaymentId,
    d.payment_id AS paymentId, d.application_id AS applicationId, a.reference, d.ours, d.theirs,
    d.found_at AS foundAt, d.cleared_at AS clearedAt, e.words, s.display_name AS byName,
    e.explained_at AS explainedAt
  FROM reconciliation_differences d
  LEFT JOIN applications a ON a.id = d.application_id
  LEFT JOIN reconciliation_explanations e ON e.difference_id = d.id
  LEFT JOIN staff_accounts s ON s.id = e.explained_by`;

/** Those that nobody has explained and that did not go away, oldest first. */
export async function openDifferences(reader: Reader, limit: number): Promise<Difference[]> {
  const rows: Row[] = await reader.query(
    `${SELECT} WHERE d.cleared_at IS NULL AND e.id IS NULL ORDER BY d.found_at, d.id LIMIT ?`,
    [limit],
  );
  return rows.map(toDifference);
}

export async function countOpenDifferences(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM reconciliation_differences d
      WHERE d.cleared_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e WHERE e.difference_id = d.id)`,
  );
  return Number(row?.count ?? 0);
}

/** What one comparison found, whatever became of it since. */
export async function differencesOfRun(
  reader: Reader,
  runId: string,
  limit: number,
): Promise<Difference[]> {
  const rows: Row[] = await reader.query(
    `${SELECT} JOIN reconciliation_findings f ON f.difference_id = d.id
      WHERE f.run_id = ? ORDER BY d.kind, d.found_at, d.id LIMIT ?`,
    [runId, limit],
  );
  return rows.map(toDifference);
}

export async function countsOfRun(
  reader: Reader,
  runId: string,
): Promise<Partial<Record<DifferenceKind, number>>> {
  const rows: { kind: DifferenceKind; count: string }[] = await reader.query(
    `SELECT d.kind, COUNT(*) AS count FROM reconciliation_findings f
       JOIN reconciliation_differences d ON d.id = f.difference_id
      WHERE f.run_id = ? GROUP BY d.kind`,
    [runId],
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]));
}

export async function findDifference(reader: Reader, id: string): Promise<Difference | null> {
  const [row]: Row[] = await reader.query(`${SELECT} WHERE d.id = ?`, [id]);
  return row ? toDifference(row) : null;
}

function toDifference({ words, byName, explainedAt, ours, theirs, ...row }: Row): Difference {
  return {
    ...row,
    ours: ours === null ? null : (JSON.parse(ours) as Ours),
    theirs: theirs === null ? null : (JSON.parse(theirs) as Theirs),
    explanation:
      words === null || explainedAt === null
        ? null
        : { words, byName: byName ?? 'Somebody', at: explainedAt },
  };
}
