import { formatDate, londonDateOf } from '../shared/london-date.js';

export const LEDGER_HINT_KINDS = [
  'same_plate',
  'look_alike',
  'weak_look_alike',
  'duplicate',
  'previous_occupant',
  'earlier_rejection',
] as const;
export type LedgerHintKind = (typeof LEDGER_HINT_KINDS)[number];

/** Something to look at, with its reason. Hints decide nothing (R-GDPR-3). */
export interface LedgerHint {
  kind: LedgerHintKind;
  /** Whole sentences. */
  words: string;
  /** The case to look at. */
  reference: string;
  /** Further lines, such as the reasons of a rejection. */
  details: string[];
}

/** The last day of something that ends at that instant. */
export function lastDayWords(endsAt: Date): string {
  return formatDate(londonDateOf(new Date(endsAt.getTime() - 1)));
}
