import { type SandboxState } from '../../state/sandbox-state.js';
import { newPayId } from '../payment-changes.js';
import { type View } from '../payment-json.js';
import { type PaymentRecord } from '../payment.record.js';
import { type Happening, happeningsOf } from './payment-happenings.js';
import { webhookBody } from './webhook-body.js';
import { type WebhookEventType, type WebhookMessageRecord } from './webhook-message.record.js';
import { firstDelivery } from './webhook-order.js';

/** What a person asks for by hand; what is left out is as the payment has it. */
export interface WishedMessage {
  eventType: WebhookEventType;
  messageId?: string;
  createdDate?: string;
}

/** Makes the messages of the events that happened since the webhook was set up and have none yet. */
export function noteHappenings(state: SandboxState, view: View): void {
  const { webhookSince } = state.settings;
  const noted = new Set(state.webhooks.all().map(({ occasion }) => occasion));
  for (const payment of state.payments.all()) {
    for (const happening of happeningsOf(payment, view.now)) {
      if (Date.parse(happening.at) < webhookSince) continue;
      noteOne({ state, view, payment }, happening, noted);
    }
  }
}

interface Scene {
  state: SandboxState;
  view: View;
  payment: PaymentRecord;
}

/** With a second secret there are two webhooks to the same address, as while a secret is changed. */
function noteOne(scene: Scene, happening: Happening, noted: ReadonlySet<string | null>): void {
  const { state, view, payment } = scene;
  const { webhookIdField: idField, webhookSeed, webhooksHeld } = state.settings;
  for (const [number, secret] of secretsOf(state).entries()) {
    const occasion = `${payment.id}:${happening.key}:${number}`;
    if (noted.has(occasion)) continue;
    const { delayMs, copies } = firstDelivery(webhookSeed, `${payment.reference}:${happening.key}`);
    const id = newPayId();
    const { type, at } = happening;
    state.webhooks.put({
      ...{ id, occasion, secret, copies, paymentId: payment.id, eventType: type, attempts: [] },
      body: webhookBody({ id, idField, type, at }, payment, view),
      dueAt: webhooksHeld ? null : new Date(view.now.getTime() + delayMs).toISOString(),
    });
  }
}

function secretsOf({ settings }: SandboxState): string[] {
  return [settings.webhookSecret, settings.webhookSecondSecret].filter((secret) => secret !== '');
}

/** A message made by hand, about the payment as it is now; it is sent when it is told to be. */
export function makeMessage(scene: Scene, wished: WishedMessage): WebhookMessageRecord {
  const { state, view, payment } = scene;
  const id = wished.messageId ?? newPayId();
  const at = wished.createdDate ?? view.now.toISOString();
  const { webhookIdField: idField, webhookSecret: secret } = state.settings;
  const message: WebhookMessageRecord = {
    ...{ id, secret, occasion: null, paymentId: payment.id, eventType: wished.eventType },
    body: webhookBody({ id, idField, type: wished.eventType, at }, payment, view),
    ...{ dueAt: null, copies: 1, attempts: [] },
  };
  state.webhooks.put(message);
  return message;
}
