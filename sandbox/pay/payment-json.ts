import { type JsonObject } from '../server/exchange.js';
import { type PaymentEvent, type PaymentRecord, type RefundRecord } from './payment.record.js';
import {
  eventsAt,
  isCaptured,
  isFinished,
  latestEvent,
  refundAvailabilityAt,
  refundedPence,
  refundStatusAt,
} from './payment-progress.js';

/** Pay's words for why a payment came to nothing. */
const END_MESSAGES = {
  P0010: 'Payment method rejected',
  P0020: 'Payment expired',
  P0030: 'Payment was cancelled by the user',
  P0040: 'Payment was cancelled by the service',
  P0050: 'Payment provider returned an error',
} as const;

/** @property base the address of the API, without the version: http://127.0.0.1:PORT/pay */
export interface View {
  base: string;
  now: Date;
}

/** The shape of `GET /v1/payments/{PAYMENT_ID}`: a link is there only while its action is possible. */
export function paymentJson(payment: PaymentRecord, view: View): JsonObject {
  return { ...paymentFields(payment, view), _links: paymentLinks(payment, view) };
}

/** A payment among search results: there an impossible action is null. */
export function foundPaymentJson(payment: PaymentRecord, view: View): JsonObject {
  const links = paymentLinks(payment, view);
  return {
    ...paymentFields(payment, view),
    _links: {
      self: links['self'],
      cancel: links['cancel'] ?? null,
      events: links['events'],
      refunds: links['refunds'],
      capture: links['capture'] ?? null,
    },
  };
}

export function paymentEventsJson(payment: PaymentRecord, view: View): JsonObject {
  const self = `${view.base}/v1/payments/${payment.id}`;
  return {
    events: eventsAt(payment, view.now).map((event) => ({
      payment_id: payment.id,
      state: stateJson(event),
      updated: event.at,
      _links: { payment_url: link('GET', self) },
    })),
    payment_id: payment.id,
    _links: { self: link('GET', `${self}/events`) },
  };
}

export function refundJson(payment: PaymentRecord, refund: RefundRecord, view: View): JsonObject {
  const ofPayment = `${view.base}/v1/payments/${payment.id}`;
  return {
    refund_id: refund.id,
    created_date: refund.createdAt,
    amount: refund.amount,
    status: refundStatusAt(refund, view.now),
    settlement_summary: settledJson(refund.settledAt, view.now),
    _links: {
      self: link('GET', `${ofPayment}/refunds/${refund.id}`),
      payment: link('GET', ofPayment),
    },
  };
}

export function refundsJson(payment: PaymentRecord, view: View): JsonObject {
  const ofPayment = `${view.base}/v1/payments/${payment.id}`;
  return {
    payment_id: payment.id,
    _links: { self: link('GET', `${ofPayment}/refunds`), payment: link('GET', ofPayment) },
    _embedded: { refunds: payment.refunds.map((refund) => refundJson(payment, refund, view)) },
  };
}

/** A payment without its links, as webhook messages hold it. */
export function paymentFields(payment: PaymentRecord, view: View): JsonObject {
  const refunded = refundedPence(payment, view.now);
  return {
    amount: payment.amount,
    description: payment.description,
    reference: payment.reference,
    language: payment.language,
    ...(payment.metadata && { metadata: payment.metadata }),
    ...(payment.email !== undefined && { email: payment.email }),
    state: stateJson(latestEvent(payment, view.now)),
    payment_id: payment.id,
    payment_provider: 'sandbox',
    created_date: payment.createdAt,
    refund_summary: {
      status: refundAvailabilityAt(payment, view.now),
      amount_available: payment.amount - refunded,
      amount_submitted: refunded,
    },
    settlement_summary: settlementJson(payment, view.now),
    ...feeJson(payment, view.now),
    ...cardFields(payment),
    delayed_capture: payment.delayedCapture,
    moto: false,
    authorisation_mode: 'web',
    return_url: payment.returnUrl,
  };
}

function stateJson(event: PaymentEvent): JsonObject {
  return {
    status: event.status,
    finished: isFinished(event.status),
    ...(event.code && { message: END_MESSAGES[event.code], code: event.code }),
  };
}

function settlementJson(payment: PaymentRecord, now: Date): JsonObject {
  return {
    ...(isPast(payment.captureSubmittedAt, now) && {
      capture_submit_time: payment.captureSubmittedAt,
    }),
    ...(isCaptured(payment, now) && { captured_date: payment.capturedAt?.slice(0, 10) }),
    ...settledJson(payment.settledAt, now),
  };
}

function settledJson(settledAt: string | undefined, now: Date): JsonObject {
  return isPast(settledAt, now) ? { settled_date: settledAt?.slice(0, 10) } : {};
}

function isPast(at: string | undefined, now: Date): boolean {
  return at !== undefined && Date.parse(at) <= now.getTime();
}

function feeJson(payment: PaymentRecord, now: Date): JsonObject {
  const { amount, feePence } = payment;
  if (feePence === undefined || !isCaptured(payment, now)) return {};
  return { fee: feePence, net_amount: amount - feePence };
}

function cardFields(payment: PaymentRecord): JsonObject {
  const { card } = payment;
  if (!card) return {};
  return {
    card_details: {
      last_digits_card_number: card.lastDigits,
      first_digits_card_number: card.firstDigits,
      cardholder_name: card.cardholderName,
      expiry_date: card.expiryDate,
      billing_address: null,
      card_brand: card.brand,
      card_type: card.type,
    },
    card_brand: card.brand,
    provider_id: `sandbox-${payment.cardPageToken}`,
    authorisation_summary: { three_d_secure: { required: false } },
  };
}

function paymentLinks(payment: PaymentRecord, { base, now }: View): JsonObject {
  const self = `${base}/v1/payments/${payment.id}`;
  const { status } = latestEvent(payment, now);
  const isResumable = status === 'created' || status === 'started' || status === 'submitted';
  return {
    self: link('GET', self),
    ...(isResumable && cardPageLinks(payment, base)),
    events: link('GET', `${self}/events`),
    refunds: link('GET', `${self}/refunds`),
    ...(!isFinished(status) && { cancel: link('POST', `${self}/cancel`) }),
    ...(status === 'capturable' && { capture: link('POST', `${self}/capture`) }),
  };
}

function cardPageLinks(payment: PaymentRecord, base: string): JsonObject {
  return {
    next_url: link('GET', `${base}/secure/${payment.cardPageToken}`),
    next_url_post: {
      type: 'application/x-www-form-urlencoded',
      params: { chargeTokenId: payment.cardPageToken },
      ...link('POST', `${base}/secure`),
    },
  };
}

function link(method: 'GET' | 'POST', href: string): { href: string; method: string } {
  return { href, method };
}
