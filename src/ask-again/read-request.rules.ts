import type { DatePart, LocalDate } from '../shared/london-date.js';
import type { AnswerPolicy } from '../policy/policy-book.rules.js';
import { readAnswerBy, type TypedDate } from './answer-by-field.rules.js';
import { type Asking, chosenPapers, type ChosenPaper, choiceWords } from './ask-again.rules.js';
import type { AskablePaper } from './askable-papers.rules.js';

/** A fault of the form: of the list, of one thing in it (by key), or of the date. */
export interface AskAgainFault {
  field: 'asked' | 'paper' | 'answerBy';
  key: string | null;
  text: string;
  parts: readonly DatePart[];
}

export interface RequestInForm {
  chosen: ChosenPaper[];
  answerByOn: LocalDate;
}

/** What the form asks for, or everything that is wrong with it, in the order of the page. */
export function readRequest(
  askable: readonly AskablePaper[],
  form: Asking & { answerBy: TypedDate },
  { today, policy }: { today: LocalDate; policy: AnswerPolicy },
): { request: RequestInForm | null; faults: AskAgainFault[] } {
  const choice = chosenPapers(askable, form);
  const day = readAnswerBy(form.answerBy, today, policy);
  if (choice.ok && day.ok) {
    return { request: { chosen: choice.chosen, answerByOn: day.answerByOn }, faults: [] };
  }
  const faults: AskAgainFault[] = [];
  if (!choice.ok) {
    const paper = askable.find(({ key }) => key === choice.key) ?? null;
    const text = choiceWords(choice.refusal, paper);
    faults.push({ field: paper ? 'paper' : 'asked', key: choice.key, text, parts: [] });
  }
  if (!day.ok) faults.push({ field: 'answerBy', key: null, text: day.text, parts: day.parts });
  return { request: null, faults };
}
