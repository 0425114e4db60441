import {
  type CorrectionReason,
  isCorrectionReason,
} from '../applications/registration-correction.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import {
  acceptUnusualRegistration,
  checkRegistration,
  lookAlikeKey,
  type Registration,
  REGISTRATION_REFUSAL_WORDS,
} from '../shared/vehicle-registration.js';

export interface TypedCorrection {
  registration: string;
  reason: string;
  /** What makes an unusual mark right. */
  why: string;
}

export interface VehicleRow {
  registration: Registration | null;
  registrationKey: string | null;
  registrationOverride: string | null;
}

export interface CorrectionFault {
  field: 'registration' | 'reason' | 'why';
  text: string;
}

export const LONGEST_OVERRIDE = 500;

/** What will be written, or everything to put right; suggestions are offered, never saved (R-VRM-4). */
export function decideCorrection(
  typed: TypedCorrection,
  current: VehicleRow,
): Outcome<
  { vehicle: VehicleRow; reason: CorrectionReason },
  'faults',
  { faults: CorrectionFault[]; suggestions: readonly Registration[] }
> {
  const read = readMark(typed);
  const faults: CorrectionFault[] = read.ok ? [] : [{ field: 'registration', text: read.text }];
  if (!isCorrectionReason(typed.reason)) {
    faults.push({ field: 'reason', text: 'Choose why you change the registration' });
  }
  faults.push(...whyFaults(typed));
  const suggestions = read.ok ? [] : read.suggestions;
  if (!read.ok || faults.length > 0 || !isCorrectionReason(typed.reason)) {
    return refuse('faults', { faults, suggestions });
  }
  const vehicle = vehicleRow(read.registration, read.isUsual ? null : typed.why.trim());
  if (isSameVehicle(vehicle, current)) {
    const text = 'That is the registration the case has already';
    return refuse('faults', { faults: [{ field: 'registration', text }], suggestions });
  }
  return ok({ vehicle, reason: typed.reason });
}

/** Whether the case says already what the form wants it to say. */
export function isSameVehicle(one: VehicleRow, other: VehicleRow): boolean {
  return (
    one.registration === other.registration &&
    one.registrationOverride === other.registrationOverride
  );
}

function vehicleRow(registration: Registration, override: string | null): VehicleRow {
  const registrationKey = lookAlikeKey(registration);
  return { registration, registrationKey, registrationOverride: override };
}

type ReadMark =
  | { ok: true; registration: Registration; isUsual: boolean }
  | { ok: false; text: string; suggestions: readonly Registration[] };

function readMark({ registration, reason }: TypedCorrection): ReadMark {
  const usual = checkRegistration(registration);
  if (usual.ok) return { ...usual, isUsual: true };
  if (reason !== 'unusual') {
    const text = REGISTRATION_REFUSAL_WORDS[usual.refusal];
    return { ok: false, text, suggestions: usual.suggestions };
  }
  const unusual = acceptUnusualRegistration(registration);
  if (unusual.ok) return { ...unusual, isUsual: false };
  return { ok: false, text: UNUSUAL_WORDS[unusual.refusal], suggestions: [] };
}

const UNUSUAL_WORDS = {
  empty: REGISTRATION_REFUSAL_WORDS.empty,
  characters: REGISTRATION_REFUSAL_WORDS.characters,
  too_short: 'Registration number must have 2 characters or more',
  too_long: 'Registration number must be 12 characters or fewer, not counting spaces',
} as const;

function whyFaults({ reason, why }: TypedCorrection): CorrectionFault[] {
  if (reason !== 'unusual') return [];
  const { length } = why.trim();
  if (length === 0) return [{ field: 'why', text: 'Say what kind of mark it is and how you know' }];
  return length > LONGEST_OVERRIDE
    ? [{ field: 'why', text: `Reason must be ${LONGEST_OVERRIDE} characters or fewer` }]
    : [];
}
