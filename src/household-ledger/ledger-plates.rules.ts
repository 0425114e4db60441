import {
  formatRegistration,
  lookAlikeKey,
  weakLookAlikeKey,
} from '../shared/vehicle-registration.js';
import { lastDayWords, type LedgerHint } from './ledger-hint.rules.js';
import { isOpen } from './ledger.rules.js';
import type { CoveredPlate, LedgerApplication, LedgerRows } from './ledger-rows.js';

export type Likeness = 'same_plate' | 'look_alike' | 'weak_look_alike';

/** How much two plates look alike; null when not at all (R-VRM-5). */
export function plateLikeness(one: string, other: string): Likeness | null {
  if (one === other) return 'same_plate';
  if (lookAlikeKey(one) === lookAlikeKey(other)) return 'look_alike';
  return weakLookAlikeKey(one) === weakLookAlikeKey(other) ? 'weak_look_alike' : null;
}

const CONFUSED: Readonly<Record<Exclude<Likeness, 'same_plate'>, string>> = {
  look_alike: 'they differ only in O and 0 or I and 1',
  weak_look_alike: 'they differ only in figures like S and 5, B and 8 or Z and 2',
};

/** Where the case's plate, or one on a permit here, is found again or has a look-alike (R-VC-5). */
export function plateHints(rows: LedgerRows): LedgerHint[] {
  const mine = rows.current.registration;
  const strangers = rows.plates.filter(({ permitId }) => permitId !== rows.concernsPermitId);
  return [
    ...strangers.flatMap((plate) => permitPlateHint(rows, plate)),
    ...(mine === null
      ? []
      : rows.matching.filter(isOpen).flatMap((one) => waitingHint(rows, mine, one))),
  ];
}

function permitPlateHint(rows: LedgerRows, plate: CoveredPlate): LedgerHint[] {
  const { registration: mine, uprn } = rows.current;
  const asked = mine === null ? null : plateLikeness(mine, plate.registration);
  if (mine !== null && asked !== null) {
    return [plateHint(rows, plate, { likeness: asked, like: mine, whose: '' })];
  }
  // One on a permit here is told from those elsewhere, not from itself.
  if (plate.uprn === uprn) return [];
  return rows.permits.flatMap(({ registration: like }) => {
    const likeness = like === null ? null : plateLikeness(like, plate.registration);
    if (like === null || likeness === null) return [];
    return [plateHint(rows, plate, { likeness, like, whose: ' on a permit here' })];
  });
}

interface Likened {
  likeness: Likeness;
  like: string;
  whose: string;
}

function plateHint(
  rows: LedgerRows,
  plate: CoveredPlate,
  { likeness, like, whose }: Likened,
): LedgerHint {
  const where = whereWords(rows, plate);
  const until = lastDayWords(plate.coveredTo);
  const theirs = formatRegistration(plate.registration);
  const permit = `permit ${plate.permitReference} ${where}, until ${until}`;
  const words =
    likeness === 'same_plate'
      ? `${theirs}${whose} is also on ${permit}.`
      : `${theirs} on ${permit}, looks like ${formatRegistration(like)}${whose}: ${CONFUSED[likeness]}.`;
  return { kind: likeness, words, reference: plate.caseReference, details: [] };
}

function waitingHint(rows: LedgerRows, mine: string, other: LedgerApplication): LedgerHint[] {
  const likeness = other.registration === null ? null : plateLikeness(mine, other.registration);
  if (other.registration === null || likeness === null) return [];
  const where = other.uprn === rows.current.uprn ? 'at this address' : 'at another address';
  const theirs = formatRegistration(other.registration);
  const words =
    likeness === 'same_plate'
      ? `${theirs} is also on ${other.reference} ${where}, which waits for a decision.`
      : `${theirs} on ${other.reference} ${where}, which waits, looks like ${formatRegistration(mine)}: ${CONFUSED[likeness]}.`;
  return [{ kind: likeness, words, reference: other.reference, details: [] }];
}

function whereWords(rows: LedgerRows, { uprn, zones }: CoveredPlate): string {
  const zone = zones ? ` (zone ${zones})` : '';
  return `${uprn === rows.current.uprn ? 'at this address' : 'at another address'}${zone}`;
}
