import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { reminderDueAt } from '../evidence-requests/answer-by.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { type LetterPreview, presentLetter } from '../letters/letter-preview.presenter.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { formatDate, type LocalDate, londonDateOf } from '../shared/london-date.js';
import type { CaseFormFields } from '../stale-case/case-form.js';
import type { AskAgainDraft } from './ask-again.presenter.js';
import type { ChosenPaper } from './ask-again.rules.js';

export interface AskCheckPage {
  title: string;
  backLink: PlainLinkParams;
  action: string;
  caseForm: CaseFormFields;
  hidden: { name: string; value: string }[];
  effects: string[];
  letter: LetterPreview;
  send: ButtonParams;
  change: ButtonParams;
}

interface Checking {
  file: CaseFile;
  caseForm: CaseFormFields;
  draft: AskAgainDraft;
  chosen: readonly ChosenPaper[];
  letter: LetterContent;
  answerByOn: LocalDate;
}

/** The letter exactly as it will go, and every effect in words. */
export function askCheckPage(checking: Checking): AskCheckPage {
  const { file, caseForm, draft, chosen, letter, answerByOn } = checking;
  const { reference } = file.application;
  const ownWords = chosen.flatMap(({ reason, added }) => reason.words ?? added ?? []);
  return {
    title: `Check before you ask: ${reference}`,
    backLink: backLink(`/applications/${reference}`, `Back to ${reference}`),
    action: `/applications/${reference}/evidence-requests`,
    caseForm,
    hidden: hiddenFields(draft),
    effects: effectsOf(answerByOn),
    letter: presentLetter({
      content: letter,
      contact: contactOf(file.application, file.property),
      ownWords,
    }),
    send: button({ text: 'Send the letter', name: 'step', value: 'send' }),
    change: button({ text: 'Change it', variant: 'secondary', name: 'step', value: 'change' }),
  };
}

function hiddenFields(draft: AskAgainDraft): { name: string; value: string }[] {
  const keyed = (name: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([key, value]) => ({ name: `${name}[${key}]`, value }));
  return [
    ...draft.asked.map((value) => ({ name: 'asked', value })),
    ...keyed('reason', draft.reason),
    ...keyed('words', draft.words),
    ...keyed('answerBy', { day: '', month: '', year: '', ...draft.answerBy }),
  ];
}

function effectsOf(answerByOn: LocalDate): string[] {
  const remindOn = londonDateOf(reminderDueAt(answerByOn));
  return [
    'The letter below is sent now, with a link that only this resident has.',
    'The application waits for the resident and nobody holds it. Its clock stands still.',
    `One reminder goes on ${formatDate(remindOn)} if nothing has come. After ${formatDate(answerByOn)} an officer is told; nothing is refused by itself.`,
    'Accepted papers, the data and the money stay as they are.',
  ];
}
