import type { Reader, Tx } from '../database/transaction.js';
import { type Content, factsHash, type Seal, valuesHash } from './chain.js';
import type { SealedTable } from './sealed-table.js';

/** A row's columns as text, just as the database writes them. */
export interface SealedRow {
  id: string;
  facts: Content;
  values: Content;
}

/** Rows beyond `after` that no seal names yet, oldest first. */
export async function unsealedRows(
  reader: Reader,
  table: SealedTable,
  { after, limit }: { after: string; limit: number },
): Promise<SealedRow[]> {
  return rowsOf(
    table,
    await reader.query(
      `${selectRows(table)}
         LEFT JOIN audit_seals s ON s.source = ? AND s.row_id = r.id
        WHERE r.id > ? AND s.sequence IS NULL ORDER BY r.id LIMIT ?`,
      [table.source, after, limit],
    ),
  );
}

export async function rowsById(
  reader: Reader,
  table: SealedTable,
  ids: readonly string[],
): Promise<Map<string, SealedRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query(`${selectRows(table)} WHERE r.id IN (?)`, [ids]);
  return new Map(rowsOf(table, rows).map((row) => [row.id, row]));
}

export function sealContent(
  table: SealedTable,
  row: SealedRow,
  sealing: { key: Buffer; at: Date },
): Omit<Seal, 'sequence' | 'chainHash'> {
  return {
    source: table.source,
    rowId: row.id,
    factsHash: factsHash([row.id, ...row.facts]),
    valuesHash: valuesHash([row.id, ...row.values], sealing.key),
    sealedAt: sealing.at,
  };
}

/** Where the chain ends; null while it is empty. */
export async function lastSeal(reader: Reader): Promise<Seal | null> {
  const [seal] = await sealsWhere(reader, '1 = 1 ORDER BY sequence DESC LIMIT 1', []);
  return seal ?? null;
}

export function sealsAfter(reader: Reader, sequence: number, limit: number): Promise<Seal[]> {
  return sealsWhere(reader, 'sequence > ? ORDER BY sequence LIMIT ?', [sequence, limit]);
}

/** Two sealers cannot fork the chain: the second meets the first one's number (unique key). */
export async function insertSeals(tx: Tx, seals: readonly Seal[]): Promise<void> {
  const rows = seals.map((seal) => [
    ...[seal.sequence, seal.source, seal.rowId, seal.factsHash, seal.valuesHash],
    ...[seal.sealedAt, seal.chainHash],
  ]);
  await tx.query(
    `INSERT INTO audit_seals
       (sequence, source, row_id, facts_hash, values_hash, sealed_at, chain_hash) VALUES ?`,
    [rows],
  );
}

/** As text, so that no driver's idea of a type comes between the row and its hash. */
function selectRows({ table, facts, values }: SealedTable): string {
  const columns = [...facts, ...values].map((name, at) => `CAST(r.${name} AS CHAR) AS c${at}`);
  return `SELECT ${['r.id', ...columns].join(', ')} FROM ${table} r`;
}

function rowsOf(table: SealedTable, rows: Record<string, string | null>[]): SealedRow[] {
  const column = (row: Record<string, string | null>, at: number) => row[`c${at}`] ?? null;
  return rows.map((row) => ({
    id: String(row['id']),
    facts: table.facts.map((_, at) => column(row, at)),
    values: table.values.map((_, at) => column(row, table.facts.length + at)),
  }));
}

async function sealsWhere(reader: Reader, where: string, values: unknown[]): Promise<Seal[]> {
  const rows: (Omit<Seal, 'sequence'> & { sequence: string | number })[] = await reader.query(
    `SELECT sequence, source, row_id AS rowId, facts_hash AS factsHash, values_hash AS valuesHash,
            sealed_at AS sealedAt, chain_hash AS chainHash
       FROM audit_seals WHERE ${where}`,
    values,
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}
