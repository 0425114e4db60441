import type { CaseFile } from '../case-file/case-file.queries.js';
import type { CaseFormDrawn } from '../case-file/case-form-page.presenter.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import { reminderDueAt } from '../evidence-requests/answer-by.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type AnswerPolicy, answerPolicyOn } from '../policy/policy-book.rules.js';
import { button } from '../platform/web/components/navigation.js';
import { formatDate, formatDateTime, type LocalDate, londonDateOf } from '../shared/london-date.js';
import type { AskAgainDraft } from './ask-again.presenter.js';
import type { ChosenPaper } from './ask-again.rules.js';

interface Checking extends CaseFormDrawn {
  draft: AskAgainDraft;
  chosen: readonly ChosenPaper[];
  letter: LetterContent;
  answerByOn: LocalDate;
}

export function askCheckPage(checking: Checking): CheckPage {
  const { file, now, draft, chosen, letter, answerByOn } = checking;
  return checkPage(checking, {
    title: `Check before you ask: ${file.application.reference}`,
    noun: 'evidence-requests',
    hidden: hiddenFields(draft),
    effects: effectsOf(file, answerByOn, answerPolicyOn(file.policy, londonDateOf(now))),
    letter,
    ownWords: chosen.flatMap(({ reason, added }) => reason.words ?? added ?? []),
    send: button({ text: 'Send the letter', name: 'step', value: 'send' }),
    change: 'Change it',
  });
}

function hiddenFields(draft: AskAgainDraft): CheckPage['hidden'] {
  const keyed = (name: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([key, value]) => ({ name: `${name}[${key}]`, value }));
  return [
    ...draft.asked.map((value) => ({ name: 'asked', value })),
    ...keyed('reason', draft.reason),
    ...keyed('words', draft.words),
    ...keyed('answerBy', { day: '', month: '', year: '', ...draft.answerBy }),
  ];
}

function effectsOf(
  { application }: CaseFile,
  answerByOn: LocalDate,
  policy: AnswerPolicy,
): string[] {
  const remindOn = londonDateOf(reminderDueAt(answerByOn, policy));
  return [
    'The letter below is sent now, with a link that only this resident has.',
    'The application waits for the resident and nobody holds it. Its clock stands still.',
    `One reminder goes on ${formatDate(remindOn)} if nothing has come. After ${formatDate(answerByOn)} an officer is told; nothing is refused by itself.`,
    ...whatStays(application.holdEndsAt, answerByOn),
  ];
}

/** A hold ends by itself whoever is waited for; the officer hears so before he asks. */
function whatStays(holdEndsAt: Date | null, answerByOn: LocalDate): string[] {
  if (holdEndsAt === null || londonDateOf(holdEndsAt) > answerByOn) {
    return ['Accepted papers, the data and the money stay as they are.'];
  }
  return [
    'Accepted papers and the data stay as they are.',
    `The money is held until ${formatDateTime(holdEndsAt)} only, which is before the last day to answer.`,
  ];
}
