import type { CorrectionShown } from '../payment-comparisons/corrections.queries.js';
import { CORRECTION_CAUSES, MOST_DECLINE_WORDS } from '../payment-comparisons/corrections.rules.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import {
  characterCount,
  select,
  type SelectParams,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import { nested } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { type AnswerForm, type ExplanationForm, MOST_WORDS } from './reconciliation.form.js';

/** How a difference is closed: in words, or by a correction of the ledger too. */
export interface ClosingForm {
  action: string;
  formId: string;
  /** Null where nothing is to be corrected: then it is closed in words. */
  outcome: ChoicesParams | null;
  gainPence: string;
  words: TextareaParams;
  send: ButtonParams;
}

export interface AnswerParams {
  action: string;
  formId: string;
  asked: string;
  choice: ChoicesParams;
  send: ButtonParams;
}

interface Closing {
  action: string;
  /** What the ledger lacks; below nothing: has too much; nothing where it needs no correction. */
  gainPence: Pence;
  sizePence: Pence;
  limitPence: Pence;
  form: ExplanationForm;
  errors: readonly FieldError[];
}

export function closingForm(closing: Closing): ClosingForm {
  const { action, form, errors, gainPence, sizePence } = closing;
  return {
    ...{ action, formId: form.formId, gainPence: String(gainPence) },
    outcome: sizePence === 0 ? null : outcomeField(closing),
    words: characterCount({
      name: 'words',
      label: { text: 'What it is, and why it may be closed', classes: 'govuk-label--m' },
      hint: 'Kept with your name, and not changed later.',
      value: form.words,
      error: errorOf(errors, 'words'),
      maxlength: MOST_WORDS,
      rows: 4,
    }),
    send: button({ text: 'Close the difference' }),
  };
}

function outcomeField({ form, errors, gainPence, sizePence, limitPence }: Closing): ChoicesParams {
  const amount = formatPounds(sizePence);
  const second = `You ask, and another supervisor agrees: it is more than ${formatPounds(limitPence)}.`;
  return radios({
    name: 'outcome',
    fieldset: {
      legend: { text: 'How do you close it?', classes: 'govuk-fieldset__legend--m' },
    },
    value: form.outcome,
    error: errorOf(errors, 'outcome'),
    small: true,
    items: [
      {
        value: 'words',
        text: 'By an explanation alone',
        hint: 'When our ledger is right as it is, or a later reading will put it right.',
      },
      {
        value: 'correct',
        text: `By correcting our ledger by ${amount}`,
        hint: `${lessOrMore(gainPence)} ${sizePence > limitPence ? second : ''}`.trim(),
        conditional: nested('components/select', causeField(form, errors)),
      },
    ],
  });
}

/** Where the difference goes: a line of its own, which never changes what was posted before. */
function lessOrMore(gainPence: Pence): string {
  return gainPence > 0
    ? 'The payment service has more than our ledger says. The rest comes from the account “Written off”.'
    : 'Our ledger says more than there is. The rest goes to the account “Written off”.';
}

function causeField(form: ExplanationForm, errors: readonly FieldError[]): SelectParams {
  return select({
    name: 'cause',
    label: 'Cause',
    value: form.cause,
    error: errorOf(errors, 'cause'),
    items: [
      { value: '', text: 'Choose a cause' },
      ...Object.entries(CORRECTION_CAUSES).map(([value, text]) => ({ value, text })),
    ],
  });
}

interface Answering {
  action: string;
  correction: CorrectionShown;
  form: AnswerForm;
  errors: readonly FieldError[];
}

export function answerForm({ action, correction, form, errors }: Answering): AnswerParams {
  const words = characterCount({
    name: 'words',
    label: 'Why you decline',
    hint: 'For the colleague who asked.',
    value: form.words,
    error: errorOf(errors, 'words'),
    maxlength: MOST_DECLINE_WORDS,
    rows: 3,
  });
  return {
    ...{ action, formId: form.formId, asked: askedWords(correction) },
    choice: radios({
      name: 'answer',
      fieldset: { legend: { text: 'Your answer', classes: 'govuk-fieldset__legend--m' } },
      value: form.answer,
      error: errorOf(errors, 'answer'),
      small: true,
      items: [
        {
          value: 'agree',
          text: 'Agree and correct the ledger',
          hint: 'The difference is closed. A correction is never changed, only reversed by another.',
        },
        { value: 'decline', text: 'Decline', conditional: nested('components/textarea', words) },
      ],
    }),
    send: button({ text: 'Send your answer' }),
  };
}

function askedWords({ askedByName, sizePence, gainPence, cause }: CorrectionShown): string {
  const side = gainPence > 0 ? 'from' : 'to';
  return `${askedByName} asks to correct our ledger by ${formatPounds(sizePence)}, ${side} “Written off”: ${CORRECTION_CAUSES[cause].toLowerCase()}.`;
}

function errorOf(errors: readonly FieldError[], name: string): string | null {
  return errors.find(({ field }) => field === name)?.text ?? null;
}
