import { type JsonObject } from '../server/exchange.js';
import { payRefusal } from './pay-errors.js';
import { foundPaymentJson, type View } from './payment-json.js';
import { type PaymentRecord } from './payment.record.js';
import { statusAt } from './payment-progress.js';

const STATES = 'created started submitted capturable success failed cancelled error'.split(' ');
const LARGEST_PAGE = 500;
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** `GET /v1/payments`: newest first, filters joined by AND, pages of at most 500. */
export function searchPayments(
  payments: PaymentRecord[],
  query: URLSearchParams,
  view: View,
): JsonObject {
  refuseBadParameters(query);
  const found = payments
    .filter((payment) => isWanted(payment, query, view.now))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
  const page = Number(query.get('page') || 1);
  const size = Number(query.get('display_size') || LARGEST_PAGE);
  const pages = Math.max(1, Math.ceil(found.length / size));
  if (page > pages) throw payRefusal('P0402');
  const results = found.slice((page - 1) * size, page * size);
  return {
    total: found.length,
    count: results.length,
    page,
    results: results.map((payment) => foundPaymentJson(payment, view)),
    _links: pageLinks({ page, pages, size }, query, view.base),
  };
}

function refuseBadParameters(query: URLSearchParams): void {
  const wrong = Object.entries(CHECKS)
    .filter(([name, isRight]) => query.get(name) && !isRight(query.get(name) ?? ''))
    .map(([name]) => name);
  if (wrong.length > 0) throw payRefusal('P0401', { words: [wrong.join(', ')] });
}

const CHECKS: Record<string, (value: string) => boolean> = {
  state: (value) => STATES.includes(value),
  reference: (value) => value.length <= 255,
  email: (value) => value.length <= 254,
  card_brand: (value) => value.length <= 20,
  from_date: isInstant,
  to_date: isInstant,
  page: (value) => isWholeBetween(value, 1, Number.MAX_SAFE_INTEGER),
  display_size: (value) => isWholeBetween(value, 1, LARGEST_PAGE),
  first_digits_card_number: (value) => /^\d{6}$/.test(value),
  last_digits_card_number: (value) => /^\d{4}$/.test(value),
};

function isInstant(value: string): boolean {
  return ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isWholeBetween(value: string, least: number, most: number): boolean {
  return /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function isWanted(payment: PaymentRecord, query: URLSearchParams, now: Date): boolean {
  const created = Date.parse(payment.createdAt);
  const fits: Record<string, (value: string) => boolean> = {
    reference: (value) => payment.reference.toLowerCase() === value.toLowerCase(),
    email: (value) => (payment.email ?? '').toLowerCase().includes(value.toLowerCase()),
    state: (value) => statusAt(payment, now) === value,
    from_date: (value) => created >= Date.parse(value),
    to_date: (value) => created < Date.parse(value),
    cardholder_name: (value) =>
      (payment.card?.cardholderName ?? '').toLowerCase().includes(value.toLowerCase()),
    card_brand: (value) => payment.card?.brand.toLowerCase() === value.toLowerCase(),
    first_digits_card_number: (value) => payment.card?.firstDigits === value,
    last_digits_card_number: (value) => payment.card?.lastDigits === value,
  };
  return Object.entries(fits).every(([name, test]) => {
    const value = query.get(name);
    return value === null || value === '' || test(value);
  });
}

interface Place {
  page: number;
  pages: number;
  size: number;
}

function pageLinks(place: Place, query: URLSearchParams, base: string): JsonObject {
  const to = (page: number): { href: string } => {
    const wanted = new URLSearchParams(query);
    wanted.set('display_size', String(place.size));
    wanted.set('page', String(page));
    return { href: `${base}/v1/payments?${wanted.toString()}` };
  };
  return {
    self: to(place.page),
    first_page: to(1),
    last_page: to(place.pages),
    ...(place.page > 1 && { prev_page: to(place.page - 1) }),
    ...(place.page < place.pages && { next_page: to(place.page + 1) }),
  };
}
