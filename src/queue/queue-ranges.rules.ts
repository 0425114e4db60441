import type { QueueFilters } from './queue-filters.rules.js';
import { NO_ZONE } from './queue-filters.rules.js';
import type { QueueOrder, QueuePlace, QueueSort } from './queue-order.rules.js';

/** A case without a hold, or in no zone, stands at the end of its order, in either direction. */
const NO_HOLD = '9999-12-31 00:00:00.000';
const NO_ZONE_ORDER = '~~~~~~~~~~';

interface SortColumns {
  columns: readonly string[];
  /** The value of the first column that always comes last; null when there is none. */
  last: string | null;
}

/** What each order compares, all kept in an index in this order; the id ends every comparison. */
const SORT_COLUMNS: Readonly<Record<QueueSort, SortColumns>> = {
  risk: { columns: ['hold_order_at', 'received_at', 'id'], last: NO_HOLD },
  hold: { columns: ['hold_order_at', 'received_at', 'id'], last: NO_HOLD },
  received: { columns: ['received_at', 'id'], last: null },
  type: { columns: ['permit_type_code', 'received_at', 'id'], last: null },
  zone: { columns: ['zone_order', 'received_at', 'id'], last: NO_ZONE_ORDER },
};

export function sortColumns(sort: QueueSort): readonly string[] {
  return SORT_COLUMNS[sort].columns;
}

/** One stretch of an index: columns held to a value, then at most two bounds on the next one. */
export type QueueRange = readonly { column: string; sign: '=' | '<' | '>'; value: string }[];

/**
 * The stretches a page may lie in, the nearest first; within each the order is plain, up or down.
 * Split so that each is one seek in the index: with `a > ? OR (a = ? AND b > ?)` the database would
 * walk from the start.
 */
export function queueRanges(
  order: QueueOrder,
  from: { place: QueuePlace; side: 'after' | 'before' } | null,
): { ranges: readonly QueueRange[]; isUp: boolean } {
  const isUp = (order.direction === 'asc') !== (from?.side === 'before');
  const { columns, last } = SORT_COLUMNS[order.sort];
  const [first = 'id'] = columns;
  // Downwards the rows that come last must be taken out of the front.
  const end = order.direction === 'desc' ? last : null;
  const rest: QueueRange | null = end === null ? null : [{ column: first, sign: '<', value: end }];
  const lastOnes: QueueRange | null =
    end === null ? null : [{ column: first, sign: '=', value: end }];
  const inOrder = [rest, lastOnes].filter((range) => range !== null);
  if (!from) return { ranges: inOrder.length > 0 ? inOrder : [[]], isUp };
  const isAmongLast = end !== null && from.place[0] === end;
  const near = beyond(columns, from.place, isUp ? '>' : '<');
  const own = isAmongLast ? near.slice(0, -1) : near.map((range) => within(range, first, end));
  const further = from.side === 'after' ? lastOnes : rest;
  const isBorderAhead = from.side === 'after' ? !isAmongLast : isAmongLast;
  return { ranges: further && isBorderAhead ? [...own, further] : own, isUp };
}

/** Nearest first: the same in all but the id, then in all but the last two, and so on. */
function beyond(columns: readonly string[], place: QueuePlace, sign: '<' | '>'): QueueRange[] {
  return columns
    .map((column, at) => [
      ...columns.slice(0, at).map((held, index) => ({
        column: held,
        sign: '=' as const,
        value: place[index] ?? '',
      })),
      { column, sign, value: place[at] ?? '' },
    ])
    .reverse();
}

/** Keeps an open stretch from running into the rows that come last. */
function within(range: QueueRange, first: string, end: string | null): QueueRange {
  const isOpen = range.some(({ column, sign }) => column === first && sign === '>');
  return isOpen && end !== null ? [...range, { column: first, sign: '<', value: end }] : range;
}

/** The index that is in this order once its filters are held; null: let the database choose. */
export function queueIndex({ sort }: QueueOrder, filters: QueueFilters): string | null {
  if (filters.assigned === 'me') return null;
  // Few enough to be put in order once they are found.
  if (filters.status === 'on_hold') return 'ix_applications_on_hold';
  if (filters.status === 'holds_ending') return 'ix_applications_by_hold';
  switch (sort) {
    case 'risk':
    case 'hold':
      if (filters.zone) return 'ix_applications_zone_hold';
      return filters.type ? 'ix_applications_type_hold' : 'ix_applications_by_hold';
    case 'received':
      if (filters.zone) return 'ix_applications_by_zone';
      return filters.type ? 'ix_applications_by_type' : 'ix_applications_by_received';
    case 'type':
      return 'ix_applications_by_type';
    case 'zone':
      return 'ix_applications_by_zone';
  }
}

/** A zone as `zone_order` has it. */
export function zoneOrder(zone: string): string {
  return zone === NO_ZONE ? NO_ZONE_ORDER : zone.padStart(10, ' ');
}
