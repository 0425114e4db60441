import { setTimeout as pause } from 'node:timers/promises';
import { type SandboxState } from '../../state/sandbox-state.js';
import { SANDBOX_PAY_PATH } from '../../pay-settings.js';
import { signWebhook } from './webhook-body.js';
import { noteHappenings } from './webhook-messages.js';
import { type WebhookMessageRecord } from './webhook-message.record.js';

const LOOK_EVERY_MS = 40;
/** Pay waits three seconds for an answer. */
const PATIENCE_MS = 3000;
const MINUTE_MS = 60_000;
/** When a message that was not answered with 2xx is sent again; then never. Source: SendAttempter.java. */
const RETRY_AFTER_MS = [1, 5, 60, 24 * 60, 48 * 60].map((minutes) => minutes * MINUTE_MS);

/** Sends the webhook messages of a sandbox while it runs: at least once, in no certain order. */
export class WebhookSender {
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private turning: Promise<void> = Promise.resolve();

  constructor(
    private readonly state: SandboxState,
    private readonly origin: () => string,
  ) {}

  start(): void {
    this.turning = this.turn();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.turning;
    await Promise.allSettled(this.underWay);
  }

  /** Sends one message now, whatever became of it before; null when nobody answered. */
  async deliver(message: WebhookMessageRecord): Promise<number | null> {
    const status = await this.attempt(message);
    const latest = this.state.webhooks.get(message.id);
    if (!latest) return status;
    const attempts = [...latest.attempts, { at: this.state.now().toISOString(), status }];
    this.state.webhooks.put({ ...latest, attempts });
    return status;
  }

  private async turn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (this.state.settings.webhookUrl !== '') {
        const now = this.state.now();
        noteHappenings(this.state, { base: `${this.origin()}${SANDBOX_PAY_PATH}`, now });
        this.sendDue(now);
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: this.stopping.signal }).catch(() => null);
    }
  }

  private sendDue(now: Date): void {
    for (const message of this.state.webhooks.all()) {
      if (message.dueAt === null || Date.parse(message.dueAt) > now.getTime()) continue;
      const failures = message.attempts.length;
      this.state.webhooks.put({ ...message, dueAt: null, copies: 1 });
      const sending = this.sendCopies(message, failures).finally(() => {
        this.underWay.delete(sending);
      });
      this.underWay.add(sending);
    }
  }

  private async sendCopies(message: WebhookMessageRecord, failures: number): Promise<void> {
    const statuses = await Promise.all(
      Array.from({ length: message.copies }, () => this.deliver(message)),
    );
    if (statuses.some(isSuccess)) return;
    const latest = this.state.webhooks.get(message.id);
    const wait = RETRY_AFTER_MS[failures];
    if (!latest || wait === undefined) return;
    const dueAt = new Date(this.state.now().getTime() + wait).toISOString();
    this.state.webhooks.put({ ...latest, dueAt });
  }

  /** A fault of the operation `webhook` may lose the message, hold it back or lose its answer. */
  private async attempt({ paymentId, body, secret }: WebhookMessageRecord) {
    const fault = this.state.faults.take({ service: 'pay', operation: 'webhook', paymentId });
    if (fault?.fault === 'drop-before') return null;
    if (fault?.fault === 'delay') await pause(fault.delayMs ?? 0);
    const response = await fetch(this.state.settings.webhookUrl, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(PATIENCE_MS)]),
      headers: { 'content-type': 'application/json', 'pay-signature': signWebhook(body, secret) },
      body,
    }).catch(() => null);
    await response?.arrayBuffer().catch(() => null);
    return response === null || fault?.fault === 'drop-after' ? null : response.status;
  }
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
