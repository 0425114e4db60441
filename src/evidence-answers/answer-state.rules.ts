import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import {
  type EvidenceRequestState,
  isWaiting,
} from '../evidence-requests/evidence-request-states.rules.js';

/** What the link leads to: the form, the thanks, or a page that says why there is no form. */
export type AnswerState = 'open' | 'answered' | 'not_needed';

export function answerState(
  request: { state: EvidenceRequestState },
  application: { status: ApplicationStatus },
): AnswerState {
  if (request.state === 'answered') return 'answered';
  const isAwaited = statusAfter(application.status, 'answer', 'resident') !== null;
  return isWaiting(request.state) && isAwaited ? 'open' : 'not_needed';
}
