import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { FREE_SLOTS_PER_PROPERTY, type SlotKind } from '../property-slots/property-slots.rules.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import type { HeldSlot, LedgerApplication, LedgerPermit, LedgerRows } from './ledger-rows.js';

const OPEN: readonly ApplicationStatus[] = ['submitted', 'in_review', 'awaiting_evidence'];

/** One line of the table "At this address": a running permit, or an application that waits. */
export type LedgerEntry =
  | { is: 'permit'; permit: LedgerPermit; place: string }
  | { is: 'application'; application: LedgerApplication; isThisCase: boolean; place: string };

export function isOpen({ status }: { status: ApplicationStatus }): boolean {
  return OPEN.includes(status);
}

/** Who has or asks for what at the property: permits first, then what waits, this case among it. */
export function ledgerEntries(rows: LedgerRows): LedgerEntry[] {
  const waiting = [rows.current, ...rows.here.filter(isOpen)]
    .filter((one, index, all) => isOpen(one) && all.findIndex(({ id }) => id === one.id) === index)
    .sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  return [
    ...rows.permits.map((permit) => ({
      is: 'permit' as const,
      permit,
      place: placeWords(rows, permit.applicationId),
    })),
    ...waiting.map((application) => ({
      is: 'application' as const,
      application,
      isThisCase: application.id === rows.current.id,
      place: placeWords(rows, application.id),
    })),
  ];
}

/** Which of the property's places it takes (R-LIM-1, R-FREE-2). */
function placeWords({ slots }: LedgerRows, applicationId: string): string {
  const taken = slots.filter((slot) => slot.applicationId === applicationId);
  if (taken.length > 0) return taken.map(({ kind }) => PLACE_WORDS[kind]).join(', ');
  const isHandedOn = slots.some((slot) => slot.renewedApplicationId === applicationId);
  return isHandedOn ? 'Handed on to its renewal' : 'None';
}

const PLACE_WORDS: Readonly<Record<SlotKind, string>> = {
  cap: 'One permit',
  free: 'The free one',
};

/** "1 of 2 permits in use." and what has become of the free one. */
export function ledgerCount(rows: LedgerRows): string[] {
  const { slots, propertyCap } = rows;
  const held = slots.filter(({ kind }) => kind === 'cap').length;
  const permits =
    propertyCap === null
      ? 'The property is in no permit zone.'
      : `${held} of ${countText(propertyCap, 'permit')} in use, counting applications that wait.`;
  return [permits, freeWords(rows)];
}

function freeWords(rows: LedgerRows): string {
  const free = rows.slots.filter(({ kind }) => kind === 'free');
  if (free.length < FREE_SLOTS_PER_PROPERTY) return 'The free permit is not in use.';
  return free.map((slot) => `The free permit is used by ${holderWords(rows, slot)}.`).join(' ');
}

function holderWords(rows: LedgerRows, { applicationId, endsAt }: HeldSlot): string {
  if (applicationId === rows.current.id && endsAt === null) return 'this application';
  const permit = rows.permits.find((one) => one.applicationId === applicationId);
  const waiting = rows.here.find(({ id }) => id === applicationId);
  const type = permit?.typeName ?? waiting?.typeName ?? null;
  const name = type === null ? 'another permit' : `the ${lower(type)} permit of ${nameOf()}`;
  return endsAt === null
    ? `${name}, which waits for a decision`
    : `${name} until ${formatDate(londonDateOf(new Date(endsAt.getTime() - 1)))}`;

  function nameOf(): string {
    return permit?.holderName ?? waiting?.applicantName ?? 'somebody';
  }
}

function lower(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
