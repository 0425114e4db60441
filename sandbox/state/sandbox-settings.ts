import { SANDBOX_PAY_WEBHOOK_SECRET } from '../pay-settings.js';

/** What can be turned while the sandbox runs (POST /control/settings). Times in milliseconds. */
export interface SandboxSettings {
  id: 'settings';
  /** Added to the machine's clock: later holds expire, refunds settle, messages arrive. */
  clockOffsetMs: number;
  /** From the refund request until the bank has answered. Pay says up to 30 minutes. */
  refundDelayMs: number;
  /** From the capture request until the payment can be refunded. */
  captureDelayMs: number;
  /** A message stays `created` this long, then `sending` as long again, then is delivered. */
  deliveryStepMs: number;
  /** Pay's limit of 15 POST requests a second, answered with 429 and P0900. */
  payRateLimit: boolean;
  /** Notify's limit of messages in any 60 seconds. */
  notifySendsAMinute: number;
  /** A live Pay account refuses a return_url that is not https (P0920). */
  payLiveAccount: boolean;
  /** How far the two searches are behind (they are eventually consistent). */
  searchLagMs: number;
  /** How far the list of a payment's refunds is behind; the payment itself never is. */
  refundListLagMs: number;
  /** What the provider keeps of a payment made from now on, in pence; 0 says nothing of fees. */
  payFeePence: number;
  /** From the capture of such a payment until its `settled_date`; 0 says nothing of it. */
  paySettleAfterMs: number;
  /** Not 0: Pay's requests meet misbehaviour by this seed. */
  quirkSeed: number;
  /** How many of a hundred requests do. */
  quirkPercent: number;
  /** Where webhook messages go: an address on this machine; empty for nowhere. */
  webhookUrl: string;
  /** Set with `webhookUrl`: what happened before has no message. Milliseconds since 1970. */
  webhookSince: number;
  webhookSecret: string;
  /** When not empty, a second webhook to the same address with this secret: every message comes twice. */
  webhookSecondSecret: string;
  /** What a message calls its id: `webhook_message_id`, `id` or `both`. */
  webhookIdField: string;
  /** 0 sends in order and once; any other number shakes the order and repeats some messages. */
  webhookSeed: number;
  /** Messages are made but sent only by `POST /control/webhooks/deliver`. */
  webhooksHeld: boolean;
}

export const DEFAULT_SETTINGS: SandboxSettings = {
  id: 'settings',
  clockOffsetMs: 0,
  refundDelayMs: 3000,
  captureDelayMs: 0,
  deliveryStepMs: 1000,
  payRateLimit: false,
  notifySendsAMinute: 3000,
  payLiveAccount: false,
  searchLagMs: 0,
  refundListLagMs: 0,
  payFeePence: 0,
  paySettleAfterMs: 0,
  quirkSeed: 0,
  quirkPercent: 15,
  webhookUrl: '',
  webhookSince: 0,
  webhookSecret: SANDBOX_PAY_WEBHOOK_SECRET,
  webhookSecondSecret: '',
  webhookIdField: 'webhook_message_id',
  webhookSeed: 0,
  webhooksHeld: false,
};
