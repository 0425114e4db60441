import { emailMatchKey } from '../shared/email-address.js';
import { nameWords } from '../shared/name-keys.js';
import { weakLookAlikeKey } from '../shared/vehicle-registration.js';

/** What a case can be found by, beside its reference and its property. */
export const SEARCH_TERM_KINDS = [
  'name',
  'email',
  'phone',
  'registration',
  'client_reference',
] as const;
export type SearchTermKind = (typeof SEARCH_TERM_KINDS)[number];

export interface SearchTerm {
  kind: SearchTermKind;
  /** Compared letter by letter, from the start. */
  term: string;
  /** What stands on the case when the term no longer says it: the registration (R-VRM-5). */
  written: string | null;
}

/** What of an application is made findable. */
export interface Findable {
  applicantName: string;
  keeperName: string | null;
  applicantEmail: string | null;
  applicantMobile: string | null;
  registration: string | null;
  clientReference: string;
}

export function searchTermsOf(application: Findable): SearchTerm[] {
  const { applicantEmail, applicantMobile, registration } = application;
  const names = nameWords(`${application.applicantName} ${application.keeperName ?? ''}`);
  return [
    ...names.map((word) => plain('name', word)),
    ...(applicantEmail ? [plain('email', emailMatchKey(applicantEmail))] : []),
    ...(applicantMobile ? [plain('phone', applicantMobile)] : []),
    ...(registration ? [registrationTerm(registration)] : []),
    plain('client_reference', clientReferenceKey(application.clientReference)),
  ];
}

/** One key for every likeness; which one it is, `written` tells. */
export function registrationTerm(registration: string): SearchTerm {
  return {
    kind: 'registration',
    term: weakLookAlikeKey(registration),
    written: registration,
  };
}

/** The portal's own reference, however it is cased and spaced. */
export function clientReferenceKey(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, '').slice(0, 120);
}

function plain(kind: SearchTermKind, term: string): SearchTerm {
  return { kind, term, written: null };
}
