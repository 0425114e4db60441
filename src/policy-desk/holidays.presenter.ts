import { linkContent } from '../platform/web/component-types.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { BankHolidayRow } from '../policy/policy-book.rules.js';
import { dayOfWeek, formatDate, type LocalDate } from '../shared/london-date.js';
import { hiddenDate, policyCheckPage, type PolicyCheckPage } from './policy-pages.presenter.js';
import type { HolidayForm } from './policy.form.js';

export const HOLIDAYS = '/administration/bank-holidays';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface HolidaysPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  knownTo: string;
  form: { action: string; on: DateInputParams; name: InputParams; check: ButtonParams } | null;
  days: TableParams;
}

interface ShownHolidays {
  days: readonly BankHolidayRow[];
  today: LocalDate;
  /** Null for who may only look. */
  form: HolidayForm | null;
  errors: readonly FieldError[];
}

export function holidaysPage({ days, today, form, errors }: ShownHolidays): HolidaysPage {
  const last = days.at(-1);
  return {
    title: 'Bank holidays',
    backLink: backLink('/administration', 'Back to administration'),
    errors,
    knownTo: last
      ? `The list ends on ${formatDate(last.on)}. After that only weekends are left out.`
      : 'The list is empty: only weekends are left out.',
    form: form && addingForm(form, errors),
    days: table({
      caption: 'From this year on',
      scrollRegion: 'From this year on',
      firstCellIsHeader: true,
      head: ['Day', 'Weekday', 'Name', ...(form ? ['What you can do'] : [])],
      rows: days.map(({ on, title, isSubstitute }) => [
        formatDate(on),
        WEEKDAYS[dayOfWeek(on) - 1] ?? '',
        isSubstitute ? `${title} (substitute day)` : title,
        ...(form
          ? [
              on < today
                ? 'Past'
                : linkContent('Remove', `${HOLIDAYS}/${on}/removal/new`, {
                    hiddenText: formatDate(on),
                  }),
            ]
          : []),
      ]),
    }),
  };
}

function addingForm(
  form: HolidayForm,
  errors: readonly FieldError[],
): NonNullable<HolidaysPage['form']> {
  return {
    action: HOLIDAYS,
    on: dateInput({
      id: 'on',
      fieldset: { legend: { text: 'Add a day', classes: 'govuk-fieldset__legend--m' } },
      hint: 'Today or later. For example, 27 3 2027.',
      error: errors.find(({ field }) => field === 'on')?.text ?? null,
      values: form.on,
      parts: (['day', 'month', 'year'] as const).map((part) => ({ part, name: `on[${part}]` })),
    }),
    name: input({
      ...{ name: 'title', label: 'Name', value: form.title, classes: 'govuk-input--width-20' },
      error: errors.find(({ field }) => field === 'title')?.text ?? null,
    }),
    check: button({ text: 'Check before adding', name: 'step', value: 'check' }),
  };
}

export function holidayCheckPage(form: HolidayForm, on: LocalDate): PolicyCheckPage {
  return policyCheckPage({
    title: `Check: ${form.title}`,
    ...{ back: HOLIDAYS, action: HOLIDAYS, publish: 'Add the day' },
    effects: [
      `${formatDate(on)}, a ${WEEKDAYS[dayOfWeek(on) - 1] ?? 'day'}, no longer counts as a working day.`,
      'Ages of cases and last days worked out from now on leave it out. Last days already told stay.',
    ],
    hidden: [{ name: 'title', value: form.title }, ...hiddenDate('on', form.on)],
  });
}

export function removalPage({ on, title }: BankHolidayRow): PolicyCheckPage {
  return policyCheckPage({
    title: `Check: remove ${title}`,
    back: HOLIDAYS,
    action: `${HOLIDAYS}/${on}/removal`,
    ...{ publish: 'Remove the day', canChange: false, hidden: [] },
    effects: [
      `${formatDate(on)} counts as a working day again, if it is a weekday.`,
      'Ages of cases and last days worked out from now on count it. Last days already told stay.',
    ],
  });
}
