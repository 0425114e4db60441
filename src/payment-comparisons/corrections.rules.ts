import { some } from '../ledger/ledger-book.rules.js';
import { reversed, type Transfer } from '../ledger/ledger-terms.rules.js';
import type { Pence } from '../shared/money.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { lyingPence, type DifferenceKind, type Sides } from './differences.rules.js';

/** Why our ledger and the payment service did not say the same, as the person who closes it knows. */
export const CORRECTION_CAUSES = {
  fee: 'A fee of the payment service',
  chargeback: 'The bank took it back (chargeback)',
  refund_by_hand: 'Refunded by hand at the payment service',
  not_placed: 'Taken, and nobody can say for whom',
  never_arrived: 'Taken by our books, and it never arrived',
  rounding: 'Rounding',
  other: 'Another cause, as written',
} as const;
export type CorrectionCause = keyof typeof CORRECTION_CAUSES;

export function isCorrectionCause(value: string): value is CorrectionCause {
  return Object.hasOwn(CORRECTION_CAUSES, value);
}

export const MOST_DECLINE_WORDS = 500;

/** Figures older than this may have changed: the payment is compared again before anything is posted. */
const FIGURES_HOLD_HOURS = 36;

/** What must be posted so that the ledger says what the payment service says. */
export interface CorrectionDue {
  entries: Transfer[];
  /** What the service has beyond the ledger; below nothing: what it lacks. */
  gainPence: Pence;
  sizePence: Pence;
}

/**
 * The amount is never typed: it is what the two sides are apart after the payment was read once more.
 * Nothing is due where the ledger follows by itself (another state, late money, a payment made twice)
 * or where only words of the application differ.
 */
export function correctionDue(kind: DifferenceKind, sides: Sides): CorrectionDue {
  const entries = isOfLedger(kind) ? entriesDue(sides) : [];
  const gains = entries.filter(({ credit }) => credit === 'write_off').reduce(addPence, 0);
  const losses = entries.filter(({ debit }) => debit === 'write_off').reduce(addPence, 0);
  return { entries, gainPence: gains - losses, sizePence: gains + losses };
}

function isOfLedger(kind: DifferenceKind): boolean {
  return kind === 'amount_differs' || kind === 'ours_missing' || kind === 'theirs_missing';
}

function entriesDue({ ours, theirs, corrected }: Sides): Transfer[] {
  const lying = theirs ? lyingPence(theirs) : 0;
  const gain = lying - (ours ? ours.clearingPence : corrected.unplacedPence);
  return [
    ...some('provider_clearing', 'write_off', gain),
    ...some('write_off', 'provider_clearing', -gain),
  ];
}

function addPence(sum: Pence, { pence }: Transfer): Pence {
  return sum + pence;
}

/** The earlier correction that exactly these entries take back, if there is one. */
export function takenBackBy(
  entries: readonly Transfer[],
  earlier: readonly { effectKey: string; entries: readonly Transfer[] }[],
): string | null {
  const wanted = JSON.stringify(reversed(entries).map(asLine));
  const found = earlier.find((one) => JSON.stringify(one.entries.map(asLine)) === wanted);
  return found?.effectKey ?? null;
}

function asLine({ debit, credit, pence }: Transfer): [string, string, Pence] {
  return [debit, credit, pence];
}

export type CorrectionState = 'waiting' | 'posted' | 'declined';

export interface CorrectionAsked {
  /** Whether the difference is still there: neither explained nor gone. */
  isOpen: boolean;
  /** A correction of it already waits for a second person. */
  isWaiting: boolean;
  lastFoundAt: Date;
  due: CorrectionDue;
  /** The amount the person saw. */
  shownPence: Pence;
  limitPence: Pence;
  now: Date;
}

export type CorrectionRefusal =
  'explained' | 'waiting' | 'figures_moved' | 'figures_old' | 'own_request' | 'not_waiting';

/** A supervisor posts a small one alone; above the council's limit somebody else must agree. */
export function decideCorrection(
  asked: CorrectionAsked,
): Outcome<{ needsSecond: boolean }, CorrectionRefusal> {
  if (!asked.isOpen) return refuse('explained');
  if (asked.isWaiting) return refuse('waiting');
  if (!areFiguresFresh(asked.lastFoundAt, asked.now)) return refuse('figures_old');
  const { due, shownPence, limitPence } = asked;
  if (due.sizePence === 0 || due.gainPence !== shownPence) return refuse('figures_moved');
  return ok({ needsSecond: due.sizePence > limitPence });
}

export function areFiguresFresh(lastFoundAt: Date, now: Date): boolean {
  return now.getTime() - lastFoundAt.getTime() <= FIGURES_HOLD_HOURS * 3_600_000;
}

export interface AnswerAsked extends Omit<
  CorrectionAsked,
  'isWaiting' | 'shownPence' | 'limitPence'
> {
  state: CorrectionState;
  askedBy: string;
  askedPence: Pence;
  by: string;
  isAgreed: boolean;
}

/** Never one's own; what is agreed to is still exactly what was asked for. */
export function decideAnswer(asked: AnswerAsked): Outcome<unknown, CorrectionRefusal> {
  if (asked.state !== 'waiting') return refuse('not_waiting');
  if (asked.askedBy === asked.by) return refuse('own_request');
  if (!asked.isAgreed) return ok();
  if (!asked.isOpen) return refuse('explained');
  if (!areFiguresFresh(asked.lastFoundAt, asked.now)) return refuse('figures_old');
  return asked.due.gainPence === asked.askedPence ? ok() : refuse('figures_moved');
}

export const CORRECTION_REFUSAL_WORDS: Readonly<Record<CorrectionRefusal, string>> = {
  explained: 'This difference was closed, or is no longer there',
  waiting: 'A colleague has asked for a correction already: it must be answered first',
  figures_moved: 'The figures have changed since this page was opened: look at them again',
  figures_old: 'These figures are too old to post: compare the day of this payment again first',
  own_request: 'You asked for this correction yourself: somebody else must answer',
  not_waiting: 'This correction was answered already',
};
