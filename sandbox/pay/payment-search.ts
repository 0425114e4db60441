import { type JsonObject } from '../server/exchange.js';
import { asSeen, seenAt } from './as-seen.js';
import { pageOfResults } from './pages-of-results.js';
import { payRefusal } from './pay-errors.js';
import { foundPaymentJson, type View } from './payment-json.js';
import { type PaymentRecord } from './payment.record.js';
import { type RecordFolder } from '../state/record-folder.js';
import { statusAt } from './payment-progress.js';
import {
  isSettledBetween,
  type ParameterCheck,
  SEARCH_PARAMETERS,
  wrongParameters,
} from './search-parameters.js';

const STATES = 'created started submitted capturable success failed cancelled error'.split(' ');

/** `GET /v1/payments`: newest first, filters joined by AND, pages of at most 500, behind by `lagMs`. */
export function searchPayments(
  payments: RecordFolder<PaymentRecord>,
  query: URLSearchParams,
  { view, lagMs }: { view: View; lagMs: number },
): JsonObject {
  const wrong = wrongParameters(query, CHECKS);
  if (wrong !== '') throw payRefusal('P0401', { words: [wrong] });
  const seen = { ...view, now: seenAt(view.now, lagMs) };
  const page = pageOfResults({
    ...{ query, address: `${view.base}/v1/payments` },
    found: foundAgain(payments, query, lagMs) ?? find(payments, query, { view, lagMs }),
    show: (payment) => foundPaymentJson(payment, seen),
  });
  if (!page) throw payRefusal('P0402');
  return page;
}

function find(
  payments: RecordFolder<PaymentRecord>,
  query: URLSearchParams,
  { view, lagMs }: { view: View; lagMs: number },
): PaymentRecord[] {
  const now = seenAt(view.now, lagMs);
  const found = payments
    .all()
    .map((payment) => asSeen(payment, view.now, lagMs))
    .filter((payment) => payment !== null)
    .filter((payment) => isWanted(payment, query, now))
    .sort((a, b) => newestFirst(a.createdAt, b.createdAt) || newestFirst(a.id, b.id));
  latest.set(payments, { asked: withoutPage(query), version: payments.version, found });
  return found;
}

interface Found {
  asked: string;
  version: number;
  found: PaymentRecord[];
}

/** The last search of each sandbox: its further pages need not look through everything again. */
const latest = new WeakMap<RecordFolder<PaymentRecord>, Found>();

/** Only where nothing but a change of the payments can change what is found. */
function foundAgain(
  payments: RecordFolder<PaymentRecord>,
  query: URLSearchParams,
  lagMs: number,
): PaymentRecord[] | null {
  const known = latest.get(payments);
  if (lagMs > 0 || query.get('state') || known?.version !== payments.version) return null;
  return known.asked === withoutPage(query) ? known.found : null;
}

function withoutPage(query: URLSearchParams): string {
  const asked = new URLSearchParams(query);
  asked.delete('page');
  asked.delete('display_size');
  return asked.toString();
}

function newestFirst(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}

const CHECKS: Record<string, ParameterCheck> = {
  state: (value) => STATES.includes(value),
  reference: (value) => value.length <= 255,
  email: (value) => value.length <= 254,
  card_brand: (value) => value.length <= 20,
  ...SEARCH_PARAMETERS,
  first_digits_card_number: (value) => /^\d{6}$/.test(value),
  last_digits_card_number: (value) => /^\d{4}$/.test(value),
};

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
  const isFitting = Object.entries(fits).every(([name, test]) => {
    const value = query.get(name);
    return value === null || value === '' || test(value);
  });
  return isFitting && isSettledBetween(payment.settledAt, query);
}
