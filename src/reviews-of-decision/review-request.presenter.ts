import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import { type CheckPage, checkPage } from '../case-file/check-page.presenter.js';
import {
  MOST_ASKED_WORDS,
  REVIEW_CHANNEL_LABELS,
  REVIEW_CHANNELS,
  type ReviewChannel,
} from '../decision-reviews/decision-review.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { radios, type ChoicesParams } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { type DatePart, formatDate, type LocalDate } from '../shared/london-date.js';

/** What was chosen and typed. */
export interface ReviewDraft {
  channel: string;
  receivedOn: Partial<Record<DatePart, string>>;
  asked: string;
}

/** A fault; of a date also which of its boxes. */
export type ReviewFault = FieldError & { parts?: readonly DatePart[] };

interface ReviewRequestPage extends CaseFormPage {
  who: string;
  channel: ChoicesParams;
  receivedOn: DateInputParams;
  asked: TextareaParams;
  check: ButtonParams;
}

interface Asking extends CaseFormDrawn {
  draft: ReviewDraft;
  errors: readonly ReviewFault[];
}

export function reviewRequestPage(asking: Asking): ReviewRequestPage {
  const { file, draft, errors } = asking;
  const title = `A resident asks for a review of ${file.application.reference}`;
  return {
    ...caseFormPage(asking, { title, noun: 'reviews' }),
    who: 'Anybody may record the request. Somebody who took no part in the decision answers it.',
    channel: radios({
      name: 'channel',
      fieldset: {
        legend: { text: 'How did the request come?', classes: 'govuk-fieldset__legend--m' },
      },
      error: errorOf(errors, 'channel'),
      small: true,
      items: REVIEW_CHANNELS.map((code) => ({ value: code, text: REVIEW_CHANNEL_LABELS[code] })),
      value: draft.channel,
    }),
    receivedOn: receivedOnField(draft, errors),
    asked: characterCount({
      name: 'asked',
      label: 'What the resident says',
      hint: 'Every point, in the resident’s own words where you can. The answer must take up each.',
      value: draft.asked,
      error: errorOf(errors, 'asked'),
      maxlength: MOST_ASKED_WORDS,
      rows: 8,
    }),
    check: button({ text: 'Check the letter', name: 'step', value: 'check' }),
  };
}

function receivedOnField(draft: ReviewDraft, errors: readonly ReviewFault[]): DateInputParams {
  const fault = errors.find(({ field }) => field === 'receivedOn');
  return dateInput({
    id: 'receivedOn',
    fieldset: {
      legend: { text: 'On which day did it come?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: 'For example 27 3 2027. The time to answer counts from this day.',
    error: fault?.text ?? null,
    ...(fault?.parts ? { errorParts: [...fault.parts] } : {}),
    values: draft.receivedOn,
    parts: (['day', 'month', 'year'] as const).map((part) => ({
      part,
      name: `receivedOn[${part}]`,
    })),
  });
}

interface Checking extends CaseFormDrawn {
  draft: ReviewDraft;
  channel: ReviewChannel;
  receivedOn: LocalDate;
  answerByOn: LocalDate;
  letter: LetterContent;
}

export function reviewRequestCheckPage(checking: Checking): CheckPage {
  const { file, draft, channel, receivedOn, answerByOn, letter } = checking;
  return checkPage(checking, {
    title: `Check before the review of ${file.application.reference} is opened`,
    noun: 'reviews',
    hidden: [
      { name: 'channel', value: draft.channel },
      ...Object.entries(draft.receivedOn).map(([part, value]) => ({
        name: `receivedOn[${part}]`,
        value,
      })),
      { name: 'asked', value: draft.asked },
    ],
    effects: [
      `A review is opened: ${REVIEW_CHANNEL_LABELS[channel].toLowerCase()}, received on ${formatDate(receivedOn)}.`,
      `It is to be answered by ${formatDate(answerByOn)}, by somebody who took no part in the decision.`,
      'Until then the decision stands. No money moves.',
      'The letter below is sent now.',
    ],
    letter,
    ownWords: [],
    send: button({ text: 'Open the review and send', name: 'step', value: 'send' }),
    change: 'Change the request',
  });
}
