import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { emailMatchKey } from '../shared/email-address.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import { isSameName, nameKey } from '../shared/person-name.js';
import { LEDGER_HINT_KINDS, lastDayWords, type LedgerHint } from './ledger-hint.rules.js';
import { plateHints, plateLikeness } from './ledger-plates.rules.js';
import { isOpen } from './ledger.rules.js';
import type {
  LedgerApplication,
  LedgerPermit,
  LedgerRejection,
  LedgerRows,
} from './ledger-rows.js';

/** All there is to look at around a case, the most telling first. */
export function ledgerHints(rows: LedgerRows, now: Date): LedgerHint[] {
  const duplicates = duplicateHints(rows, now);
  const hints = [
    ...plateHints(rows).filter((hint) => !isSaidBy(duplicates, hint)),
    ...duplicates,
    ...occupantHints(rows),
    ...rejectionHints(rows),
  ];
  return LEDGER_HINT_KINDS.flatMap((kind) => hints.filter((hint) => hint.kind === kind));
}

/** One line a case: a duplicate names the plate among the rest. */
function isSaidBy(duplicates: readonly LedgerHint[], { kind, reference }: LedgerHint): boolean {
  return kind !== 'weak_look_alike' && duplicates.some((one) => one.reference === reference);
}

/** The fields that two applications share, as people name them. */
export function sharedFields(one: LedgerApplication, other: LedgerApplication): string[] {
  const isSameEmail =
    one.email !== null &&
    other.email !== null &&
    emailMatchKey(one.email) === emailMatchKey(other.email);
  const likeness =
    one.registration === null || other.registration === null
      ? null
      : plateLikeness(one.registration, other.registration);
  const shared: [boolean, string][] = [
    [isSameEmail, 'e-mail address'],
    [one.mobile !== null && one.mobile === other.mobile, 'telephone number'],
    [
      isSameName(one.applicantName, other.applicantName) && isNear(one, other),
      'name with postcode',
    ],
    [likeness === 'same_plate', 'registration'],
    [likeness === 'look_alike', 'look-alike registration'],
  ];
  return shared.filter(([is]) => is).map(([, words]) => words);
}

function isNear(one: LedgerApplication, other: LedgerApplication): boolean {
  return one.postcode === other.postcode;
}

/** Another that waits, or one whose permit still runs, of the same person. */
function duplicateHints(rows: LedgerRows, now: Date): LedgerHint[] {
  return [...known(rows)].flatMap((other) => {
    const runs = other.permitEndsAt !== null && other.permitEndsAt > now;
    const isRenewed = rows.permits.some(
      ({ id, applicationId }) => applicationId === other.id && id === rows.concernsPermitId,
    );
    if (isRenewed || (!isOpen(other) && !runs)) return [];
    const fields = sharedFields(rows.current, other);
    // A plate alone is said as a plate.
    if (fields.every((field) => field.includes('registration'))) return [];
    const what = runs ? 'has a permit that still runs' : 'waits for a decision';
    const words = `${other.reference} (${lower(other.typeName)}) ${what} and may be the same request: it has the same ${listed(fields)}.`;
    return [{ kind: 'duplicate' as const, words, reference: other.reference, details: [] }];
  });
}

/** Holders of running permits here who seem to have moved out. */
function occupantHints(rows: LedgerRows): LedgerHint[] {
  const { current } = rows;
  return rows.permits.flatMap((permit) => {
    if (permit.id === rows.concernsPermitId) return [];
    if (isSameName(permit.holderName, current.applicantName)) return [];
    const moved = rows.movedOn.find(({ applicationId }) => applicationId === permit.applicationId);
    const words = moved ? movedWords(permit, moved.at) : otherSurnameWords(permit, current);
    if (words === null) return [];
    const { caseReference: reference } = permit;
    return [{ kind: 'previous_occupant' as const, words, reference, details: [] }];
  });
}

function movedWords(permit: LedgerPermit, at: Date): string {
  return `${permit.holderName} holds permit ${permit.reference} here until ${lastDayWords(permit.endsAt)}, but applied from another address on ${formatDate(londonDateOf(at))}: a previous occupant whose permit still takes a place.`;
}

function otherSurnameWords(permit: LedgerPermit, current: LedgerApplication): string | null {
  if (surname(permit.holderName) === surname(current.applicantName)) return null;
  return `${permit.holderName} holds permit ${permit.reference} here until ${lastDayWords(permit.endsAt)}, under another surname. If it is a previous occupant, the permit still takes a place.`;
}

function surname(name: string): string {
  return nameKey(name).split(' ').at(-1) ?? '';
}

/** Rejections of this household or person, with what is different now. */
function rejectionHints(rows: LedgerRows): LedgerHint[] {
  return [...known(rows)].flatMap((other) => {
    const rejection = rows.rejections.find(({ applicationId }) => applicationId === other.id);
    if (!rejection || !isOfThem(rows, other)) return [];
    const who = isSameName(other.applicantName, rows.current.applicantName)
      ? 'this applicant'
      : other.applicantName;
    const words = `${other.reference} of ${who} was rejected on ${formatDate(londonDateOf(rejection.decidedAt))}.`;
    const details = [...rejection.reasons, changedWords(rows, other, rejection)];
    return [{ kind: 'earlier_rejection' as const, words, reference: other.reference, details }];
  });
}

/** At this address, or by this person: a plate alone is not enough. */
function isOfThem({ current }: LedgerRows, other: LedgerApplication): boolean {
  if (other.uprn === current.uprn) return true;
  return sharedFields(current, other).some((field) => !field.includes('registration'));
}

/** What is different from the rejected application: papers, registration, address, permit type. */
export function changedWords(
  { current, paperKinds }: LedgerRows,
  other: LedgerApplication,
  rejection: LedgerRejection,
): string {
  const added = paperKinds.filter((kind) => !rejection.paperKinds.includes(kind));
  const changes = [
    ...[...new Set(added)].map((kind) => `${paperKindTerms(kind).label} came`),
    ...(current.registration === other.registration ? [] : ['another registration']),
    ...(current.uprn === other.uprn ? [] : ['another address']),
    ...(current.typeCode === other.typeCode ? [] : ['another permit type']),
  ];
  if (changes.length > 0) return `Different now: ${changes.join('; ')}.`;
  return 'Nothing differs now but the papers themselves: same kinds of paper, registration, address and permit type.';
}

function known({ here, matching }: LedgerRows): Iterable<LedgerApplication> {
  return new Map([...here, ...matching].map((one) => [one.id, one])).values();
}

function lower(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

function listed(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? '') : `${before.reverse().join(', ')} and ${last}`;
}
