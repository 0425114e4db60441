import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { statusAfter } from '../applications/application-status.rules.js';
import {
  type ChosenReason,
  checkReasons,
  type ReasonRefusal,
} from '../decisions/rejection-reasons.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export interface RejectionToDecide {
  application: { status: ApplicationStatus; version: number; claimedBy: string | null };
  officer: { id: string; role: StaffRole };
  /** The version the officer's form saw. */
  seenVersion: number;
  reasons: readonly ChosenReason[];
  /** The money the previewed letter spoke of, and what is true now (`moneyKey`). */
  money: { shown: string; now: string };
}

export type RejectionRefusal =
  'already_decided' | 'not_in_review' | 'not_yours' | 'stale' | 'money_changed' | ReasonRefusal;

/** First match: is it still open, is it yours, is it what you saw, are the reasons good, is the money. */
export function decideRejection({
  application,
  officer,
  seenVersion,
  reasons,
  money,
}: RejectionToDecide): Outcome<{ status: ApplicationStatus }, RejectionRefusal> {
  const { status, version, claimedBy } = application;
  if (status === 'approved' || status === 'rejected' || status === 'withdrawn') {
    return refuse('already_decided');
  }
  const next = statusAfter(status, 'reject', officer.role);
  if (next === null) return refuse('not_in_review');
  if (claimedBy !== officer.id) return refuse('not_yours');
  if (version !== seenVersion) return refuse('stale');
  const chosen = checkReasons(reasons);
  if (!chosen.ok) return refuse(chosen.refusal);
  if (money.shown !== money.now) return refuse('money_changed');
  return ok({ status: next });
}

/** Refusals that mean: the case is not as the officer saw it. */
export const REJECTION_CONFLICTS: Readonly<Partial<Record<RejectionRefusal, string>>> = {
  already_decided: 'This application has already been decided. A decision is never changed.',
  not_in_review: 'This application is not being reviewed now, so it cannot be rejected.',
  not_yours: 'You do not hold this case. Claim it before you decide.',
  stale: 'The case changed after you opened this page.',
};
