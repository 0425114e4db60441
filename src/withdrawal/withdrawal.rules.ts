import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type CaseToDecide,
  checkOpenCase,
  type OpenCaseRefusal,
} from '../decisions/open-case.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import {
  type WithdrawalReasonCode,
  withdrawalReason,
  type WithdrawalReasonRefusal,
} from '../decisions/withdrawal-reasons.rules.js';

export interface WithdrawalToDecide extends Omit<CaseToDecide, 'action'> {
  reason: { code: string; ownWords: string };
  /** The money the previewed letter spoke of, and what is true now (`moneyKey`). */
  money: { shown: string; now: string };
}

export type WithdrawalRefusal =
  OpenCaseRefusal | 'money_changed' | 'letter_changed' | WithdrawalReasonRefusal;

export interface Withdrawal {
  status: ApplicationStatus;
  code: WithdrawalReasonCode;
  /** As the resident reads it. */
  words: string;
}

/** First match: is it undecided and as it was seen, is the reason good, is the money the same. */
export function decideWithdrawal({
  reason,
  money,
  ...open
}: WithdrawalToDecide): Outcome<Withdrawal, WithdrawalRefusal> {
  const checked = checkOpenCase({ ...open, action: 'withdraw' });
  if (!checked.ok) return checked;
  const chosen = withdrawalReason(reason.code, reason.ownWords);
  if (!chosen.ok) return chosen;
  if (money.shown !== money.now) return refuse('money_changed');
  return ok({ status: checked.status, code: chosen.code, words: chosen.words });
}
