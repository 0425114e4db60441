import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type ExceptionReason,
  isExceptionReason,
} from '../refund-exceptions/exception-words.rules.js';
import { formatPounds, parsePounds, type Pence, POUNDS_REFUSAL_WORDS } from '../shared/money.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export const ASKED_BY = {
  resident: 'The resident',
  staff: 'Nobody: we found it ourselves',
} as const;

/** What was typed, as a request. */
export interface ExceptionAsked {
  amountPence: Pence;
  reason: ExceptionReason;
  words: string;
  paperId: string | null;
  isAskedByResident: boolean;
}

interface Typed {
  amount: string;
  reason: string;
  words: string;
  paper: string;
  askedBy: string;
}

export interface ExceptionFault {
  field: keyof Typed;
  text: string;
}

/** Reads the form; every fault of it at once. Pence are never rounded: 27.505 is sent back. */
export function readException(
  typed: Typed,
  paperIds: readonly string[],
): Outcome<{ asked: ExceptionAsked }, 'faults', { faults: ExceptionFault[] }> {
  const faults: ExceptionFault[] = [];
  const amount = parsePounds(typed.amount);
  if (!amount.ok) faults.push({ field: 'amount', text: POUNDS_REFUSAL_WORDS[amount.refusal] });
  else if (amount.pence === 0) faults.push({ field: 'amount', text: 'Enter more than nothing' });
  const { reason, words, paper, askedBy } = typed;
  if (!isExceptionReason(reason)) faults.push({ field: 'reason', text: 'Choose a reason' });
  if (words.trim() === '') {
    faults.push({ field: 'words', text: 'Write what happened, for whoever answers' });
  }
  if (!Object.hasOwn(ASKED_BY, askedBy)) {
    faults.push({ field: 'askedBy', text: 'Say whether the resident asked for it' });
  }
  if (paper !== '' && !paperIds.includes(paper)) {
    faults.push({ field: 'paper', text: 'Choose a paper of this case' });
  }
  if (faults.length > 0 || !amount.ok || !isExceptionReason(reason)) {
    return refuse('faults', { faults });
  }
  const isAskedByResident = askedBy === 'resident';
  const paperId = paper === '' ? null : paper;
  return ok({
    asked: { amountPence: amount.pence, reason, words, paperId, isAskedByResident },
  });
}

export interface ExceptionToRequest {
  application: { status: ApplicationStatus; version: number };
  /** Null for a form that is only being opened. */
  seenVersion: number | null;
  /** Null for a free application. */
  payment: { capturedPence: Pence } | null;
  /** What could still be given back of it. */
  returnablePence: Pence;
  /** More than this nobody may approve. */
  highestLimit: Pence;
  /** Null for a form that is only being opened. */
  amountPence: Pence | null;
}

export type RequestRefusal =
  | 'not_approved'
  | 'free'
  | 'not_taken'
  | 'nothing_left'
  | 'nobody_may'
  | 'stale'
  | 'too_much'
  | 'above_limits';

/**
 * First match. Only money that was taken for a permit that was granted: an undecided case is
 * decided, and a rejection or withdrawal gives back everything by itself (R-REF-2, R-CAN-2).
 */
export function decideRequest(asked: ExceptionToRequest): Outcome<unknown, RequestRefusal> {
  const { application, seenVersion, payment, returnablePence, highestLimit, amountPence } = asked;
  if (application.status !== 'approved') return refuse('not_approved');
  if (payment === null) return refuse('free');
  if (payment.capturedPence === 0) return refuse('not_taken');
  if (returnablePence === 0) return refuse('nothing_left');
  if (highestLimit === 0) return refuse('nobody_may');
  if (seenVersion !== null && seenVersion !== application.version) return refuse('stale');
  if (amountPence === null) return ok();
  if (amountPence > returnablePence) return refuse('too_much');
  return amountPence > highestLimit ? refuse('above_limits') : ok();
}

/** Of the amount alone: the same form is shown again. */
export function amountRefusalWords(
  refusal: RequestRefusal,
  { returnablePence, highestLimit }: { returnablePence: Pence; highestLimit: Pence },
): string | null {
  if (refusal === 'too_much') {
    return `The amount must be ${formatPounds(returnablePence)} or less: no more is left to give back`;
  }
  if (refusal === 'above_limits') {
    return `The amount must be ${formatPounds(highestLimit)} or less: nobody may approve more today`;
  }
  return null;
}

export const REQUEST_REFUSAL_WORDS: Readonly<Record<RequestRefusal, string>> = {
  not_approved:
    'Only for a permit that was granted. A case that waits is decided first; a rejection or withdrawal gives back everything by itself.',
  free: 'Nothing was paid for this application.',
  not_taken: 'The money has not been taken yet.',
  nothing_left: 'All that was taken is given back already, promised, or asked for.',
  nobody_may: 'The council has set that nobody may approve a refund exception today.',
  stale: 'The case changed after you opened this page.',
  too_much: 'More than is left to give back.',
  above_limits: 'More than anybody may approve today.',
};
