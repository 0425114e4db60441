import { isLocalDate, type LocalDate } from '../shared/local-date.js';

/**
 * What DVLA's register says of a vehicle, as it was answered; null where it said nothing. It names
 * no keeper, no address and no model, so it proves none of them (R-VES-1).
 */
export interface RegisterFacts {
  readonly make: string | null;
  readonly colour: string | null;
  readonly wheelplan: string | null;
  readonly typeApproval: string | null;
  readonly taxStatus: string | null;
  readonly taxDueOn: LocalDate | null;
  readonly motStatus: string | null;
  readonly motExpiresOn: LocalDate | null;
  /** YYYY-MM. */
  readonly firstRegisteredMonth: string | null;
  readonly lastV5cIssuedOn: LocalDate | null;
  readonly markedForExport: boolean;
}

const LONGEST_WORDS = 60;

/**
 * Reads one answer of the Vehicle Enquiry Service. Only `registrationNumber` is always there; null
 * when the answer is none, or is about another vehicle. A fact of an unknown shape is left out: the
 * service's own test data says "<1 YEAR FROM NOW>" for a date.
 */
export function readRegisterFacts(body: unknown, registration: string): RegisterFacts | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const given = body as Readonly<Record<string, unknown>>;
  if (given['registrationNumber'] !== registration) return null;
  return {
    make: wordsOf(given['make']),
    colour: wordsOf(given['colour']),
    wheelplan: wordsOf(given['wheelplan']),
    typeApproval: wordsOf(given['typeApproval']),
    taxStatus: wordsOf(given['taxStatus']),
    taxDueOn: dateOf(given['taxDueDate']),
    motStatus: wordsOf(given['motStatus']),
    motExpiresOn: dateOf(given['motExpiryDate']),
    firstRegisteredMonth: monthOf(given['monthOfFirstRegistration']),
    lastV5cIssuedOn: dateOf(given['dateOfLastV5CIssued']),
    markedForExport: given['markedForExport'] === true,
  };
}

function wordsOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const words = value.trim().replace(/\s+/g, ' ');
  return words === '' || words.length > LONGEST_WORDS ? null : words;
}

function dateOf(value: unknown): LocalDate | null {
  return typeof value === 'string' && isLocalDate(value) ? value : null;
}

function monthOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}$/.test(value)) return null;
  return isLocalDate(`${value}-01`) ? value : null;
}
