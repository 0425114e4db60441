import { nameWords } from '../shared/name-keys.js';
import {
  formatRegistration,
  isOneSlipAway,
  lookAlikeKey,
  maskRegistration,
  type Registration,
  weakLookAlikeKey,
} from '../shared/vehicle-registration.js';

/** Why a case was found, the strongest first (R-VRM-5: look-alikes come after what was typed). */
export const MATCH_KINDS = [
  'reference',
  'permit_reference',
  'client_reference',
  'registration',
  'email',
  'phone',
  'name',
  'postcode',
  'registration_looks_alike',
  'registration_looks_a_little_alike',
  'reference_starts',
  'registration_starts',
  'registration_starts_alike',
  'email_starts',
  'phone_starts',
  'name_starts',
  'postcode_starts',
  'registration_one_slip',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface SearchMatch {
  applicationId: string;
  kind: MatchKind;
  /** The registration it was found by, else null. */
  registration: Registration | null;
}

/** One match for each case, its strongest; the strongest first, else in the order given. */
export function strongest(matches: readonly SearchMatch[]): SearchMatch[] {
  const byCase = new Map<string, SearchMatch>();
  for (const match of matches) {
    const before = byCase.get(match.applicationId);
    if (!before || rank(match) < rank(before)) byCase.set(match.applicationId, match);
  }
  return [...byCase.values()].sort((one, other) => rank(one) - rank(other));
}

function rank({ kind }: SearchMatch): number {
  return MATCH_KINDS.indexOf(kind);
}

/** How like the typed registration a stored one is; null when it is not. */
export function registrationLikeness(typed: Registration, stored: Registration): MatchKind | null {
  if (typed === stored) return 'registration';
  if (lookAlikeKey(typed) === lookAlikeKey(stored)) return 'registration_looks_alike';
  if (weakLookAlikeKey(typed) === weakLookAlikeKey(stored)) {
    return 'registration_looks_a_little_alike';
  }
  if (stored.startsWith(typed)) return 'registration_starts';
  if (weakLookAlikeKey(stored).startsWith(weakLookAlikeKey(typed))) {
    return 'registration_starts_alike';
  }
  return isOneSlipAway(lookAlikeKey(typed), lookAlikeKey(stored)) ? 'registration_one_slip' : null;
}

const FEWEST_FOR_SLIPS = 5;
const MOST_FOR_SLIPS = 8;
/** Every character a weak look-alike key can have. */
const KEY_CHARACTERS = [...'0123456789ACDEFGHJKLMNPQRTUVWXY'];

/** Every weak key that one slip makes of this registration's; none for what is too short to tell. */
export function slipKeys(registration: Registration): string[] {
  const key = weakLookAlikeKey(registration);
  const isLikelyPlate = /\d/.test(registration) && /[A-Z]/.test(registration);
  if (!isLikelyPlate || key.length < FEWEST_FOR_SLIPS || key.length > MOST_FOR_SLIPS) return [];
  const keys = new Set<string>();
  for (let at = 0; at <= key.length; at += 1) {
    const [before, rest] = [key.slice(0, at), key.slice(at)];
    for (const character of KEY_CHARACTERS) {
      keys.add(before + character + rest);
      if (rest !== '') keys.add(before + character + rest.slice(1));
    }
    if (rest !== '') keys.add(before + rest.slice(1));
    if (rest.length > 1) keys.add(`${before}${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`);
  }
  keys.delete(key);
  return [...keys];
}

interface Explained {
  match: SearchMatch;
  typed: string;
  /** The case's own names and registration, to say which of them it was. */
  found: { applicantName: string; registration: string | null };
  /** Registrations are shown in part only. */
  isMasked: boolean;
}

/** Why this case was found, as the list says it. */
export function matchWords({ match, typed, found, isMasked }: Explained): string {
  const { kind, registration } = match;
  if (registration !== null) {
    const shown = isMasked ? maskRegistration(registration) : formatRegistration(registration);
    const where = registration === found.registration ? '' : ', on the permit';
    return `${registrationWords(kind, { typed, registration, shown })}${where}`;
  }
  if (kind === 'name' || kind === 'name_starts') return nameMatchWords(kind, typed, found);
  return WORDS[kind] ?? 'Matches';
}

const WORDS: Partial<Record<MatchKind, string>> = {
  reference: 'Same reference',
  permit_reference: 'Same permit reference',
  client_reference: 'Same reference of the portal',
  email: 'Same email address',
  phone: 'Same telephone number',
  postcode: 'Same postcode',
  reference_starts: 'Reference starts like this',
  email_starts: 'Email address starts like this',
  phone_starts: 'Telephone number starts like this',
  postcode_starts: 'Postcode starts like this',
};

function registrationWords(
  kind: MatchKind,
  { typed, registration, shown }: { typed: string; registration: string; shown: string },
): string {
  const looksLike = `Registration looks like ${shown}: ${readAs(squeezed(typed), registration)}`;
  const words: Partial<Record<MatchKind, string>> = {
    registration: 'Same registration',
    registration_looks_alike: looksLike,
    registration_looks_a_little_alike: looksLike,
    registration_starts: `Registration ${shown} starts like this`,
    registration_starts_alike: `Registration ${shown} starts with letters that look like this`,
    registration_one_slip: `Registration ${shown} differs by one character`,
  };
  return words[kind] ?? 'Matches';
}

/** `O read as 0, S read as 5`: what was typed, and what stands on the case. */
function readAs(typed: string, registration: string): string {
  const pairs = [...typed].flatMap((character, at) =>
    character === registration[at] ? [] : [`${character} read as ${registration[at] ?? 'nothing'}`],
  );
  return [...new Set(pairs)].join(', ');
}

function squeezed(typed: string): string {
  return typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

function nameMatchWords(
  kind: 'name' | 'name_starts',
  typed: string,
  found: { applicantName: string },
): string {
  const own = nameWords(found.applicantName);
  const isApplicant = nameWords(typed).every((word) => own.some((one) => one.startsWith(word)));
  const whose = isApplicant ? 'Applicant’s name' : 'Name of the applicant or the vehicle’s keeper';
  return kind === 'name' ? `${whose} has these words` : `${whose} has words that start like this`;
}
