import { NO_FILTERS, type QueueFilters } from './queue-filters.rules.js';
import { placeText, type QueueOrder, type QueuePlace } from './queue-order.rules.js';

export interface QueueAddress {
  filters: QueueFilters;
  order: QueueOrder;
}

const FIRST_ORDER: QueueOrder = { sort: 'risk', direction: 'asc' };

/**
 * The address of a page of the queue; what is as always is left out. No resident's words are in it.
 * It always says something: the bare address opens with the view that a person has put first.
 */
export function queueHref(
  address: QueueAddress,
  from: { side: 'after' | 'before'; place: QueuePlace } | null = null,
): string {
  const query = new URLSearchParams(queueQuery(address));
  if (from) query.set(from.side, placeText(from.place));
  return `/queue?${query.size === 0 ? 'status=open' : query.toString()}`;
}

/** The page of every case of a list, from which they are rejected. */
export function rejectionHref(address: QueueAddress): string {
  return queueHref(address).replace('/queue', '/queue/rejection');
}

/** Filters and order alone, as a saved view keeps them; empty when all is as always. */
export function queueQuery({ filters, order }: QueueAddress): string {
  const given = { ...filters, ...order };
  const usual: Record<string, string> = { ...NO_FILTERS, ...FIRST_ORDER };
  const differing = Object.entries(given).filter(([name, value]) => value !== usual[name]);
  return new URLSearchParams(differing).toString();
}

/** The other direction when the list is in this order already, else upwards. */
export function sortHref(address: QueueAddress, sort: QueueOrder['sort']): string {
  const turns = isSortedBy(address.order, sort) && address.order.direction === 'asc';
  return queueHref({ ...address, order: { sort, direction: turns ? 'desc' : 'asc' } });
}

/** The usual order is by the end of the hold too. */
export function isSortedBy(order: QueueOrder, sort: QueueOrder['sort']): boolean {
  return order.sort === sort || (order.sort === 'risk' && sort === 'hold');
}
