import {
  type CaseFormDrawn,
  type CaseFormPage,
  caseFormPage,
  errorOf,
} from '../case-file/case-form-page.presenter.js';
import { lateForMoney } from '../holds/hold-banner.presenter.js';
import { HOLD_REASONS, MOST_HOLD_WORDS } from '../holds/hold-reasons.rules.js';
import { wakeRange } from '../holds/wake-date.rules.js';
import { type ChoicesParams, radios } from '../platform/web/components/choices.js';
import {
  dateInput,
  type DateInputParams,
  type DatePart,
} from '../platform/web/components/date-input.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';

export interface PutOnHoldPage extends CaseFormPage {
  explanation: string;
  /** Set once the day chosen is after the end of the payment's hold. */
  warning: string | null;
  reasons: ChoicesParams;
  words: TextareaParams;
  wakeOn: DateInputParams;
  submit: ButtonParams;
}

interface PuttingOnHold extends CaseFormDrawn {
  draft: { reason: string; words: string; wakeOn: Partial<Record<DatePart, string>> };
  errors: readonly FieldError[];
  isLateForMoney: boolean;
  mostDays: number;
}

export function putOnHoldPage(putting: PuttingOnHold): PutOnHoldPage {
  const { file, draft, errors, isLateForMoney } = putting;
  const { reference, holdEndsAt } = file.application;
  return {
    ...caseFormPage(putting, { title: `Put ${reference} on hold`, noun: 'hold' }),
    explanation:
      'You give the case back. Nobody is handed it until the day it wakes, at the start of that day. Its age goes on counting. To wait for a paper, ask the resident for it instead.',
    warning: isLateForMoney && holdEndsAt ? lateForMoney(holdEndsAt) : null,
    reasons: radios({
      name: 'reason',
      fieldset: 'Why is it on hold?',
      value: draft.reason,
      error: errorOf(errors, 'reason'),
      small: true,
      items: Object.entries(HOLD_REASONS).map(([value, text]) => ({ value, text })),
    }),
    words: characterCount({
      name: 'words',
      label: 'In your own words',
      hint: 'For colleagues. Needed for another reason.',
      value: draft.words,
      error: errorOf(errors, 'words'),
      maxlength: MOST_HOLD_WORDS,
      rows: 2,
    }),
    wakeOn: wakeField(putting),
    submit: button({ text: isLateForMoney ? 'Put on hold all the same' : 'Put on hold' }),
  };
}

function wakeField({ file, draft, errors, now, mostDays }: PuttingOnHold): DateInputParams {
  const { firstOn, lastOn } = wakeRange(now, mostDays);
  const { holdEndsAt } = file.application;
  const money = holdEndsAt ? ` The payment’s hold ends ${formatDateTime(holdEndsAt)}.` : '';
  return dateInput({
    id: 'wakeOn',
    fieldset: 'The day it wakes',
    hint: `From ${formatDate(firstOn)} to ${formatDate(lastOn)}.${money}`,
    error: errorOf(errors, 'wakeOn'),
    values: draft.wakeOn,
    parts: (['day', 'month', 'year'] as const).map((part) => ({ part, name: `wakeOn[${part}]` })),
  });
}
