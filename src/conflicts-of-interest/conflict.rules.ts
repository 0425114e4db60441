import { emailMatchKey } from '../shared/email-address.js';
import { isSameName } from '../shared/person-name.js';
import { lookAlikeKey } from '../shared/vehicle-registration.js';

/** What a member of staff may declare: his own, or that of somebody close to him. */
export const INTEREST_KINDS = ['address', 'registration', 'email', 'telephone', 'person'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** One thing declared, in its stored form: a UPRN, a registration, an address, a number, a name. */
export interface Interest {
  kind: InterestKind;
  value: string;
  /** Of a person only: counts the name nowhere else. Null: anywhere. */
  postcode: string | null;
}

/** What is known of one member of staff. */
export interface Interests {
  accountEmail: string;
  declared: readonly Interest[];
}

/** What of a case can touch somebody's interests. */
export interface CaseConcerns {
  uprn: string;
  postcode: string;
  registration: string | null;
  email: string | null;
  mobile: string | null;
  /** The applicant and the vehicle's keeper. */
  names: readonly string[];
}

export type ConflictGround = InterestKind | 'account_email';

/**
 * Why this person may not decide this case (R-COI-1): his own address, registration, e-mail or
 * telephone number, or a declared relation. Empty when nothing does. Look-alikes of a registration
 * count: a letter O typed for a nought opens no way round.
 */
export function conflictGrounds(interests: Interests, concerns: CaseConcerns): ConflictGround[] {
  const grounds = new Set<ConflictGround>();
  if (isSameEmail(interests.accountEmail, concerns.email)) grounds.add('account_email');
  for (const interest of interests.declared) {
    if (TOUCHES[interest.kind](interest, concerns)) grounds.add(interest.kind);
  }
  return [...grounds];
}

const TOUCHES: Readonly<
  Record<InterestKind, (interest: Interest, concerns: CaseConcerns) => boolean>
> = {
  address: ({ value }, { uprn }) => value === uprn,
  registration: ({ value }, { registration }) =>
    registration !== null && lookAlikeKey(value) === lookAlikeKey(registration),
  email: ({ value }, { email }) => isSameEmail(value, email),
  telephone: ({ value }, { mobile }) => value === mobile,
  person: ({ value, postcode }, { names, postcode: where }) =>
    (postcode === null || postcode === where) && names.some((name) => isSameName(name, value)),
};

function isSameEmail(mine: string, other: string | null): boolean {
  return other !== null && emailMatchKey(mine) === emailMatchKey(other);
}

/** To the person himself only: nobody else is told what the conflict is. */
export const CONFLICT_GROUND_WORDS: Readonly<Record<ConflictGround, string>> = {
  account_email: 'the e-mail address of your staff account',
  address: 'an address you declared',
  registration: 'a registration you declared',
  email: 'an e-mail address you declared',
  telephone: 'a telephone number you declared',
  person: 'a person you declared',
};

/** One plain sentence for the person himself. */
export function conflictSentence(grounds: readonly ConflictGround[]): string {
  const words = grounds.map((ground) => CONFLICT_GROUND_WORDS[ground]);
  const last = words.pop() ?? 'something you declared';
  const list = words.length === 0 ? last : `${words.join(', ')} and ${last}`;
  return `You have an interest in this case: it names ${list}. Somebody else must decide it.`;
}

/** How long a declared interest counts after it was taken off the list, in days. */
export const DAYS_AN_INTEREST_OUTLASTS = 90;
