import type { Reader } from '../platform/database/transaction.js';
import type { QueueFilters } from './queue-filters.rules.js';
import { type QueueOrder, type QueuePlace, SORT_VALUES } from './queue-order.rules.js';
import { queueIndex, type QueueRange, queueRanges, sortColumns } from './queue-ranges.rules.js';

export interface Condition {
  sql: string;
  values: unknown[];
}

/** Which cases a list is about: some statuses, and what else must be true of them. */
export interface Wanted {
  statuses: readonly string[];
  conditions: readonly Condition[];
  filters: QueueFilters;
  order: QueueOrder;
}

/**
 * The first places from here on. Each status and each stretch is read for itself, in the order of
 * its index and never further than the limit; the database then merges those few rows.
 */
export async function placesFrom(
  reader: Reader,
  wanted: Wanted,
  { from, limit }: { from: { place: QueuePlace; side: 'after' | 'before' } | null; limit: number },
): Promise<string[][]> {
  const { ranges, isUp } = queueRanges(wanted.order, from);
  const columns = sortColumns(wanted.order.sort);
  const direction = isUp ? 'ASC' : 'DESC';
  const parts = ranges.flatMap((range, part) =>
    wanted.statuses.map((status) => partOf(wanted, { range, part, status, direction, limit })),
  );
  const order = columns.map((_, index) => `v${index} ${direction}`).join(', ');
  const rows: Record<string, string>[] = await reader.query(
    `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY part, ${order} LIMIT ${limit}`,
    parts.flatMap(({ values }) => values),
  );
  return rows.map((row) => columns.map((_, index) => String(row[`v${index}`])));
}

interface Part {
  range: QueueRange;
  part: number;
  status: string;
  direction: string;
  limit: number;
}

function partOf(wanted: Wanted, { range, part, status, direction, limit }: Part): Condition {
  const columns = sortColumns(wanted.order.sort);
  const kinds = [...SORT_VALUES[wanted.order.sort], 'id'];
  const shown = columns.map((column, at) =>
    kinds[at] === 'instant'
      ? `LEFT(CAST(a.${column} AS CHAR), 23) AS v${at}`
      : `a.${column} AS v${at}`,
  );
  const conditions = [
    { sql: 'a.status = ?', values: [status] },
    ...range.map(({ column, sign, value }) => ({ sql: `a.${column} ${sign} ?`, values: [value] })),
    ...wanted.conditions,
  ];
  const order = columns.map((column) => `a.${column} ${direction}`).join(', ');
  const { sql, values } = all(conditions);
  return {
    sql: `(SELECT ${part} AS part, ${shown.join(', ')} FROM applications a ${hint(wanted)}
            WHERE ${sql} ORDER BY ${order} LIMIT ${limit})`,
    values,
  };
}

/** Counts no further than this. */
export async function countUpTo(reader: Reader, wanted: Wanted, most: number): Promise<number> {
  const { sql, values } = all([
    { sql: 'a.status IN (?)', values: [wanted.statuses] },
    ...wanted.conditions,
  ]);
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM (
       SELECT 1 FROM applications a ${hint(wanted)} WHERE ${sql} LIMIT ${most}) counted`,
    values,
  );
  return Number(row?.count ?? 0);
}

function hint({ order, filters }: Wanted): string {
  const index = queueIndex(order, filters);
  return index === null ? '' : `FORCE INDEX (${index})`;
}

function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
