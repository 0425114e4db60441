import {
  type PaymentEvent,
  type PaymentRecord,
  type PaymentStatus,
  type RefundRecord,
} from './payment.record.js';

const MINUTE_MS = 60_000;
/** The paying user has 90 minutes to complete the payment. */
const COMPLETE_WITHIN_MS = 90 * MINUTE_MS;
/** A delayed capture must be asked for within 120 hours of creation. */
const CAPTURE_WITHIN_MS = 120 * 60 * MINUTE_MS;

const UNFINISHED: ReadonlySet<PaymentStatus> = new Set([
  'created',
  'started',
  'submitted',
  'capturable',
]);

export type RefundStatus = 'submitted' | 'success' | 'error';
export type RefundAvailability = 'pending' | 'unavailable' | 'available' | 'full';

/** What has happened to the payment until `now`, oldest first, expiry included. */
export function eventsAt(payment: PaymentRecord, now: Date): PaymentEvent[] {
  const last = payment.events[payment.events.length - 1];
  if (!last || !UNFINISHED.has(last.status)) return payment.events;
  const expiresAt = expiryOf(payment, last.status);
  if (now < expiresAt) return payment.events;
  return [...payment.events, { status: 'failed', code: 'P0020', at: expiresAt.toISOString() }];
}

export function latestEvent(payment: PaymentRecord, now: Date): PaymentEvent {
  const events = eventsAt(payment, now);
  return events[events.length - 1] ?? { status: 'created', at: payment.createdAt };
}

export function statusAt(payment: PaymentRecord, now: Date): PaymentStatus {
  return latestEvent(payment, now).status;
}

export function isFinished(status: PaymentStatus): boolean {
  return !UNFINISHED.has(status);
}

/** The instant from which a hold can no longer be captured. */
export function holdEndsAt(payment: PaymentRecord): Date {
  return new Date(Date.parse(payment.createdAt) + CAPTURE_WITHIN_MS);
}

export function refundStatusAt(refund: RefundRecord, now: Date): RefundStatus {
  return now.getTime() < Date.parse(refund.settlesAt) ? 'submitted' : refund.outcome;
}

/** When something last happened to the payment or to a refund of it. ISO instant. */
export function lastChangeAt(payment: PaymentRecord, now: Date): string {
  const refunds = payment.refunds.map((refund) =>
    refundStatusAt(refund, now) === 'submitted' ? refund.createdAt : refund.settlesAt,
  );
  return [latestEvent(payment, now).at, ...refunds].sort().at(-1) ?? payment.createdAt;
}

/** Pence given back or on their way back; a refund the bank refused counts for nothing. */
export function refundedPence(payment: PaymentRecord, now: Date): number {
  return payment.refunds
    .filter((refund) => refundStatusAt(refund, now) !== 'error')
    .reduce((total, refund) => total + refund.amount, 0);
}

export function isCaptured(payment: PaymentRecord, now: Date): boolean {
  return payment.capturedAt !== undefined && Date.parse(payment.capturedAt) <= now.getTime();
}

export function refundAvailabilityAt(payment: PaymentRecord, now: Date): RefundAvailability {
  const status = statusAt(payment, now);
  if (status === 'success') {
    if (!isCaptured(payment, now)) return 'pending';
    return payment.amount > refundedPence(payment, now) ? 'available' : 'full';
  }
  return isFinished(status) ? 'unavailable' : 'pending';
}

function expiryOf(payment: PaymentRecord, status: PaymentStatus): Date {
  if (status === 'capturable') return holdEndsAt(payment);
  return new Date(Date.parse(payment.createdAt) + COMPLETE_WITHIN_MS);
}
