import { type JsonObject } from '../server/exchange.js';

export const LARGEST_PAGE = 500;

interface Search<T> {
  found: T[];
  query: URLSearchParams;
  /** Where the search is: http://127.0.0.1:PORT/pay/v1/payments */
  address: string;
  show(one: T): JsonObject;
}

/** One page of what was found, with Pay's links between pages; null when there is no such page. */
export function pageOfResults<T>({ found, query, address, show }: Search<T>): JsonObject | null {
  const page = Number(query.get('page') || 1);
  const size = Number(query.get('display_size') || LARGEST_PAGE);
  const pages = Math.max(1, Math.ceil(found.length / size));
  if (page > pages) return null;
  const results = found.slice((page - 1) * size, page * size);
  const to = (wanted: number): { href: string } => {
    const parameters = new URLSearchParams(query);
    parameters.set('display_size', String(size));
    parameters.set('page', String(wanted));
    return { href: `${address}?${parameters.toString()}` };
  };
  return {
    total: found.length,
    count: results.length,
    page,
    results: results.map(show),
    _links: {
      self: to(page),
      first_page: to(1),
      last_page: to(pages),
      ...(page > 1 && { prev_page: to(page - 1) }),
      ...(page < pages && { next_page: to(page + 1) }),
    },
  };
}
