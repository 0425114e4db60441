import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type CaseToDecide,
  checkOpenCase,
  type OpenCaseRefusal,
  openCaseWords,
} from '../decisions/open-case.rules.js';
import type { LapseCause } from '../payment-requests/payment-request-states.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export type AskPaymentRefusal = OpenCaseRefusal | 'nothing_to_pay' | 'letter_changed';

interface ToAskPayment extends Omit<CaseToDecide, 'action'> {
  /** Why it must be paid again; null when it need not. */
  lapse: LapseCause | null;
}

/** First match: is the case open to it and as it was seen, has its payment lapsed (R-PAY-1). */
export function decideAskPayment({
  lapse,
  ...open
}: ToAskPayment): Outcome<{ status: ApplicationStatus; because: LapseCause }, AskPaymentRefusal> {
  const checked = checkOpenCase({ ...open, action: 'ask_payment' });
  if (!checked.ok) return checked;
  return lapse === null ? refuse('nothing_to_pay') : ok({ status: checked.status, because: lapse });
}

/** Why nobody was asked, in one plain sentence or two. */
export function askPaymentWords(refusal: AskPaymentRefusal): string {
  if (refusal === 'letter_changed') {
    return 'The letter has changed since you checked it: read it again';
  }
  return refusal === 'nothing_to_pay'
    ? 'Nothing has to be paid again: the payment stands, or the application is free.'
    : openCaseWords(refusal, 'ask_payment');
}
