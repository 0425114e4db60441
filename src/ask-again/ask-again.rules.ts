import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type CaseToDecide,
  checkOpenCase,
  type OpenCaseRefusal,
  openCaseWords,
} from '../decisions/open-case.rules.js';
import {
  type ChosenReason,
  checkReasons,
  MOST_REASON_WORDS,
  REASON_REFUSAL_WORDS,
  type ReasonRefusal,
  reasonTerms,
} from '../decisions/rejection-reasons.rules.js';
import { type AnswerByRefusal, checkAnswerBy } from '../evidence-requests/answer-by.rules.js';
import type { AnswerPolicy } from '../policy/policy-book.rules.js';
import type { LocalDate } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { AskablePaper } from './askable-papers.rules.js';

/** What the form says: which things are ticked, why, and the officer's words, by key. */
export interface Asking {
  asked: readonly string[];
  reason: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
}

/** One ticked thing with its reason. */
export interface ChosenPaper {
  paper: AskablePaper;
  reason: ChosenReason;
  /** What the officer adds to the catalogue's words, or null. Sent to the resident. */
  added: string | null;
}

export type ChoiceRefusal = ReasonRefusal | 'nothing_asked' | 'reason_missing';

const CHOICE_WORDS: Readonly<Record<ChoiceRefusal, string>> = {
  ...REASON_REFUSAL_WORDS,
  nothing_asked: 'Choose at least one paper to ask for',
  reason_missing: 'Choose why you ask for this paper',
};

/** What was ticked, in the order of the page; `key` names the first thing at fault, null for all. */
export function chosenPapers(
  askable: readonly AskablePaper[],
  asking: Asking,
): Outcome<{ chosen: ChosenPaper[] }, ChoiceRefusal, { key: string | null }> {
  const ticked = askable.filter(({ key }) => asking.asked.includes(key));
  if (ticked.length === 0) return refuse('nothing_asked', { key: null });
  const chosen: ChosenPaper[] = [];
  for (const paper of ticked) {
    const choice = choose(paper, asking);
    if (!choice.ok) return refuse(choice.refusal, { key: paper.key });
    chosen.push(choice.chosen);
  }
  return ok({ chosen });
}

export function choiceWords(refusal: ChoiceRefusal, paper: AskablePaper | null): string {
  const words = CHOICE_WORDS[refusal];
  return paper === null
    ? words
    : `${paper.label}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function choose(
  paper: AskablePaper,
  asking: Asking,
): Outcome<{ chosen: ChosenPaper }, ChoiceRefusal> {
  const code = asking.reason[paper.key] ?? '';
  if (!paper.reasons.includes(code)) return refuse('reason_missing');
  const typed = asking.words[paper.key]?.trim() ?? '';
  const isOwn = reasonTerms(paper.catalogue, code).needsWords;
  const { paperKind, paperId } = paper;
  const reason: ChosenReason = { code, paperKind, paperId, words: isOwn ? typed : null };
  const checked = checkReasons(paper.catalogue, [reason]);
  if (!checked.ok) return refuse(checked.refusal);
  if (typed.length > MOST_REASON_WORDS) return refuse('words_too_long');
  return ok({ chosen: { paper, reason, added: isOwn || typed === '' ? null : typed } });
}

export type AskAgainRefusal = OpenCaseRefusal | ChoiceRefusal | AnswerByRefusal | 'letter_changed';

interface ToAsk extends Omit<CaseToDecide, 'action'> {
  askable: readonly AskablePaper[];
  asking: Asking;
  answerByOn: LocalDate;
  today: LocalDate;
  policy: AnswerPolicy;
}

/** First match: is the case open to it, is something asked for with a reason, is there time to answer. */
export function decideAskAgain({
  askable,
  asking,
  answerByOn,
  today,
  policy,
  ...open
}: ToAsk): Outcome<{ status: ApplicationStatus; chosen: ChosenPaper[] }, AskAgainRefusal> {
  const checked = checkOpenCase({ ...open, action: 'ask_again' });
  if (!checked.ok) return checked;
  const choice = chosenPapers(askable, asking);
  if (!choice.ok) return refuse(choice.refusal);
  const day = checkAnswerBy(answerByOn, today, policy);
  if (!day.ok) return day;
  return ok({ status: checked.status, chosen: choice.chosen });
}

/** Why nothing was sent, in one plain sentence. */
export const ASK_AGAIN_REFUSAL_WORDS: Readonly<Record<AskAgainRefusal, string>> = {
  ...CHOICE_WORDS,
  already_decided: openCaseWords('already_decided', 'ask_again'),
  not_open: openCaseWords('not_open', 'ask_again'),
  not_yours: openCaseWords('not_yours', 'ask_again'),
  decided_before: openCaseWords('decided_before', 'ask_again'),
  stale: openCaseWords('stale', 'ask_again'),
  letter_changed: 'The letter has changed since you checked it: read it again',
  too_soon: 'The last day to answer is too soon',
  too_late: 'The last day to answer is too far away',
};
