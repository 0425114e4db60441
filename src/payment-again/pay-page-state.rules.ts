import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { payDueAt } from '../payment-requests/pay-by.rules.js';
import type { PaymentRequestState } from '../payment-requests/payment-request-states.rules.js';
import type { LocalDate } from '../shared/london-date.js';

/** What the link leads to: the button, the thanks, or a page that says why there is no button. */
export type PayPageState = 'open' | 'paid' | 'too_late' | 'not_needed';

interface PayFacts {
  request: { state: PaymentRequestState; payByOn: LocalDate };
  application: { status: ApplicationStatus };
  now: Date;
}

/** The last day ends the request even before a job has said so. */
export function payPageState({ request, application, now }: PayFacts): PayPageState {
  if (request.state === 'paid') return 'paid';
  if (application.status !== 'awaiting_evidence') return 'not_needed';
  if (request.state === 'lapsed') return 'too_late';
  if (request.state === 'closed') return 'not_needed';
  return now < payDueAt(request.payByOn) ? 'open' : 'too_late';
}
