import { randomBytes, randomUUID } from 'node:crypto';
import {
  type CardRecord,
  type PaymentEvent,
  type PaymentRecord,
  type RefundRecord,
} from './payment.record.js';

/** What a client says of a payment it wants. Amount in pence. */
export type NewPayment = Pick<
  PaymentRecord,
  | 'amount'
  | 'reference'
  | 'description'
  | 'returnUrl'
  | 'delayedCapture'
  | 'language'
  | 'email'
  | 'metadata'
  | 'settleAfterMs'
  | 'feePence'
>;

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuv';
const ID_LENGTH = 26;

/** Pay's public test card for a success. */
const TEST_CARD: Omit<CardRecord, 'cardholderName'> = {
  lastDigits: '1111',
  firstDigits: '444433',
  expiryDate: '12/29',
  brand: 'Visa',
  type: 'debit',
};

/** 26 lower-case letters and digits, as Pay names payments and refunds. */
export function newPayId(): string {
  return [...randomBytes(ID_LENGTH)].map((byte) => ID_LETTERS[byte % 32]).join('');
}

export function createPayment(wanted: NewPayment, createdAt: Date, id = newPayId()): PaymentRecord {
  return {
    ...wanted,
    id,
    createdAt: createdAt.toISOString(),
    cardPageToken: randomUUID(),
    events: [{ status: 'created', at: createdAt.toISOString() }],
    refunds: [],
  };
}

export function withEvent(payment: PaymentRecord, event: PaymentEvent): PaymentRecord {
  return { ...payment, events: [...payment.events, event] };
}

/** The resident confirms: a delayed payment is held, any other is taken at once. */
export function confirmPayment(
  payment: PaymentRecord,
  cardholderName: string,
  now: Date,
): PaymentRecord {
  const at = now.toISOString();
  const paid = withEvent(
    { ...payment, card: { ...TEST_CARD, cardholderName } },
    { status: 'submitted', at },
  );
  if (payment.delayedCapture) return withEvent(paid, { status: 'capturable', at });
  return capturePayment(paid, now, now);
}

/** @param capturedAt from when the payment can be refunded */
export function capturePayment(payment: PaymentRecord, now: Date, capturedAt: Date): PaymentRecord {
  const at = now.toISOString();
  return {
    ...withEvent(payment, { status: 'success', at }),
    captureSubmittedAt: at,
    capturedAt: capturedAt.toISOString(),
    ...settledAfter(payment, capturedAt),
  };
}

export function withRefund(payment: PaymentRecord, refund: RefundRecord): PaymentRecord {
  const settled = { ...refund, ...settledAfter(payment, new Date(refund.settlesAt)) };
  return { ...payment, refunds: [...payment.refunds, settled] };
}

function settledAfter({ settleAfterMs }: PaymentRecord, at: Date): { settledAt?: string } {
  if (settleAfterMs === undefined) return {};
  return { settledAt: new Date(at.getTime() + settleAfterMs).toISOString() };
}
