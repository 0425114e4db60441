import type { ProviderState } from '../payments/payment-actions.rules.js';
import { addDays, type LocalDate } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';

/** What can be wrong between the payment service's list and ours (R-PAY-2, R-REP-3). */
export const DIFFERENCE_KINDS = [
  'amount_differs',
  'ours_missing',
  'theirs_missing',
  'duplicate',
  'state_differs',
  'late_settlement',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A payment as the payment service has it. */
export interface Theirs {
  state: ProviderState;
  amountPence: Pence;
  refundedPence: Pence;
  capturedOn: LocalDate | null;
  /** When the bank had it; null until then. */
  settledOn: LocalDate | null;
}

/** The same payment as we have it. */
export interface Ours {
  state: ProviderState;
  amountPence: Pence;
  refundedPence: Pence;
  /** What the ledger says lies at the service, with what people corrected. */
  clearingPence: Pence;
}

/** What people have corrected in the ledger of one payment at the service. */
export interface Corrected {
  /** Of a payment that no application named: what the ledger says lies at the service. */
  unplacedPence: Pence;
  times: number;
}

export const NEVER_CORRECTED: Corrected = { unplacedPence: 0, times: 0 };

export interface Sides {
  ours: Ours | null;
  theirs: Theirs | null;
  corrected: Corrected;
}

/** GOV.UK Pay's banks settle within a few working days; a week covers weekends and bank holidays. */
export const SETTLES_WITHIN_DAYS = 7;

/** What is wrong with one payment; nothing when both sides agree. */
export function differencesOf(
  { ours, theirs, corrected }: Sides,
  today: LocalDate,
): DifferenceKind[] {
  if (!theirs) return ours ? ['theirs_missing'] : [];
  if (!ours) return isUnplaced(theirs, corrected) ? ['ours_missing'] : [];
  const found: DifferenceKind[] = [];
  if (amountsDiffer(ours, theirs)) found.push('amount_differs');
  if (ours.state !== theirs.state) found.push('state_differs');
  if (isLate(theirs, today)) found.push('late_settlement');
  return found;
}

/** A payment that was begun and never paid is nobody's money, nor is one given back in full. */
function isUnplaced(theirs: Theirs, { unplacedPence }: Corrected): boolean {
  return theirs.state === 'capturable' || lyingPence(theirs) !== unplacedPence;
}

/** Taken, and not given back. */
export function lyingPence({ state, amountPence, refundedPence }: Theirs): Pence {
  return state === 'success' ? amountPence - refundedPence : 0;
}

export function holdsMoney(theirs: Theirs): boolean {
  return theirs.state === 'capturable' || lyingPence(theirs) > 0;
}

function amountsDiffer(ours: Ours, theirs: Theirs): boolean {
  return (
    ours.amountPence !== theirs.amountPence ||
    ours.refundedPence !== theirs.refundedPence ||
    ours.clearingPence !== lyingPence(theirs)
  );
}

function isLate({ state, capturedOn, settledOn }: Theirs, today: LocalDate): boolean {
  if (state !== 'success' || capturedOn === null) return false;
  return (settledOn ?? today) > addDays(capturedOn, SETTLES_WITHIN_DAYS);
}

/**
 * One name for one difference: found again it is the same, with other figures it is another. Only
 * figures of its own kind are in it, so that what is done about another kind does not open it again.
 */
export function differenceKey(
  kind: DifferenceKind,
  providerPaymentId: string,
  { ours, theirs, corrected }: Sides,
): string {
  const name = `${kind}:${providerPaymentId}`;
  switch (kind) {
    case 'late_settlement':
    case 'duplicate':
    case 'theirs_missing':
      return name;
    case 'state_differs':
      return `${name}:${ours?.state}:${theirs?.state}`;
    case 'ours_missing':
    case 'amount_differs':
      return `${name}:${ourFigures(ours)}:${theirFigures(theirs)}:${corrected.times}`;
  }
}

function ourFigures(ours: Ours | null): string {
  if (!ours) return '-';
  return [ours.amountPence, ours.refundedPence, ours.clearingPence].join('/');
}

function theirFigures(theirs: Theirs | null): string {
  return theirs ? `${theirs.state}/${theirs.amountPence}/${theirs.refundedPence}` : '-';
}
