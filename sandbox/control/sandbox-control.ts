import { type MessageRecord } from '../notify/message.record.js';
import { type MessageStatus } from '../notify/message-progress.js';
import { type OutsideHappening } from '../pay/meanwhile.js';
import { type SandboxSettings } from '../state/sandbox-settings.js';
import {
  type WebhookEventType,
  type WebhookMessageRecord,
} from '../pay/webhooks/webhook-message.record.js';
import { type Fault } from './faults.js';
import { type PaymentToMake } from './make-payment.js';
import { type VehicleToMake } from './make-vehicle.js';
import { type LogFilter, type LoggedRequest } from './request-log.js';

/** A payment as GOV.UK Pay's API shows it; the fields that tests and demo data ask for. */
export interface SeenPayment {
  payment_id: string;
  reference: string;
  /** Pence. */
  amount: number;
  created_date: string;
  state: { status: string; finished: boolean; code?: string; message?: string };
  refund_summary: { status: string; amount_available: number; amount_submitted: number };
  _links: Record<string, { href: string; method: string } | null | undefined>;
}

export interface SeenRefund {
  payment_id: string;
  refund_id: string;
  /** Pence. */
  amount: number;
  status: 'submitted' | 'success' | 'error';
}

export type SeenMessage = MessageRecord & { status: MessageStatus };

export interface WebhookToMake {
  paymentId: string;
  eventType: WebhookEventType;
  messageId?: string;
  createdDate?: string;
}

/** Steers a running sandbox, in this process or another. */
export interface SandboxControl {
  addFault(fault: Omit<Fault, 'times'> & { times?: number }): Promise<void>;
  /** The service behaves again: no fault waits any more. */
  clearFaults(): Promise<void>;
  /** Sets how far the sandbox's clock is ahead of the machine's. */
  moveClock(offsetMs: number): Promise<void>;
  changeSettings(changes: Partial<Omit<SandboxSettings, 'id'>>): Promise<SandboxSettings>;
  makePayment(wanted: PaymentToMake): Promise<SeenPayment>;
  /** Many at once, for measuring; answers how many. */
  makePayments(wanted: readonly PaymentToMake[]): Promise<number>;
  payments(filter?: { reference?: string }): Promise<SeenPayment[]>;
  /** Every refund as it is now, however far the API's own lists are behind. */
  refunds(): Promise<SeenRefund[]>;
  /** What DVLA's register shall say of a registration number; the last word stands. */
  makeVehicle(wanted: VehicleToMake): Promise<VehicleToMake>;
  /** Other hands than our client's: a colleague in Pay's admin tool, time. Says whether it could be. */
  letHappen(paymentId: string, happening: OutsideHappening, amountPence?: number): Promise<boolean>;
  /** In the order they were made. */
  webhooks(filter?: { paymentId?: string }): Promise<WebhookMessageRecord[]>;
  /** Makes a message about a payment as it is now, without sending it. */
  makeWebhook(wanted: WebhookToMake): Promise<WebhookMessageRecord>;
  /** Sends these now, one after the other or all at once; answers the status each was answered. */
  deliverWebhooks(ids: readonly string[], atOnce?: boolean): Promise<(number | null)[]>;
  /** Newest first. */
  messages(filter?: { reference?: string; to?: string }): Promise<SeenMessage[]>;
  /** Oldest first; without the control requests themselves. */
  log(filter?: LogFilter): Promise<LoggedRequest[]>;
  reset(): Promise<void>;
}

/** @param url the sandbox's address, without a slash at its end */
export function sandboxControl(url: string): SandboxControl {
  const post = <T>(path: string, body: object): Promise<T> =>
    call(`${url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const get = <T>(path: string, filter: Record<string, string> = {}): Promise<T> =>
    call(`${url}/control/${path}?${new URLSearchParams(filter).toString()}`, {});
  return {
    addFault: async (fault) => void (await post('faults', fault)),
    clearFaults: async () => void (await post('faults/clear', {})),
    moveClock: async (offsetMs) => void (await post('clock', { offsetMs })),
    changeSettings: (changes) => post('settings', changes),
    makePayment: (wanted) => post('payments', wanted),
    makePayments: async (payments) =>
      (await post<{ made: number }>('payments/many', { payments })).made,
    makeVehicle: (wanted) => post('vehicles', wanted),
    payments: async (filter) =>
      (await get<{ payments: SeenPayment[] }>('payments', filter)).payments,
    letHappen: async (paymentId, happening, amountPence) =>
      (await post<{ happened: boolean }>('happenings', { paymentId, happening, amountPence }))
        .happened,
    webhooks: async (filter) =>
      (await get<{ messages: WebhookMessageRecord[] }>('webhooks', filter)).messages,
    makeWebhook: (wanted) => post('webhooks', wanted),
    deliverWebhooks: async (ids, atOnce = false) =>
      (await post<{ statuses: (number | null)[] }>('webhooks/deliver', { ids, atOnce })).statuses,
    refunds: async () => (await get<{ refunds: SeenRefund[] }>('refunds')).refunds,
    messages: async (filter) =>
      (await get<{ messages: SeenMessage[] }>('messages', filter)).messages,
    log: async (filter) => (await get<{ requests: LoggedRequest[] }>('log', filter)).requests,
    reset: async () => void (await post('reset', {})),
  };
}

async function call<T>(address: string, request: RequestInit): Promise<T> {
  const response = await fetch(address, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox refused ${address}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
