import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import {
  characterCount,
  type ControlParams,
  fileUpload,
  input,
  type InputParams,
  select,
  type SelectParams,
  type TextareaParams,
} from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { type SummaryListParams, summaryList } from '../platform/web/components/summary-list.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { leftOfLimit } from '../refund-exceptions/exception-limit.rules.js';
import {
  EXCEPTION_REASONS,
  MOST_EXCEPTION_WORDS,
} from '../refund-exceptions/exception-words.rules.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { FILE_FIELD } from './request-exception.form.js';
import { ASKED_BY } from './request-exception.rules.js';

export interface RequestExceptionPage extends CaseFormPage {
  explanation: string;
  money: SummaryListParams;
  amount: InputParams;
  reasons: ChoicesParams;
  words: TextareaParams;
  askedBy: ChoicesParams;
  /** Null for a case without papers. */
  paper: SelectParams | null;
  /** A paper of whoever asks. */
  file: ControlParams;
  submit: ButtonParams;
}

export interface ExceptionMoney {
  capturedPence: Pence;
  returnsPromisedPence: Pence;
  waitingPence: Pence;
  returnablePence: Pence;
  highestLimit: Pence;
  /** What the exceptions of the payment come to already, asked for or approved. */
  othersPence: Pence;
}

interface Requesting extends CaseFormDrawn {
  draft: { amount: string; reason: string; words: string; askedBy: string; paper: string };
  errors: readonly FieldError[];
  money: ExceptionMoney;
}

export function requestExceptionPage(requesting: Requesting): RequestExceptionPage {
  const { file, draft, errors, money } = requesting;
  const title = `Ask for money back: ${file.application.reference}`;
  return {
    ...caseFormPage(requesting, { title, noun: 'refund-exceptions' }),
    explanation:
      'A permit that ends brings no refund. An exception needs two people: you ask, and somebody else approves. The money goes back to the card the permit was paid with. You cannot change the amount later: make a new request.',
    money: moneyList(money),
    amount: amountField(requesting),
    reasons: radios({
      name: 'reason',
      fieldset: { legend: { text: 'Why' } },
      value: draft.reason,
      error: errorOf(errors, 'reason'),
      small: true,
      items: Object.entries(EXCEPTION_REASONS).map(([value, text]) => ({ value, text })),
    }),
    words: characterCount({
      name: 'words',
      label: 'What happened',
      hint: 'For whoever answers. Never sent.',
      value: draft.words,
      error: errorOf(errors, 'words'),
      maxlength: MOST_EXCEPTION_WORDS,
      rows: 4,
    }),
    askedBy: askedByField(draft.askedBy, errors),
    paper: paperField(requesting),
    file: fileField(requesting),
    submit: button({ text: 'Ask for approval' }),
  };
}

function amountField({ draft, errors, money }: Requesting): InputParams {
  const left = leftOfLimit(money.highestLimit, money.othersPence);
  const most = formatPounds(Math.min(money.returnablePence, left));
  return input({
    name: 'amount',
    label: 'How much',
    hint: `In pounds, like 27.50. At most ${most}.`,
    value: draft.amount,
    error: errorOf(errors, 'amount'),
    prefix: '£',
    inputmode: 'decimal',
    autocomplete: 'off',
    classes: 'govuk-input--width-5',
  });
}

function askedByField(value: string, errors: readonly FieldError[]): ChoicesParams {
  return radios({
    name: 'askedBy',
    fieldset: { legend: { text: 'Who asked for it?' } },
    hint: 'A resident who asked is written to, whatever the answer.',
    value,
    error: errorOf(errors, 'askedBy'),
    small: true,
    items: Object.entries(ASKED_BY).map(([key, text]) => ({ value: key, text })),
  });
}

function moneyList({ capturedPence, returnsPromisedPence, ...money }: ExceptionMoney) {
  return summaryList({
    rows: [
      { key: 'Taken', value: formatPounds(capturedPence) },
      { key: 'Given back or promised', value: formatPounds(returnsPromisedPence) },
      { key: 'Asked for, not answered', value: formatPounds(money.waitingPence) },
      { key: 'Left to give back', value: formatPounds(money.returnablePence) },
      money.othersPence === 0
        ? null
        : { key: 'Exceptions that count to the limit', value: formatPounds(money.othersPence) },
      {
        key: 'Most that anybody may approve',
        value: `${formatPounds(money.highestLimit)}, all exceptions of this payment together`,
      },
    ],
  });
}

function paperField({ file, draft, errors }: Requesting): SelectParams | null {
  if (file.papers.length === 0) return null;
  return select({
    name: 'paper',
    label: 'A paper of the case',
    value: draft.paper,
    error: errorOf(errors, 'paper'),
    items: [
      { value: '', text: 'None' },
      ...file.papers.map(({ paperId, position, kind }) => ({
        value: paperId,
        text: `${position}. ${paperKindTerms(kind).label}`,
      })),
    ],
  });
}

function fileField({ errors }: Requesting): ControlParams {
  return fileUpload({
    name: FILE_FIELD,
    label: 'A paper that is not in the case',
    hint: 'A photo (JPEG, PNG or HEIC) or a PDF, up to 10MB. Whoever answers sees it. It is not sent to the resident, and nothing else is decided by it.',
    error: errorOf(errors, FILE_FIELD),
    accept: 'image/jpeg,image/png,image/heic,application/pdf,.jpg,.jpeg,.png,.heic,.pdf',
  });
}
