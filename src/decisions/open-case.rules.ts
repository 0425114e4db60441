import {
  type ApplicationAction,
  type ApplicationStatus,
  isDecided,
  statusAfter,
} from '../applications/application-status.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export type DecidingAction = Extract<
  ApplicationAction,
  'approve' | 'reject' | 'withdraw' | 'ask_again' | 'ask_payment'
>;
export type OpenCaseRefusal =
  'already_decided' | 'not_open' | 'not_yours' | 'decided_before' | 'stale';

export interface CaseToDecide {
  application: { status: ApplicationStatus; version: number; claimedBy: string | null };
  officer: { id: string; role: StaffRole };
  action: DecidingAction;
  /** Whoever decided it in an earlier round: a case taken up again is decided by another person. */
  deciders?: readonly string[];
  /** The version the officer's form saw; null for a form that is only being opened. */
  seenVersion: number | null;
}

/**
 * First match: is it still open, may it be decided so in this state, does the officer hold it, was
 * it somebody else who decided it before, is it as he saw it (R-ST-2, R-ST-3, R-REJ-4). Who
 * withdraws need not hold the case: the resident rings whom he reaches.
 */
export function checkOpenCase({
  application,
  officer,
  action,
  deciders = [],
  seenVersion,
}: CaseToDecide): Outcome<{ status: ApplicationStatus }, OpenCaseRefusal> {
  const { status, version, claimedBy } = application;
  if (isDecided(status)) return refuse('already_decided');
  const next = statusAfter(status, action, officer.role);
  if (next === null) return refuse('not_open');
  if (action !== 'withdraw' && claimedBy !== officer.id) return refuse('not_yours');
  if (isJudging(action) && deciders.includes(officer.id)) return refuse('decided_before');
  if (seenVersion !== null && version !== seenVersion) return refuse('stale');
  return ok({ status: next });
}

function isJudging(action: DecidingAction): boolean {
  return action === 'approve' || action === 'reject';
}

const DONE_WORDS: Readonly<Record<DecidingAction, string>> = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  ask_again: 'sent back for a paper',
  ask_payment: 'sent back for payment',
};

/** Why not, in one plain sentence or two. */
export function openCaseWords(refusal: OpenCaseRefusal, action: DecidingAction): string {
  switch (refusal) {
    case 'already_decided':
      return 'This application has already been decided. A decision is never changed.';
    case 'not_open':
      return `Nobody is reviewing this application now, so it cannot be ${DONE_WORDS[action]}. Claim it first.`;
    case 'not_yours':
      return 'Another officer holds this case. Only whoever holds a case decides it.';
    case 'decided_before':
      return 'You decided this case before. Now that it is decided again, somebody else must do it.';
    case 'stale':
      return 'The case changed after you opened this page.';
  }
}

/** A decision of the case came from this very form: a double click or a network retry (R6.5). */
export function isSameDecision(
  file: { decisions: readonly { formId: string }[] },
  form: { formId: string },
): boolean {
  return file.decisions.some(({ formId }) => formId === form.formId);
}

/** Whoever decided a case, in any round. */
export function decidersOf(file: { decisions: readonly { decidedBy: string }[] }): string[] {
  return file.decisions.map(({ decidedBy }) => decidedBy);
}

/**
 * Whoever decided it in a round before the one it is in. The round's own decision does not count:
 * outside a transaction it may have come between two reads, and then the case is simply decided.
 */
export function earlierDecidersOf(file: {
  application: { round: number };
  decisions: readonly { decidedBy: string; round: number }[];
}): string[] {
  return decidersOf({
    decisions: file.decisions.filter(({ round }) => round < file.application.round),
  });
}

/** Where a decision is confirmed, now and later. */
export function decisionPath(reference: string): string {
  return `/applications/${reference}/decision`;
}
