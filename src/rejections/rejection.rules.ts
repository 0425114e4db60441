import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type CaseToDecide,
  checkOpenCase,
  type OpenCaseRefusal,
  openCaseWords,
} from '../decisions/open-case.rules.js';
import type { ReasonCatalogue } from '../decisions/reason-catalogue.rules.js';
import {
  type ChosenReason,
  checkReasons,
  REASON_REFUSAL_WORDS,
  type ReasonRefusal,
} from '../decisions/rejection-reasons.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export interface RejectionToDecide extends Omit<CaseToDecide, 'action'> {
  catalogue: ReasonCatalogue;
  reasons: readonly ChosenReason[];
  /** The money the previewed letter spoke of, and what is true now (`moneyKey`). */
  money: { shown: string; now: string };
}

export type RejectionRefusal = OpenCaseRefusal | 'money_changed' | 'letter_changed' | ReasonRefusal;

/** First match: is it open and as the officer saw it, are the reasons good, is the money the same. */
export function decideRejection({
  catalogue,
  reasons,
  money,
  ...open
}: RejectionToDecide): Outcome<{ status: ApplicationStatus }, RejectionRefusal> {
  const checked = checkOpenCase({ ...open, action: 'reject' });
  if (!checked.ok) return checked;
  const chosen = checkReasons(catalogue, reasons);
  if (!chosen.ok) return refuse(chosen.refusal);
  if (money.shown !== money.now) return refuse('money_changed');
  return ok({ status: checked.status });
}

/** Why not, in one plain sentence. */
export const REJECTION_REFUSAL_WORDS: Readonly<Record<RejectionRefusal, string>> = {
  ...REASON_REFUSAL_WORDS,
  already_decided: openCaseWords('already_decided', 'reject'),
  not_open: openCaseWords('not_open', 'reject'),
  not_yours: openCaseWords('not_yours', 'reject'),
  decided_before: openCaseWords('decided_before', 'reject'),
  stale: openCaseWords('stale', 'reject'),
  letter_changed: 'The letter has changed since you checked it: read it again',
  money_changed: 'The money has moved since you checked the letter: read it again',
};
