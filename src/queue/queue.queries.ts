import { policyBook } from '../policy/policy-book.queries.js';
import { caseAge, receivedBeforeFor } from '../case-file/case-age.rules.js';
import { type CaseListRow, caseListRows, requestsByCase } from '../case-file/case-list.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { NO_ZONE, type QueueFilters, statusesOf } from './queue-filters.rules.js';
import { type QueueOrder, type QueuePlace, SORT_VALUES } from './queue-order.rules.js';

export const PAGE_SIZE = 25;
/** Counting stops here: nobody reads on, and a count of everything would cost every page. */
export const MOST_COUNTED = 10_000;

export interface QueueWish {
  filters: QueueFilters;
  order: QueueOrder;
  /** Where the page starts, or null for the first one. */
  from: { place: QueuePlace; side: 'after' | 'before' } | null;
  /** Who looks: what "me" means. */
  staffId: string;
  now: Date;
}

export interface QueuePage {
  rows: CaseListRow[];
  /** Where the pages beside this one start; null when there is none. */
  next: QueuePlace | null;
  previous: QueuePlace | null;
  total: number;
  isMore: boolean;
}

interface Condition {
  sql: string;
  values: unknown[];
}

/** One page of the queue, found by place and never by counting rows: it holds still while cases arrive. */
export async function readQueue(reader: Reader, wish: QueueWish): Promise<QueuePage> {
  const where = all(await conditions(reader, wish));
  const isBack = wish.from?.side === 'before';
  const found = await placesFrom(reader, where, wish);
  const hasMore = found.length > PAGE_SIZE;
  const places = found.slice(0, PAGE_SIZE);
  if (isBack) places.reverse();
  // A page reached by going back that is not full is the first one: it starts at the start.
  if (isBack && places.length < PAGE_SIZE) return readQueue(reader, { ...wish, from: null });
  const total = await countCases(reader, where);
  return {
    rows: await caseListRows(
      reader,
      places.map((place) => place.at(-1) ?? ''),
    ),
    next: isBack || hasMore ? (places.at(-1) ?? null) : null,
    previous: (isBack ? hasMore : wish.from !== null) ? (places[0] ?? null) : null,
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
  };
}

async function placesFrom(reader: Reader, where: Condition, wish: QueueWish): Promise<string[][]> {
  const columns = [...sortColumns(wish.order), 'a.id'];
  const isBack = wish.from?.side === 'before';
  const isUp = (wish.order.direction === 'asc') !== isBack;
  const start = wish.from ? beyond(columns, wish.from.place, isUp ? '>' : '<') : null;
  const limited = start ? all([where, start]) : where;
  const selected = columns.map((column, index) => `${asText(column, index, wish)} AS v${index}`);
  const order = columns.map((column) => `${column} ${isUp ? 'ASC' : 'DESC'}`);
  const rows: Record<string, string>[] = await reader.query(
    `SELECT ${selected.join(', ')} FROM applications a
      WHERE ${limited.sql} ORDER BY ${order.join(', ')} LIMIT ${PAGE_SIZE + 1}`,
    limited.values,
  );
  return rows.map((row) => columns.map((_, index) => String(row[`v${index}`])));
}

/** Cases without a hold, and without a zone, come last in either direction. */
function sortColumns({ sort, direction }: QueueOrder): string[] {
  const far = direction === 'asc' ? '9999-12-31 00:00:00.000' : '1000-01-01 00:00:00.000';
  const none = direction === 'asc' ? '~~~~~~~~~~' : '          ';
  switch (sort) {
    case 'risk':
    case 'hold':
      return [`COALESCE(a.hold_ends_at, '${far}')`, 'a.received_at'];
    case 'received':
      return ['a.received_at'];
    case 'type':
      return ['a.permit_type_code', 'a.received_at'];
    case 'zone':
      // Z2 before Z12: shorter codes first.
      return [`COALESCE(LPAD(a.zone_code, 10, ' '), '${none}')`, 'a.received_at'];
  }
}

function asText(column: string, index: number, { order }: QueueWish): string {
  const isInstant = SORT_VALUES[order.sort][index] === 'instant';
  return isInstant ? `LEFT(CAST(CAST(${column} AS DATETIME(3)) AS CHAR), 23)` : column;
}

/** Strictly further on than the place, written so that an index on the columns serves. */
function beyond(columns: string[], place: QueuePlace, sign: '>' | '<'): Condition {
  const [column = 'a.id', ...rest] = columns;
  const [value, ...more] = place;
  if (rest.length === 0) return { sql: `${column} ${sign} ?`, values: [value] };
  const then = beyond(rest, more, sign);
  return {
    sql: `(${column} ${sign}= ? AND (${column} ${sign} ? OR ${then.sql}))`,
    values: [value, value, ...then.values],
  };
}

async function countCases(reader: Reader, where: Condition): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM (
       SELECT 1 FROM applications a WHERE ${where.sql} LIMIT ${MOST_COUNTED + 1}) counted`,
    where.values,
  );
  return Number(row?.count ?? 0);
}

async function conditions(reader: Reader, wish: QueueWish): Promise<Condition[]> {
  const { filters } = wish;
  const found: Condition[] = [{ sql: 'a.status IN (?)', values: [statusesOrNone(filters)] }];
  if (filters.type) found.push({ sql: 'a.permit_type_code = ?', values: [filters.type] });
  if (filters.zone === NO_ZONE) found.push({ sql: 'a.zone_code IS NULL', values: [] });
  else if (filters.zone) found.push({ sql: 'a.zone_code = ?', values: [filters.zone] });
  if (filters.assigned === 'me') found.push({ sql: 'a.claimed_by = ?', values: [wish.staffId] });
  if (filters.assigned === 'nobody') found.push({ sql: 'a.claimed_by IS NULL', values: [] });
  if (filters.status === 'overdue') found.push({ sql: OVERDUE, values: [] });
  if (filters.status === 'on_hold') found.push({ sql: 'a.on_hold_until > ?', values: [wish.now] });
  else if (filters.status !== 'all') found.push({ sql: AWAKE, values: [wish.now] });
  if (filters.age) found.push(...(await oldEnough(reader, wish, Number(filters.age))));
  return found;
}

/** A case that an officer has put on hold is not in the way until it wakes. */
const AWAKE = `(a.on_hold_until IS NULL OR a.status <> 'submitted' OR a.on_hold_until <= ?)`;

const OVERDUE = `EXISTS (SELECT 1 FROM evidence_requests r
                          WHERE r.application_id = a.id AND r.state = 'lapsed')`;

/** By the day received; cases made younger by a pause are looked at one by one, for they are few. */
async function oldEnough(reader: Reader, wish: QueueWish, days: number): Promise<Condition[]> {
  const { holidays } = await policyBook(reader);
  const before = receivedBeforeFor(days, wish.now, holidays);
  const paused: { id: string; receivedAt: Date }[] = await reader.query(
    `SELECT DISTINCT a.id, a.received_at AS receivedAt
       FROM applications a JOIN evidence_requests r ON r.application_id = a.id
      WHERE a.status IN (?) AND a.received_at < ?`,
    [statusesOrNone(wish.filters), before],
  );
  const requests = await requestsByCase(
    reader,
    paused.map(({ id }) => id),
  );
  const young = paused
    .filter(({ id, receivedAt }) => {
      const ageing = { receivedAt, decidedAt: null, pauses: requests.get(id) ?? [], holidays };
      return caseAge(ageing, wish.now) < days;
    })
    .map(({ id }) => id);
  const old = { sql: 'a.received_at < ?', values: [before] };
  return young.length === 0 ? [old] : [old, { sql: 'a.id NOT IN (?)', values: [young] }];
}

/** A decided status asked for together with an age leaves nothing. */
function statusesOrNone(filters: QueueFilters): readonly string[] {
  const statuses = statusesOf(filters);
  return statuses.length > 0 ? statuses : ['none'];
}

function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
