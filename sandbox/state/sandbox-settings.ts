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
};
