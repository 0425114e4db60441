import { OUTCOME_WORDS } from '../decisions/outcome-words.rules.js';
import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import type { Decision } from '../decisions/decisions.store.js';
import { type LetterPreview, presentStoredLetter } from '../letters/letter-preview.presenter.js';
import type { Letter } from '../letters/letters.store.js';
import { moneyNow } from '../payments/payment-words.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime } from '../shared/london-date.js';
import { MOST_LOOK_WORDS } from './second-look.rules.js';

export interface SecondLookPage extends CaseFormPage {
  decided: string;
  goes: string;
  /** Empty for an approval. */
  reasons: string[];
  privateNote: string | null;
  money: string;
  papers: LinkParams[];
  caseLink: LinkParams;
  letters: LetterPreview[];
  answer: ChoicesParams;
  note: TextareaParams;
  send: ButtonParams;
}

interface Looking extends CaseFormDrawn {
  decision: Decision;
  decidedBy: string;
  dueAt: Date;
  letters: readonly Letter[];
  draft: { answer: string; note: string };
  errors: readonly FieldError[];
}

/** Everything the first officer had, and the letter that waits. */
export function secondLookPage(looking: Looking): SecondLookPage {
  const { file, decision, decidedBy, dueAt, letters, draft, errors } = looking;
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  return {
    ...caseFormPage(looking, { title: `Second look at ${reference}`, noun: 'second-look' }),
    decided: `${OUTCOME_WORDS[decision.outcome]} by ${decidedBy}, ${formatDateTime(decision.decidedAt)}.`,
    goes: `The letter is held, and the resident has not been told. It goes by itself on ${formatDateTime(dueAt)}.`,
    reasons: decision.reasons.map(({ words }) => words),
    privateNote: decision.privateNote,
    money: file.payment ? moneyNow(file.payment) : 'Free: no payment was made.',
    papers: file.papers.map(({ position, kind }) =>
      link(`Paper ${position}: ${paperKindTerms(kind).label}`, `${caseHref}/evidence/${position}`),
    ),
    caseLink: link('The whole case', caseHref),
    letters: letters.map(presentStoredLetter),
    answer: answerField(decision, draft.answer, errors),
    note: characterCount({
      name: 'note',
      label: 'What you found',
      hint: 'For colleagues. Never sent. Needed if you do not agree.',
      value: draft.note,
      error: errorOf(errors, 'note'),
      maxlength: MOST_LOOK_WORDS,
      rows: 4,
    }),
    send: button({ text: 'Finish the second look' }),
  };
}

function answerField(
  { outcome }: Decision,
  chosen: string,
  errors: readonly FieldError[],
): ChoicesParams {
  return radios({
    name: 'answer',
    fieldset: {
      legend: { text: 'Do you agree with the decision?', classes: 'govuk-fieldset__legend--m' },
    },
    error: errorOf(errors, 'answer'),
    items: [
      { value: 'agree', text: 'I agree', hint: AGREE[outcome] },
      { value: 'disagree', text: 'I do not agree', hint: DISAGREE[outcome] },
    ],
    value: chosen,
  });
}

const AGREE: Readonly<Record<Decision['outcome'], string>> = {
  approved: 'The letter goes now.',
  rejected: 'The letter goes now, any money is given back, and the place at the property is free.',
  withdrawn: 'The letter goes now.',
};

const DISAGREE: Readonly<Record<Decision['outcome'], string>> = {
  approved:
    'The permit stands and the letter goes now: a permit once granted is not taken back here. What you write is kept.',
  rejected:
    'The letter is never sent. The case goes back to the queue, and another officer decides it.',
  withdrawn: 'The letter goes now. What you write is kept.',
};
