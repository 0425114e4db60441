import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { leftOfLimit } from '../refund-exceptions/exception-limit.rules.js';
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
  field: keyof Typed | 'file';
  text: string;
}

/** What came with the form besides the text. */
interface Sent {
  paperIds: readonly string[];
  hasFile: boolean;
  /** Why its file was not taken; null when it was, or when none was sent. */
  fileRefused: string | null;
}

/** A browser does not keep a chosen file from one page to the next. */
export const CHOOSE_FILE_AGAIN = 'Choose the file again: it is not kept until the request is made';

/** Reads the form; every fault of it at once. Pence are never rounded: 27.505 is sent back. */
export function readException(
  typed: Typed,
  { paperIds, hasFile, fileRefused }: Sent,
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
  if (paper !== '' && hasFile) {
    faults.push({ field: 'paper', text: 'Name a paper of the case or send a file, not both' });
  }
  if (fileRefused !== null) faults.push({ field: 'file', text: fileRefused });
  else if (hasFile && faults.length > 0) faults.push({ field: 'file', text: CHOOSE_FILE_AGAIN });
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
  /** More than this nobody may approve, of all exceptions of one payment together. */
  highestLimit: Pence;
  /** What the exceptions of the payment come to already, asked for or approved. */
  othersPence: Pence;
  /** Null for a form that is only being opened. */
  amountPence: Pence | null;
}

export type RequestRefusal =
  | 'not_approved'
  | 'free'
  | 'not_taken'
  | 'nothing_left'
  | 'nobody_may'
  | 'limit_used'
  | 'stale'
  | 'too_much'
  | 'above_limits';

/**
 * First match. Only money that was taken for a permit that was granted: an undecided case is
 * decided, and a rejection or withdrawal gives back everything by itself (R-REF-2, R-CAN-2).
 */
export function decideRequest(asked: ExceptionToRequest): Outcome<unknown, RequestRefusal> {
  const { application, seenVersion, payment, returnablePence, highestLimit, amountPence } = asked;
  const left = leftOfLimit(highestLimit, asked.othersPence);
  if (application.status !== 'approved') return refuse('not_approved');
  if (payment === null) return refuse('free');
  if (payment.capturedPence === 0) return refuse('not_taken');
  if (returnablePence === 0) return refuse('nothing_left');
  if (highestLimit === 0) return refuse('nobody_may');
  if (left === 0) return refuse('limit_used');
  if (seenVersion !== null && seenVersion !== application.version) return refuse('stale');
  if (amountPence === null) return ok();
  if (amountPence > returnablePence) return refuse('too_much');
  return amountPence > left ? refuse('above_limits') : ok();
}

type AmountBounds = Pick<ExceptionToRequest, 'returnablePence' | 'highestLimit' | 'othersPence'>;

/** Of the amount alone: the same form is shown again. */
export function amountRefusalWords(
  refusal: RequestRefusal,
  { returnablePence, highestLimit, othersPence }: AmountBounds,
): string | null {
  if (refusal === 'too_much') {
    return `The amount must be ${formatPounds(returnablePence)} or less: no more is left to give back`;
  }
  if (refusal === 'above_limits') {
    const left = formatPounds(leftOfLimit(highestLimit, othersPence));
    const others = othersPence === 0 ? '' : ', counting the other exceptions of this payment';
    return `The amount must be ${left} or less: nobody may approve more today${others}`;
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
  limit_used:
    'The exceptions of this payment come to as much already as anybody may approve today. What is declined or taken back does not count.',
  stale: 'The case changed after you opened this page.',
  too_much: 'More than is left to give back.',
  above_limits: 'More than anybody may approve today.',
};
