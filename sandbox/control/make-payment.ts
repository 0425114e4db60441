import { isJsonObject, type JsonObject } from '../server/exchange.js';
import {
  capturePayment,
  confirmPayment,
  createPayment,
  newPayId,
  withEvent,
  withRefund,
} from '../pay/payment-changes.js';
import { type PaymentRecord } from '../pay/payment.record.js';

export const MADE_STATES = [
  'created',
  'started',
  'held',
  'captured',
  'refunded',
  'failed',
  'cancelled',
  'error',
] as const;

export type MadeState = (typeof MADE_STATES)[number];

/** A payment to put into the stand-in as if a resident had made it. Only three fields are needed. */
export interface PaymentToMake {
  /** Default `held`. A hold made more than 120 hours ago has lapsed by itself. */
  state?: MadeState;
  /** Pence. */
  amount: number;
  reference: string;
  description?: string;
  /** ISO instant in UTC; default now. */
  created_date?: string;
  /** 26 lower-case letters and digits; default a new one. */
  payment_id?: string;
  email?: string;
  cardholder_name?: string;
  return_url?: string;
  metadata?: Record<string, string | number | boolean>;
  /** What the provider keeps, in pence; shown with `net_amount` once captured. */
  fee?: number;
  /** From the capture until `settled_date`, in milliseconds. */
  settle_after_ms?: number;
}

const MINUTE_MS = 60_000;
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** Reads the control request; a string says what is wrong with it. */
export function readPaymentToMake(body: JsonObject | undefined): PaymentToMake | string {
  if (!body) return 'The body must be a JSON object.';
  const { state = 'held', amount, reference, created_date, payment_id, metadata } = body;
  if (!MADE_STATES.some((known) => known === state)) {
    return `state must be one of ${MADE_STATES.join(', ')}.`;
  }
  if (!Number.isInteger(amount) || Number(amount) < 1) return 'amount must be whole pence.';
  if (typeof reference !== 'string' || reference === '') return 'reference is missing.';
  if (created_date !== undefined && !isInstant(created_date)) {
    return 'created_date must be an instant such as 2026-11-20T09:00:00.000Z.';
  }
  if (payment_id !== undefined && !/^[a-z0-9]{26}$/.test(String(payment_id))) {
    return 'payment_id must be 26 lower-case letters and digits.';
  }
  if (metadata !== undefined && !isJsonObject(metadata)) return 'metadata must be an object.';
  return { ...body, state, amount, reference } as PaymentToMake;
}

export function makePayment(wanted: PaymentToMake, now: Date): PaymentRecord {
  const createdAt = wanted.created_date ? new Date(wanted.created_date) : now;
  const payment = createPayment(
    {
      amount: wanted.amount,
      reference: wanted.reference,
      description: wanted.description ?? 'Parking permit application',
      returnUrl: wanted.return_url ?? 'https://permits.example.org/paid',
      delayedCapture: true,
      language: 'en',
      ...(wanted.email && { email: wanted.email }),
      ...(wanted.metadata && { metadata: wanted.metadata }),
      ...(wanted.fee !== undefined && { feePence: wanted.fee }),
      ...(wanted.settle_after_ms !== undefined && { settleAfterMs: wanted.settle_after_ms }),
    },
    createdAt,
    wanted.payment_id,
  );
  const steps = new Steps(createdAt, now);
  return bringTo(payment, wanted, steps);
}

/** Instants a little after the creation, never in the future. */
class Steps {
  constructor(
    private readonly createdAt: Date,
    private readonly now: Date,
  ) {}

  at(minutes: number): Date {
    const wanted = this.createdAt.getTime() + minutes * MINUTE_MS;
    return new Date(Math.min(wanted, this.now.getTime()));
  }
}

function bringTo(payment: PaymentRecord, wanted: PaymentToMake, steps: Steps): PaymentRecord {
  const iso = (minutes: number): string => steps.at(minutes).toISOString();
  const started = withEvent(payment, { status: 'started', at: iso(1) });
  const held = confirmPayment(started, wanted.cardholder_name ?? 'A Resident', steps.at(3));
  const captured = capturePayment(held, steps.at(60), steps.at(60));
  switch (wanted.state ?? 'held') {
    case 'created':
      return payment;
    case 'started':
      return started;
    case 'held':
      return held;
    case 'captured':
      return captured;
    case 'refunded':
      return withRefund(captured, {
        id: newPayId(),
        amount: payment.amount,
        createdAt: iso(90),
        settlesAt: iso(95),
        outcome: 'success',
      });
    case 'failed':
      return withEvent(started, { status: 'failed', code: 'P0010', at: iso(3) });
    case 'cancelled':
      return withEvent(held, { status: 'cancelled', code: 'P0040', at: iso(60) });
    case 'error':
      return withEvent(started, { status: 'error', code: 'P0050', at: iso(3) });
  }
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
