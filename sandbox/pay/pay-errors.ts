import { Refusal, type Reply } from '../server/exchange.js';

/**
 * Pay's errors as its API reference lists them, with the texts its public API really sends.
 * Sources: docs.payments.service.gov.uk/api_reference; alphagov/pay-publicapi RequestError.java.
 */
const PAY_ERRORS = {
  P0101: [422, 'Missing mandatory attribute: %s'],
  P0102: [422, 'Invalid attribute value: %s. %s'],
  P0104: [400, 'Unexpected attribute: %s'],
  P0195: [422, 'Using authorisation_mode of moto_api is not allowed for this account'],
  P0196: [422, 'MOTO payments are not enabled for this account. Please contact support.'],
  P0197: [400, 'Unable to parse JSON'],
  P0198: [500, 'Downstream system error'],
  P0200: [404, 'Not found'],
  P0298: [500, 'Downstream system error'],
  P0300: [404, 'Not found'],
  P0398: [500, 'Downstream system error'],
  P0401: [422, 'Invalid parameters: %s. See Public API documentation for the correct data formats'],
  P0402: [404, 'Page not found'],
  P0498: [500, 'Downstream system error'],
  P0500: [404, 'Not found'],
  P0501: [400, 'Cancellation of payment failed'],
  P0502: [409, 'Cancellation of payment failed'],
  P0598: [500, 'Downstream system error'],
  P0600: [404, 'Not found'],
  P0601: [422, 'Missing mandatory attribute: %s'],
  P0602: [422, 'Invalid attribute value: %s. %s'],
  P0603: [400, 'The payment is not available for refund. Payment refund status: %s'],
  P0604: [412, 'Refund amount available mismatch.'],
  P0697: [400, 'Unable to parse JSON'],
  P0698: [500, 'Downstream system error'],
  P0700: [404, 'Not found'],
  P0798: [500, 'Downstream system error'],
  P0800: [404, 'Not found'],
  P0898: [500, 'Downstream system error'],
  P0900: [429, 'Too many requests'],
  P0920: [
    400,
    'Request blocked by security rules. Please consult API documentation for more information.',
  ],
  P0999: [503, 'GOV.UK Pay is temporarily down'],
  P1000: [404, 'Not found'],
  P1001: [400, 'Capture of payment failed'],
  P1003: [409, 'Payment cannot be captured'],
  P1100: [404, 'Page not found'],
  P1101: [422, 'Invalid parameters: %s. See Public API documentation for the correct data formats'],
  P1898: [500, 'Downstream system error'],
  P1098: [500, 'Downstream system error'],
} as const satisfies Record<string, readonly [number, string]>;

export type PayErrorCode = keyof typeof PAY_ERRORS;

interface Wording {
  field?: string;
  words?: string[];
  /** Where one code is sent with several statuses. */
  status?: number;
}

export function payErrorReply(code: PayErrorCode, wording: Wording = {}): Reply {
  const [status, pattern] = PAY_ERRORS[code];
  const words = [...(wording.field ? [wording.field] : []), ...(wording.words ?? [])];
  const description = words.reduce((text: string, word) => text.replace('%s', () => word), pattern);
  return {
    status: wording.status ?? status,
    body: { ...(wording.field && { field: wording.field }), code, description },
  };
}

export function payRefusal(code: PayErrorCode, wording: Wording = {}): Refusal {
  return new Refusal(payErrorReply(code, wording));
}

/** What Pay answers for "something is wrong at our side", by operation. */
const DOWNSTREAM: Record<string, PayErrorCode> = {
  create: 'P0198',
  read: 'P0298',
  events: 'P0398',
  search: 'P0498',
  cancel: 'P0598',
  refund: 'P0698',
  'read-refund': 'P0798',
  'list-refunds': 'P0898',
  'search-refunds': 'P1898',
  capture: 'P1098',
};

/** The answer when the stand-in was told to misbehave. */
export function payFaultReply(status: number, operation: string): Reply {
  if (status === 429) return payErrorReply('P0900');
  if (status === 503) return payErrorReply('P0999');
  if (status === 409) return payErrorReply(operation === 'capture' ? 'P1003' : 'P0502');
  return payErrorReply(DOWNSTREAM[operation] ?? 'P0298', { status });
}
