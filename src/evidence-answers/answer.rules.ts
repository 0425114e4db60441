import { type ApplicationStatus, statusAfter } from '../applications/application-status.rules.js';
import type { EvidenceRequestState } from '../evidence-requests/evidence-request-states.rules.js';
import {
  countReceived,
  isComplete,
  type ItemAnswer,
  MOST_PAPERS_AN_ANSWER,
  type RequestedItem,
  withAnswers,
} from '../evidence-requests/requested-item.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { answerState } from './answer-state.rules.js';

export type AnswerRefusal =
  'already_answered' | 'not_needed' | 'too_many_papers' | 'too_big_for_case';

interface ToAnswer {
  application: { status: ApplicationStatus };
  request: { state: EvidenceRequestState; items: readonly RequestedItem[] };
  answers: readonly ItemAnswer[];
  /** Something that was sent could not be taken: what could is kept, and the resident looks again. */
  hasFaults: boolean;
  /** With the new papers, and without those they replace, the case would hold more than it may. */
  isTooBig: boolean;
}

export interface DecidedAnswer {
  items: RequestedItem[];
  /** The status after a whole answer; null while something is missing and the case goes on waiting. */
  status: ApplicationStatus | null;
}

/** First match: is the request still open, is it not too much; then kept in part, or answered. */
export function decideAnswer({
  application,
  request,
  answers,
  hasFaults,
  isTooBig,
}: ToAnswer): Outcome<DecidedAnswer, AnswerRefusal> {
  const state = answerState(request, application);
  if (state === 'answered') return refuse('already_answered');
  if (state === 'not_needed') return refuse('not_needed');
  const items = withAnswers(request.items, answers);
  if (countReceived(items) > MOST_PAPERS_AN_ANSWER) return refuse('too_many_papers');
  if (isTooBig) return refuse('too_big_for_case');
  const isWhole = isComplete(items) && !hasFaults;
  return ok({
    items,
    status: isWhole ? statusAfter(application.status, 'answer', 'resident') : null,
  });
}
