import { createHmac, randomBytes } from 'node:crypto';

/** The secret that `testSettings` gives every test application. */
export const NOTICE_SECRET = 'webhook secret of the tests, made up here';

/** What no log and no table may ever hold of a notice. */
export const CARD_OF_NOTICES = {
  cardholder_name: 'Morgan Payerson',
  last_digits_card_number: '4321',
  line1: '17 Cardholder Mews',
} as const;

export const EVENTS = [
  'card_payment_started',
  'card_payment_succeeded',
  'card_payment_captured',
  'card_payment_settled',
  'card_payment_refunded',
] as const;
export type NoticeEvent = (typeof EVENTS)[number];

interface Wishes {
  paymentId: string;
  event?: string;
  id?: string;
  /** What the id is called; `both` as long as it is not decided. */
  idField?: 'webhook_message_id' | 'id' | 'both';
  amount?: number;
  status?: string;
  resourceType?: string;
  more?: Record<string, unknown>;
}

/** A notice as GOV.UK Pay documents it, with a card and an address that must go nowhere. */
export function aNotice(wishes: Wishes): string {
  const { paymentId, event = 'card_payment_captured', id = newNoticeId() } = wishes;
  const { cardholder_name, last_digits_card_number, line1 } = CARD_OF_NOTICES;
  const idField = wishes.idField ?? 'webhook_message_id';
  return JSON.stringify({
    ...(idField === 'id' ? {} : { webhook_message_id: id }),
    ...(idField === 'webhook_message_id' ? {} : { id }),
    api_version: 1,
    created_date: '2026-11-20T10:36:26.988Z',
    resource_id: paymentId,
    resource_type: wishes.resourceType ?? 'payment',
    event_type: event,
    resource: {
      amount: wishes.amount ?? 5500,
      reference: 'a reference of the payer',
      email: 'payer@example.com',
      state: { status: wishes.status ?? 'success', finished: true },
      payment_id: paymentId,
      card_details: {
        cardholder_name,
        last_digits_card_number,
        billing_address: { line1, postcode: 'LE11 5ZZ', country: 'GB' },
      },
    },
    ...wishes.more,
  });
}

/** 26 lower-case letters and digits, as Pay's are. */
export function newNoticeId(): string {
  return randomBytes(13).toString('hex');
}

export function signatureOf(body: string | Buffer, secret = NOTICE_SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
