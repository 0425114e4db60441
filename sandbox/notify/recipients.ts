import { type JsonObject } from '../server/exchange.js';
import { type MessageOutcome } from './message.record.js';
import { badRequest, invalid } from './notify-errors.js';

/** Notify's recipients that fail on purpose under a test key. Every other one is delivered to. */
const FAILING: Record<string, MessageOutcome> = {
  '07700900003': 'temporary-failure',
  '07700900002': 'permanent-failure',
  'temp-fail@simulator.notify': 'temporary-failure',
  'perm-fail@simulator.notify': 'permanent-failure',
};

/** Notify answers for these but keeps nothing of them. */
const SMOKE_TEST = new Set([
  '07700900000',
  '07700900111',
  '07700900222',
  'simulate-delivered@notifications.service.gov.uk',
  'simulate-delivered-2@notifications.service.gov.uk',
  'simulate-delivered-3@notifications.service.gov.uk',
]);

const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~\\-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/i;
const POSTCODE = /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|BFPO ?\d{1,4})$/i;
const BAD_START = /^[@()=[\]”\\/,<>]/;
const LINE_NAMES = [1, 2, 3, 4, 5, 6, 7].map((number) => `address_line_${number}`);

export function outcomeFor(to: string): MessageOutcome {
  return FAILING[simplified(to)] ?? 'delivered';
}

export function isSmokeTest(to: string): boolean {
  return SMOKE_TEST.has(simplified(to));
}

export function checkEmailAddress(value: unknown): string {
  const address = typeof value === 'string' ? value.trim() : '';
  const isGood = EMAIL.test(address) && address.length <= 320 && !address.includes('..');
  if (!isGood) throw invalid('email_address Not a valid email address');
  return address;
}

/** UK mobiles only: sending abroad is not switched on for this service. */
export function checkPhoneNumber(value: unknown): string {
  const given = typeof value === 'string' ? value.trim() : '';
  const digits = given.replace(/[\s()+.\-–]/g, '');
  if (/\D/.test(digits)) throw invalid('phone_number Must not contain letters or symbols');
  const isAbroad = /^(\+|00)/.test(given) && !/^(00)?44/.test(digits);
  if (isAbroad) throw badRequest('Cannot send to international mobile numbers');
  const national = digits.replace(/^(00)?44/, '').replace(/^0/, '');
  if (national.length < 10) throw invalid('phone_number Not enough digits');
  if (national.length > 10) throw invalid('phone_number Too many digits');
  if (!national.startsWith('7')) throw invalid('phone_number Not a UK mobile number');
  return given;
}

/** The lines of a letter's address, 3 to 7, the last a postcode or a country. */
export function checkAddress(personalisation: JsonObject): string[] {
  const lines = LINE_NAMES.map((name) => personalisation[name])
    .map((value) => (typeof value === 'string' ? value.trim() : ''))
    .filter((line) => line !== '');
  if (!('address_line_1' in personalisation)) {
    throw invalid('personalisation address_line_1 is a required property');
  }
  if (lines.length < 3) throw invalid('Address must be at least 3 lines');
  if (!lines.slice(0, 2).every((line) => /[a-z0-9]/i.test(line))) {
    throw invalid('The first 2 lines of the address must include alphanumeric characters');
  }
  if (lines.some((line) => BAD_START.test(line))) {
    throw invalid(
      'Address lines must not start with any of the following characters: @ ( ) = [ ] ” \\ / , < >',
    );
  }
  const last = lines[lines.length - 1] ?? '';
  if (!POSTCODE.test(last) && !countries().has(last.toLowerCase())) {
    throw invalid('Last line of address must be a real UK postcode or another country');
  }
  return lines;
}

function simplified(to: string): string {
  if (to.includes('@')) return to.toLowerCase();
  return to.replace(/\D/g, '').replace(/^(00)?44/, '0');
}

let countryNames: ReadonlySet<string> | null = null;

/** The English names of the world's countries, lower-case, without the United Kingdom. */
function countries(): ReadonlySet<string> {
  if (countryNames) return countryNames;
  const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const found = codes
    .filter((code) => !['GB', 'UK', 'ZZ'].includes(code))
    .map((code) => names.of(code))
    .filter((name) => name !== undefined);
  countryNames = new Set(found.map((name) => name.toLowerCase()));
  return countryNames;
}
