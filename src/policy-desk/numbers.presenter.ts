import { linkContent } from '../platform/web/component-types.js';
import type { ChoicesParams } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { holdsFromField } from '../policy/holds-from.presenter.js';
import type { HoldsFrom } from '../policy/holds-from.rules.js';
import type { PolicyChangeRow } from '../policy/policy-changes.queries.js';
import { seenKey } from '../policy/seen-key.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';
import { type NumberPolicy, valueInWords, valueOn } from './numbers.rules.js';
import {
  changesTable,
  hiddenDate,
  linesTable,
  policyCheckPage,
  type PolicyCheckPage,
} from './policy-pages.presenter.js';
import type { NumberForm } from './policy.form.js';

export const DEADLINES = '/administration/deadlines';

export function numbersPage(numbers: readonly NumberPolicy[], today: LocalDate) {
  const of = (group: NumberPolicy['group'], caption: string): TableParams =>
    table({
      caption,
      scrollRegion: caption,
      firstCellIsHeader: true,
      head: ['What', 'Today', 'Planned'],
      rows: numbers
        .filter((number) => number.group === group)
        .map((number) => [
          linkContent(number.label, `${DEADLINES}/${number.key}`),
          valueInWords(number, valueOn(number, today)),
          plannedWords(number, today),
        ]),
    });
  return {
    title: 'Deadlines and targets',
    backLink: backLink('/administration', 'Back to administration'),
    tables: [of('target', 'Time to decide'), of('setting', 'Deadlines and limits')],
  };
}

function plannedWords(number: NumberPolicy, today: LocalDate): string {
  const next = number.lines.find(({ validFrom }) => validFrom > today);
  if (!next) return 'Nothing';
  return `${valueInWords(number, next.value)} from ${formatDate(next.validFrom)}`;
}

interface NumberPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  means: string;
  lines: TableParams;
  changes: TableParams | null;
  form: NumberFields | null;
}

interface NumberFields {
  action: string;
  seen: string;
  value: InputParams;
  from: ChoicesParams;
  check: ButtonParams;
}

interface ShownNumber {
  number: NumberPolicy;
  today: LocalDate;
  changes: readonly PolicyChangeRow[];
  /** Null for who may only look. */
  form: NumberForm | null;
  errors: readonly FieldError[];
}

export function numberPage({ number, today, changes, form, errors }: ShownNumber): NumberPage {
  return {
    title: number.label,
    backLink: backLink(DEADLINES, 'Back to deadlines and targets'),
    errors,
    means: number.means,
    lines: linesTable(
      number.lines.map((line) => ({ ...line, text: valueInWords(number, line.value) })),
      today,
    ),
    changes: changesTable(changes),
    form: form && numberFields(number, form, errors),
  };
}

function numberFields(
  number: NumberPolicy,
  form: NumberForm,
  errors: readonly FieldError[],
): NumberFields {
  return {
    action: `${DEADLINES}/${number.key}`,
    seen: form.seen || seenKey(number.lines),
    value: input({
      name: 'value',
      label: { text: `New number of ${number.unit}s`, classes: 'govuk-label--m' },
      hint: `From ${number.least} to ${number.most}.`,
      value: form.value,
      error: errors.find(({ field }) => field === 'value')?.text ?? null,
      inputmode: 'numeric',
      classes: 'govuk-input--width-3',
    }),
    from: holdsFromField(form, errors, 'From today'),
    check: button({ text: 'Check before publishing', name: 'step', value: 'check' }),
  };
}

interface CheckedNumber {
  number: NumberPolicy;
  form: NumberForm;
  value: number;
  start: HoldsFrom;
}

export function numberCheckPage({ number, form, value, start }: CheckedNumber): PolicyCheckPage {
  const day = formatDate(start.on);
  const later = number.lines.find(({ validFrom }) => validFrom > start.on);
  return policyCheckPage({
    title: `Check: ${number.label}`,
    back: `${DEADLINES}/${number.key}`,
    action: `${DEADLINES}/${number.key}`,
    effects: [
      `From ${day}: ${valueInWords(number, value)}. Until then: ${valueInWords(number, valueOn(number, start.on))}.`,
      number.means,
      ...(later
        ? [
            `From ${formatDate(later.validFrom)} the value planned before holds: ${valueInWords(number, later.value)}.`,
          ]
        : []),
    ],
    hidden: [
      { name: 'seen', value: form.seen },
      { name: 'value', value: form.value },
      { name: 'when', value: form.when },
      ...hiddenDate('from', form.from),
    ],
  });
}
