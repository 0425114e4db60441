import { isJsonObject, type JsonObject } from '../server/exchange.js';
import { payRefusal } from './pay-errors.js';
import { type NewPayment } from './payment-changes.js';

const HIGHEST_PENCE = 10_000_000;
/** Stripe's lowest; an account at another provider may differ. */
const LOWEST_PENCE = 30;
/** Refused by Pay in what a person reads. */
const FORBIDDEN_LETTERS = /[<>|]/;

/**
 * Reads the body of `POST /v1/payments` in the order Pay's own parser does, so that a body with two
 * faults is told of the same one. Throws Pay's refusal.
 */
export function readPaymentRequest(body: JsonObject): NewPayment {
  const amount = readAmount(body['amount']);
  const reference = readText(body, 'reference');
  const description = readText(body, 'description');
  refuseOtherModes(body);
  const language = readLanguage(body['language']);
  const delayedCapture = readFlag(body, 'delayed_capture');
  const email = readEmail(body['email']);
  const metadata = readMetadata(body);
  checkAmount(amount);
  return {
    amount,
    reference,
    description,
    returnUrl: readReturnUrl(body['return_url']),
    delayedCapture,
    language,
    ...(email !== undefined && { email }),
    ...(metadata && { metadata }),
  };
}

function readAmount(value: unknown): number {
  if (value === undefined || value === null) throw payRefusal('P0101', { field: 'amount' });
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw invalid('amount', 'Must be a valid numeric format');
  }
  return value;
}

function checkAmount(pence: number): void {
  if (pence < 1) throw invalid('amount', 'Must be greater than or equal to 1');
  const least = `Must be greater than or equal to ${LOWEST_PENCE}. Refer to https://docs.payments.service.gov.uk/making_payments/#amount`;
  if (pence < LOWEST_PENCE) throw invalid('amount', least);
  if (pence > HIGHEST_PENCE) {
    throw invalid('amount', `Must be less than or equal to ${HIGHEST_PENCE}`);
  }
}

function readText(body: JsonObject, field: 'reference' | 'description'): string {
  const value = body[field];
  if (value === undefined || value === null) throw payRefusal('P0101', { field });
  if (typeof value !== 'string') throw invalid(field, 'Must be a valid string format');
  if (value.trim() === '') throw payRefusal('P0101', { field });
  if (FORBIDDEN_LETTERS.test(value)) throw invalid(field, 'Must be a valid string format', 400);
  refuseLongerThan(field, value, 255);
  return value;
}

/** This account takes card payments on the web and nothing else. */
function refuseOtherModes(body: JsonObject): void {
  if (body['moto'] === true) throw payRefusal('P0196');
  const mode = body['authorisation_mode'];
  if (mode === 'moto_api') throw payRefusal('P0195');
  if (mode !== undefined && mode !== 'web') {
    throw invalid('authorisation_mode', 'Must be one of web, moto_api, agreement');
  }
  for (const name of ['agreement_id', 'agreement_payment_type']) {
    if (name in body) throw payRefusal('P0104', { words: [name] });
  }
}

function readLanguage(value: unknown): 'en' | 'cy' {
  if (value === undefined) return 'en';
  if (value === 'en' || value === 'cy') return value;
  throw invalid('language', 'Must be "en" or "cy"');
}

function readFlag(body: JsonObject, field: string): boolean {
  const value = body[field];
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw invalid(field, 'Must be true or false');
  return value;
}

function readEmail(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid('email', 'Field must be a string');
  refuseLongerThan('email', value, 254);
  return value;
}

function readMetadata(body: JsonObject): NewPayment['metadata'] {
  if (!('metadata' in body)) return undefined;
  const given = body['metadata'];
  if (given === null) throw invalid('metadata', 'Value must not be null');
  if (!isJsonObject(given)) {
    throw invalid('metadata', 'Must be an object of JSON key-value pairs');
  }
  const pairs = Object.entries(given);
  if (pairs.length > 15) throw invalid('metadata', 'Cannot have more than 15 key-value pairs');
  return Object.fromEntries(pairs.map(([key, value]) => [key, readMetadataValue(key, value)]));
}

function readMetadataValue(key: string, value: unknown): string | number | boolean {
  if (key.length < 1 || key.length > 30) {
    throw invalid('metadata', 'Keys must be between 1 and 30 characters long');
  }
  if (value === null) throw invalid('metadata', 'Must not have null values');
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw invalid('metadata', 'Values must be of type String, Boolean or Number');
  }
  if (String(value).length > 100) {
    throw invalid('metadata', 'Values must be no greater than 100 characters long');
  }
  return value;
}

function readReturnUrl(value: unknown): string {
  const field = 'return_url';
  if (value === undefined || value === null || value === '') throw payRefusal('P0101', { field });
  if (typeof value !== 'string' || !/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw invalid(field, 'Must be a valid URL format');
  }
  refuseLongerThan(field, value, 2000);
  return value;
}

function refuseLongerThan(field: string, value: string, most: number): void {
  if (value.length > most) {
    throw invalid(field, `Must be less than or equal to ${most} characters length`);
  }
}

function invalid(field: string, why: string, status?: number): Error {
  return payRefusal('P0102', { field, words: [why], ...(status && { status }) });
}
