import { policyBook } from '../policy/policy-book.queries.js';
import { caseAge, receivedBeforeFor } from '../case-file/case-age.rules.js';
import { type CaseListRow, caseListRows, requestsByCase } from '../case-file/case-list.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { endsByFor, holdHoursAt } from '../hold-endings/hold-stages.rules.js';
import { type QueueFilters, type QueueStatus, statusesOf } from './queue-filters.rules.js';
import type { QueueOrder, QueuePlace } from './queue-order.rules.js';
import { type Condition, countUpTo, placesFrom, type Wanted } from './queue-places.queries.js';
import { zoneOrder } from './queue-ranges.rules.js';

export const PAGE_SIZE = 25;
/** Counting stops here: nobody reads on, and a count of everything would cost every page. */
export const MOST_COUNTED = 1_000;

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

/** One page of the queue, found by place and never by counting rows: it holds still while cases arrive. */
export async function readQueue(reader: Reader, wish: QueueWish): Promise<QueuePage> {
  const wanted = await wantedCases(reader, wish);
  if (wanted.statuses.length === 0) return NO_CASES;
  const { from } = wish;
  const isBack = from?.side === 'before';
  const found = await placesFrom(reader, wanted, { from, limit: PAGE_SIZE + 1 });
  const hasMore = found.length > PAGE_SIZE;
  const places = found.slice(0, PAGE_SIZE);
  if (isBack) places.reverse();
  // A page reached by going back that is not full is the first one: it starts at the start.
  if (isBack && places.length < PAGE_SIZE) return readQueue(reader, { ...wish, from: null });
  const isAll = from === null && !hasMore;
  const total = isAll ? places.length : await countUpTo(reader, wanted, MOST_COUNTED + 1);
  return {
    rows: await caseListRows(
      reader,
      places.map((place) => place.at(-1) ?? ''),
    ),
    next: isBack || hasMore ? (places.at(-1) ?? null) : null,
    previous: (isBack ? hasMore : from !== null) ? (places[0] ?? null) : null,
    total: Math.min(total, MOST_COUNTED),
    isMore: total > MOST_COUNTED,
  };
}

/** Every case of a list in its order; one more than `most` when there are more. */
export async function readWholeList(
  reader: Reader,
  wish: Omit<QueueWish, 'from'>,
  most: number,
): Promise<CaseListRow[]> {
  const wanted = await wantedCases(reader, { ...wish, from: null });
  if (wanted.statuses.length === 0) return [];
  const places = await placesFrom(reader, wanted, { from: null, limit: most + 1 });
  return caseListRows(
    reader,
    places.map((place) => place.at(-1) ?? ''),
  );
}

const NO_CASES: QueuePage = { rows: [], next: null, previous: null, total: 0, isMore: false };

/** A decided status asked for together with an age leaves no status at all. */
async function wantedCases(reader: Reader, wish: QueueWish): Promise<Wanted> {
  const { filters, order } = wish;
  const conditions = await conditionsOf(reader, wish);
  return { statuses: statusesOf(filters), conditions, filters, order };
}

async function conditionsOf(reader: Reader, wish: QueueWish): Promise<Condition[]> {
  const { filters } = wish;
  const found: Condition[] = [];
  if (filters.type) found.push({ sql: 'a.permit_type_code = ?', values: [filters.type] });
  if (filters.zone) found.push({ sql: 'a.zone_order = ?', values: [zoneOrder(filters.zone)] });
  if (filters.assigned === 'me') found.push({ sql: 'a.claimed_by = ?', values: [wish.staffId] });
  if (filters.assigned === 'nobody') found.push({ sql: 'a.claimed_by IS NULL', values: [] });
  if (filters.status === 'overdue') found.push({ sql: OVERDUE, values: [] });
  if (filters.status === 'payment_lapsed') found.push({ sql: LAPSED, values: [] });
  if (filters.status === 'holds_ending') found.push(await endingSoon(reader, wish.now));
  if (filters.status === 'on_hold') found.push({ sql: 'a.on_hold_until > ?', values: [wish.now] });
  else if (!WITH_SLEEPERS.has(filters.status)) found.push({ sql: AWAKE, values: [wish.now] });
  if (filters.age) found.push(...(await oldEnough(reader, wish, Number(filters.age))));
  return found;
}

/** Whatever an officer waits for, the payment's hold does not wait. */
const WITH_SLEEPERS: ReadonlySet<QueueStatus> = new Set(['all', 'holds_ending', 'payment_lapsed']);

async function endingSoon(reader: Reader, now: Date): Promise<Condition> {
  const hours = holdHoursAt((await policyBook(reader)).settings, now);
  return { sql: 'a.hold_order_at <= ?', values: [endsByFor('first', hours, now)] };
}

/** A case that an officer has put on hold is not in the way until it wakes. */
const AWAKE = `(a.on_hold_until IS NULL OR a.status <> 'submitted' OR a.on_hold_until <= ?)`;

const OVERDUE = `(EXISTS (SELECT 1 FROM evidence_requests r
                           WHERE r.application_id = a.id AND r.state = 'lapsed')
               OR EXISTS (SELECT 1 FROM payment_requests r
                           WHERE r.application_id = a.id AND r.state = 'lapsed'
                             AND r.closed_at IS NULL))`;

/** Nothing is held or taken of the payment that counts. */
const LAPSED = `EXISTS (SELECT 1 FROM payments p WHERE p.application_id = a.id AND p.replaced_at IS NULL
                         AND p.state IN ('failed', 'cancelled', 'error'))`;

/** By the day received; cases made younger by a pause are looked at one by one, for they are few. */
async function oldEnough(reader: Reader, wish: QueueWish, days: number): Promise<Condition[]> {
  if (statusesOf(wish.filters).length === 0) return [];
  const { holidays } = await policyBook(reader);
  const before = receivedBeforeFor(days, wish.now, holidays);
  const paused: { id: string; receivedAt: Date }[] = await reader.query(
    `SELECT DISTINCT a.id, a.received_at AS receivedAt
       FROM applications a JOIN (SELECT application_id FROM evidence_requests
                                  UNION ALL SELECT application_id FROM payment_requests) r
         ON r.application_id = a.id
      WHERE a.status IN (?) AND a.received_at < ?`,
    [statusesOf(wish.filters), before],
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
