import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import type { LocalDate } from '../shared/london-date.js';
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
  /** What the payment service has beyond the ledger, as it was found. */
  gainPence: Pence;
  /** A correction of the ledger waits for a second person. */
  isWaiting: boolean;
  foundAt: Date;
  /** When a comparison last found it. */
  lastFoundAt: Date;
  /** When a later comparison no longer found it. */
  clearedAt: Date | null;
  /** That comparison. */
  clearedBy: { runId: string; fromOn: LocalDate; toOn: LocalDate } | null;
  explanation: { words: string; byName: string; at: Date } | null;
}

interface Row extends Omit<
  Difference,
  'ours' | 'theirs' | 'explanation' | 'clearedBy' | 'isWaiting'
> {
  isWaiting: number;
  runId: string | null;
  fromOn: LocalDate | null;
  toOn: LocalDate | null;
  ours: string | null;
  theirs: string | null;
  words: string | null;
  byName: string | null;
  explainedAt: Date | null;
}

const SELECT = `SELECT d.id, d.kind, d.provider_payment_id AS providerPaymentId,
    d.payment_id AS paymentId, d.application_id AS applicationId, a.reference, d.ours, d.theirs, d.gain_pence AS gainPence, k.id IS NOT NULL AS isWaiting,
    d.found_at AS foundAt, COALESCE(d.last_found_at, d.found_at) AS lastFoundAt, d.cleared_at AS clearedAt,
    r.id AS runId, r.from_on AS fromOn, r.to_on AS toOn, e.words, s.display_name AS byName,
    e.explained_at AS explainedAt
  FROM reconciliation_differences d
  LEFT JOIN applications a ON a.id = d.application_id
  LEFT JOIN reconciliation_runs r ON r.id = d.cleared_by_run
  LEFT JOIN reconciliation_explanations e ON e.difference_id = d.id
  LEFT JOIN reconciliation_corrections k ON k.difference_id = d.id AND k.state = 'waiting'
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

export interface FoundEarlier {
  id: string;
  key: string;
  kind: DifferenceKind;
  providerPaymentId: string;
  reference: string | null;
}

const FOUND_EARLIER = `SELECT d.id, d.difference_key AS \`key\`, d.kind,
    d.provider_payment_id AS providerPaymentId, d.reference
  FROM reconciliation_differences d`;

/** Open ones that a run has not come across: their payments are outside its lists. */
export async function openOutside(
  reader: Reader,
  { runId, after, limit }: { runId: string; after: string | null; limit: number },
): Promise<FoundEarlier[]> {
  return reader.query(
    `${FOUND_EARLIER} WHERE d.cleared_at IS NULL AND d.id > ?
        AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e WHERE e.difference_id = d.id)
        AND NOT EXISTS (SELECT 1 FROM reconciliation_findings f
                         WHERE f.difference_id = d.id AND f.run_id = ?)
      ORDER BY d.id LIMIT ?`,
    [after ?? '', runId, limit],
  );
}

/** All payments that were made under one reference and did not go away, explained or not. */
export async function twinsOf(reader: Reader, reference: string): Promise<FoundEarlier[]> {
  return reader.query(
    `${FOUND_EARLIER} WHERE d.kind = 'duplicate' AND d.cleared_at IS NULL AND d.reference = ?
      ORDER BY d.id`,
    [reference],
  );
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

function toDifference(row: Row): Difference {
  const { words, byName, explainedAt, ours, theirs, runId, fromOn, toOn, ...rest } = row;
  return {
    ...rest,
    gainPence: Number(row.gainPence),
    isWaiting: Number(row.isWaiting) === 1,
    ours: ours === null ? null : (JSON.parse(ours) as Ours),
    theirs: theirs === null ? null : (JSON.parse(theirs) as Theirs),
    clearedBy: runId === null || fromOn === null || toOn === null ? null : { runId, fromOn, toOn },
    explanation:
      words === null || explainedAt === null
        ? null
        : { words, byName: byName ?? 'Somebody', at: explainedAt },
  };
}
