import { OUTCOME_WORDS } from '../decisions/outcome-words.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import {
  REVIEW_CHANNEL_LABELS,
  REVIEW_OUTCOME_LABELS,
} from '../decision-reviews/decision-review.rules.js';
import type { DecisionReview } from '../decision-reviews/decision-reviews.store.js';
import type { Decision } from '../decisions/decisions.store.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { REOPENING_CAUSE_WORDS } from '../decisions/reopening.rules.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';

interface Shown {
  file: CaseFile;
  decision: Decision;
  names: ReadonlyMap<string, string>;
  reviews: readonly DecisionReview[];
  staff: CurrentStaff;
}

/** What the decision waits for, or that it no longer stands. */
export function standingOf({ file }: Shown): string | null {
  if (file.decision === null) {
    return 'This decision no longer stands. It stays on record, and the case is decided again.';
  }
  if (file.secondLook !== null) {
    const goes = formatDateTime(file.secondLook.dueAt);
    return `Drawn for a second look: somebody else looks before the letter goes. It goes by itself on ${goes}.`;
  }
  if (file.openReview === null) return null;
  const by = formatDate(file.openReview.answerByOn);
  return `The resident has asked for a review. It is to be answered by ${by}. Until then the decision stands.`;
}

/** What this person may do about the decision; whoever decided it may not judge it again. */
export function waysOn({ file, staff }: Shown): ButtonParams[] {
  const { application, decision, secondLook, openReview } = file;
  const path = `/applications/${application.reference}`;
  const isOther = !decidersOf(file).includes(staff.id);
  const way = (text: string, to: string) =>
    button({ text, href: `${path}/${to}`, variant: 'secondary' });
  if (secondLook !== null) {
    const mayLook = isOther && mayDo(staff.role, 'second-look');
    return mayLook ? [way('Take the second look', 'second-look')] : [];
  }
  if (decision?.outcome !== 'rejected') return [];
  if (openReview !== null) {
    const mayAnswer = isOther && mayDo(staff.role, 'settle-review');
    return mayAnswer ? [way('Answer the review', 'review-outcome/new')] : [];
  }
  const mayReopen = isOther && mayDo(staff.role, 'reopen-decision');
  const mayRecord = mayDo(staff.role, 'open-review');
  return [
    ...(mayReopen ? [way('Decide it again', 'reopening/new')] : []),
    ...(mayRecord ? [way('Record a request for a review', 'reviews/new')] : []),
  ];
}

/** Every decision in its order, with who took it up again and why; empty where there was only one. */
export function roundsOf({ file, names, staff }: Shown): string[] {
  if (file.reopenings.length === 0) return [];
  return file.decisions.flatMap((decision) => {
    const by = names.get(decision.decidedBy) ?? 'Somebody';
    const decided = `${OUTCOME_WORDS[decision.outcome]} by ${by}, ${formatDateTime(decision.decidedAt)}.`;
    const again = file.reopenings.find(({ decisionId }) => decisionId === decision.id);
    if (!again) return [decided];
    const who = names.get(again.reopenedBy) ?? 'Somebody';
    const when = formatDateTime(again.reopenedAt);
    const told = again.isTold ? '' : ' The resident was never told of this decision.';
    // Support answers residents: it reads what they were told, never what colleagues wrote.
    const why = again.isTold || staff.role !== 'support' ? ` ${again.reason}` : '';
    const taken = `Taken up again by ${who}, ${when}. ${REOPENING_CAUSE_WORDS[again.because]}.`;
    return [`${decided} ${taken}${why}${told}`];
  });
}

/** Each review the resident asked for, with what came of it. */
export function reviewLines({ reviews, names }: Shown): string[] {
  return reviews.map((review) => {
    const { channel, receivedOn, answerByOn, outcome, settledBy, settledAt } = review;
    const came = `${REVIEW_CHANNEL_LABELS[channel]}, received on ${formatDate(receivedOn)}`;
    if (outcome === null || settledAt === null) {
      return `${came}: to be answered by ${formatDate(answerByOn)}.`;
    }
    const by = (settledBy && names.get(settledBy)) ?? 'Somebody';
    return `${came}: ${REVIEW_OUTCOME_LABELS[outcome]}. Answered by ${by}, ${formatDateTime(settledAt)}.`;
  });
}
