import {
  exceptionAfter,
  type ExceptionState,
} from '../refund-exceptions/exception-states.rules.js';
import { leftOfLimit } from '../refund-exceptions/exception-limit.rules.js';
import { MOST_EXCEPTION_WORDS } from '../refund-exceptions/exception-words.rules.js';
import type { Pence } from '../shared/money.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const EXCEPTION_ANSWERS = ['approve', 'decline'] as const;
export type ExceptionAnswer = (typeof EXCEPTION_ANSWERS)[number];

export function isExceptionAnswer(value: string): value is ExceptionAnswer {
  return (EXCEPTION_ANSWERS as readonly string[]).includes(value);
}

export interface ExceptionToAnswer {
  exception: { state: ExceptionState; requestedBy: string; amountPence: Pence };
  version: number;
  /** Null for a page that is only being opened. */
  seenVersion: number | null;
  by: { id: string; role: StaffRole };
  /** As much as this person's role may approve today, of all exceptions of one payment together. */
  limitPence: Pence;
  /** What the other exceptions of the payment come to, asked for or approved. */
  othersPence: Pence;
  /** The paper that supports it cannot be seen yet. */
  isPaperWaiting: boolean;
  /** Null while nothing is chosen. */
  answer: ExceptionAnswer | null;
}

export type AnswerRefusal =
  | 'not_waiting'
  | 'own_request'
  | 'no_power'
  | 'above_limit'
  | 'paper_waits'
  | 'stale'
  | 'letter_changed'
  | 'money_gone';

/**
 * First match: does it wait, is it another person with the power, is it within his limit together
 * with the other exceptions of the payment, is the case as he saw it. Two roles of one person are one person: it is the account that counts.
 */
export function decideAnswer(asked: ExceptionToAnswer): Outcome<unknown, AnswerRefusal> {
  const { exception, by, limitPence, othersPence, answer, seenVersion, version } = asked;
  if (exceptionAfter(exception.state, answer ?? 'decline', by.role) === null) {
    return refuse('not_waiting');
  }
  if (exception.requestedBy === by.id) return refuse('own_request');
  if (limitPence === 0) return refuse('no_power');
  if (answer === 'approve' && exception.amountPence > leftOfLimit(limitPence, othersPence)) {
    return refuse('above_limit');
  }
  if (answer === 'approve' && asked.isPaperWaiting) return refuse('paper_waits');
  return seenVersion !== null && seenVersion !== version ? refuse('stale') : ok();
}

export type TakeBackRefusal = 'not_waiting' | 'not_yours';

/** Only who asked takes it back. */
export function decideTakeBack({
  exception,
  by,
}: Pick<ExceptionToAnswer, 'exception' | 'by'>): Outcome<unknown, TakeBackRefusal> {
  if (exceptionAfter(exception.state, 'withdraw', by.role) === null) return refuse('not_waiting');
  return exception.requestedBy === by.id ? ok() : refuse('not_yours');
}

export const ANSWER_REFUSAL_WORDS: Readonly<Record<AnswerRefusal | TakeBackRefusal, string>> = {
  not_waiting: 'This request has been answered, taken back, or has lapsed.',
  own_request: 'You asked for this yourself. Somebody else must answer.',
  no_power: 'Your role may not answer requests for refund exceptions today.',
  above_limit:
    'All exceptions of this payment together are more than your role may approve today. You can only decline.',
  paper_waits:
    'The paper that supports this waits for the virus check. Approve once you can see it, in a minute or so.',
  stale: 'The case changed after you opened this page.',
  letter_changed: 'The letter has changed since you checked it: read it again',
  money_gone: 'So much is not left of this payment: some of it was given back meanwhile.',
  not_yours: 'Only who asked takes a request back.',
};

interface Answered {
  answer: string;
  words: string;
}

/** What is wrong with an answer, by its field; null when it is right. */
export function answerFault({ answer, words }: Answered): { field: string; text: string } | null {
  if (!isExceptionAnswer(answer)) return { field: 'answer', text: 'Choose your answer' };
  if (answer === 'decline' && words.trim() === '') {
    return { field: 'words', text: 'Write why you decline' };
  }
  if (answer === 'approve' && words.trim() !== '') {
    return { field: 'words', text: 'Words are only for declining: take them out' };
  }
  return words.length > MOST_EXCEPTION_WORDS
    ? { field: 'words', text: `Your words must be ${MOST_EXCEPTION_WORDS} characters or fewer` }
    : null;
}
