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

/** The same payment as we have it; `clearingPence` is what the ledger says lies at the service. */
export interface Ours {
  state: ProviderState;
  amountPence: Pence;
  refundedPence: Pence;
  clearingPence: Pence;
}

/** GOV.UK Pay's banks settle within a few working days; a week covers weekends and bank holidays. */
export const SETTLES_WITHIN_DAYS = 7;

/** What is wrong with one payment; nothing when both sides agree. */
export function differencesOf(
  { ours, theirs }: { ours: Ours | null; theirs: Theirs | null },
  today: LocalDate,
): DifferenceKind[] {
  if (!theirs) return ours ? ['theirs_missing'] : [];
  if (!ours) return holdsMoney(theirs) ? ['ours_missing'] : [];
  const found: DifferenceKind[] = [];
  if (amountsDiffer(ours, theirs)) found.push('amount_differs');
  if (ours.state !== theirs.state) found.push('state_differs');
  if (isLate(theirs, today)) found.push('late_settlement');
  return found;
}

/** A payment that was begun and never paid is nobody's money. */
function holdsMoney({ state }: Theirs): boolean {
  return state === 'capturable' || state === 'success';
}

function amountsDiffer(ours: Ours, theirs: Theirs): boolean {
  const lying = theirs.state === 'success' ? theirs.amountPence - theirs.refundedPence : 0;
  return (
    ours.amountPence !== theirs.amountPence ||
    ours.refundedPence !== theirs.refundedPence ||
    ours.clearingPence !== lying
  );
}

function isLate({ state, capturedOn, settledOn }: Theirs, today: LocalDate): boolean {
  if (state !== 'success' || capturedOn === null) return false;
  return (settledOn ?? today) > addDays(capturedOn, SETTLES_WITHIN_DAYS);
}

/** One name for one difference: found again it is the same, with other figures it is another. */
export function differenceKey(
  kind: DifferenceKind,
  providerPaymentId: string,
  { ours, theirs }: { ours: Ours | null; theirs: Theirs | null },
): string {
  if (kind === 'late_settlement' || kind === 'duplicate') return `${kind}:${providerPaymentId}`;
  return `${kind}:${providerPaymentId}:${figures(ours)}:${figures(theirs)}`;
}

function figures(side: Ours | Theirs | null): string {
  if (!side) return '-';
  const more = 'clearingPence' in side ? `/${side.clearingPence}` : '';
  return `${side.state}/${side.amountPence}/${side.refundedPence}${more}`;
}
