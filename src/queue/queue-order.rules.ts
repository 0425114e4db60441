import { ROW_ID } from '../shared/row-id.js';

/** The orders the queue can be in. `risk`: the hold ending soonest, then the oldest. */
export const QUEUE_SORTS = ['risk', 'received', 'type', 'zone', 'hold'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];
export const QUEUE_DIRECTIONS = ['asc', 'desc'] as const;
export type QueueDirection = (typeof QUEUE_DIRECTIONS)[number];

export interface QueueOrder {
  sort: QueueSort;
  direction: QueueDirection;
}

/** A place in an order: the sort values of one case, its id last. Codes, instants and ids only. */
export type QueuePlace = readonly string[];

/** What each order compares, beside the id that ends every comparison. */
export const SORT_VALUES: Readonly<Record<QueueSort, readonly ('instant' | 'code')[]>> = {
  risk: ['instant', 'instant'],
  received: ['instant'],
  type: ['code', 'instant'],
  zone: ['code', 'instant'],
  hold: ['instant', 'instant'],
};

const SHAPES = {
  instant: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/,
  code: /^[\w~ -]{1,40}$/,
  id: ROW_ID,
} as const;

/** The place as the address of the next page carries it. */
export function placeText(place: QueuePlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads it back; null when it is not a place of this order. */
export function readPlace(text: string, sort: QueueSort): QueuePlace | null {
  const place = parsed(Buffer.from(text, 'base64url').toString('utf8'));
  const shapes = [...SORT_VALUES[sort], 'id' as const];
  if (!Array.isArray(place) || place.length !== shapes.length) return null;
  const fits = shapes.every((shape, index) => {
    const value: unknown = place[index];
    return typeof value === 'string' && SHAPES[shape].test(value);
  });
  return fits ? (place as string[]) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
