import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { composePaymentRequest } from '../letters/payment-letters.rules.js';
import { payLinkAddress } from '../payment-requests/pay-link.js';
import { payByOn, payLinkExpiresAt } from '../payment-requests/pay-by.rules.js';
import type { LapseCause } from '../payment-requests/payment-request-states.rules.js';
import type { Settings } from '../platform/config/settings.js';
import type { LocalDate } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';

/** What the resident is asked for; the form's id becomes the request's, so the previewed link is the one sent. */
export interface PaymentToAsk {
  id: string;
  amountPence: Pence;
  because: LapseCause;
  payByOn: LocalDate;
  linkExpiresAt: Date;
}

/** The price by the list of the day the application came, never less than it said (R-ST-1). */
export function paymentToAsk(
  file: CaseFile,
  {
    id,
    because,
    facts,
  }: { id: string; because: LapseCause; facts: Pick<ApprovalFacts, 'duePence' | 'now'> },
): PaymentToAsk {
  const payBy = payByOn(file.policy.settings, facts.now);
  return {
    ...{ id, because, payByOn: payBy },
    amountPence: Math.max(facts.duePence ?? 0, file.application.pricePence),
    linkExpiresAt: payLinkExpiresAt(payBy),
  };
}

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function paymentLetter(
  { application, permitType, wordings }: CaseFile,
  { id, amountPence, because, payByOn: payBy, linkExpiresAt }: PaymentToAsk,
  settings: Settings,
): LetterContent {
  return composePaymentRequest({
    council: councilFacts(settings),
    reference: application.reference,
    permitTypeName: permitType.name,
    wordings,
    pence: amountPence,
    isCancelled: because === 'cancelled',
    payByOn: payBy,
    link: payLinkAddress(settings, { requestId: id, expiresAt: linkExpiresAt }),
  });
}
