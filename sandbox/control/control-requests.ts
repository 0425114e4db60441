import { type JsonObject } from '../server/exchange.js';
import { ID_FIELDS } from '../pay/webhooks/webhook-body.js';
import { DEFAULT_SETTINGS, type SandboxSettings } from '../state/sandbox-settings.js';
import { type Fault, FAULT_KINDS } from './faults.js';

/** Reads `POST /control/faults`; a string says what is wrong. */
export function readFault(body: JsonObject | undefined): Fault | string {
  if (!body) return 'The body must be a JSON object.';
  const { service, operation = '*', paymentId, times = 1, delayMs = 0, amountPence } = body;
  const kind = FAULT_KINDS.find((known) => known === body['fault']);
  if (service !== 'pay' && service !== 'notify' && service !== 'dvla') {
    return 'service must be pay, notify or dvla.';
  }
  if (!kind) return `fault must be one of ${FAULT_KINDS.join(', ')}.`;
  if (typeof operation !== 'string') return 'operation must be a name or *.';
  if (paymentId !== undefined && typeof paymentId !== 'string') return 'paymentId must be text.';
  if (!isWhole(times) || times < 1) return 'times must be a whole number from 1.';
  if (!isWhole(delayMs)) return 'delayMs must be a whole number from 0.';
  if (amountPence !== undefined && !isWhole(amountPence)) return 'amountPence must be whole pence.';
  return {
    ...{ service, operation, fault: kind, times, delayMs },
    ...(paymentId && { paymentId }),
    ...(amountPence !== undefined && { amountPence }),
  };
}

/** Reads `POST /control/settings`; a string says what is wrong. */
export function readSettings(body: JsonObject | undefined): Partial<SandboxSettings> | string {
  if (!body) return 'The body must be a JSON object.';
  for (const [name, value] of Object.entries(body)) {
    const known: unknown = Object.entries(DEFAULT_SETTINGS).find(([own]) => own === name)?.[1];
    if (known === undefined || name === 'id') return `There is no setting ${name}.`;
    if (typeof value !== typeof known) return `${name} must be a ${typeof known}.`;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return `${name} must be a whole number.`;
    }
  }
  const { webhookUrl, webhookIdField } = body;
  if (webhookUrl && !isOnThisMachine(String(webhookUrl))) {
    return 'webhookUrl must begin with http://127.0.0.1 or http://localhost.';
  }
  if (webhookIdField && !ID_FIELDS.some((known) => known === webhookIdField)) {
    return `webhookIdField must be one of ${ID_FIELDS.join(', ')}.`;
  }
  return body;
}

function isOnThisMachine(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
