import { type JsonObject } from '../server/exchange.js';
import { DEFAULT_SETTINGS, type SandboxSettings } from '../state/sandbox-settings.js';
import { type Fault, FAULT_KINDS } from './faults.js';

/** Reads `POST /control/faults`; a string says what is wrong. */
export function readFault(body: JsonObject | undefined): Fault | string {
  if (!body) return 'The body must be a JSON object.';
  const { service, operation = '*', paymentId, times = 1, delayMs = 0 } = body;
  const kind = FAULT_KINDS.find((known) => known === body['fault']);
  if (service !== 'pay' && service !== 'notify' && service !== 'dvla') {
    return 'service must be pay, notify or dvla.';
  }
  if (!kind) return `fault must be one of ${FAULT_KINDS.join(', ')}.`;
  if (typeof operation !== 'string') return 'operation must be a name or *.';
  if (paymentId !== undefined && typeof paymentId !== 'string') return 'paymentId must be text.';
  if (!isWhole(times) || times < 1) return 'times must be a whole number from 1.';
  if (!isWhole(delayMs)) return 'delayMs must be a whole number from 0.';
  return { service, operation, fault: kind, times, delayMs, ...(paymentId && { paymentId }) };
}

/** Reads `POST /control/settings`; a string says what is wrong. */
export function readSettings(body: JsonObject | undefined): Partial<SandboxSettings> | string {
  if (!body) return 'The body must be a JSON object.';
  for (const [name, value] of Object.entries(body)) {
    const known: unknown = Object.entries(DEFAULT_SETTINGS).find(([own]) => own === name)?.[1];
    if (known === undefined || name === 'id') return `There is no setting ${name}.`;
    if (typeof value !== typeof known) return `${name} must be a ${typeof known}.`;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return `${name} must be whole milliseconds.`;
    }
  }
  return body;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
