import { EXPORTS_AN_HOUR, LONGEST_EXPORT_REASON } from '../export-log/export-limits.rules.js';
import type { ExportShown } from '../export-log/export-log.queries.js';
import { checkboxes, type ChoicesParams, radios } from '../platform/web/components/choices.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import {
  input,
  type InputParams,
  select,
  type SelectParams,
} from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDateTime, type LocalDate } from '../shared/london-date.js';
import type { FinanceExportForm } from './finance-export.form.js';
import { monthBefore, NO_ZONE } from './finance-filter.rules.js';
import { FINANCE_KIND_WORDS, FINANCE_KINDS, type FinanceKind } from './finance-lines.rules.js';
import type { Names } from './finance-lines.queries.js';

export const FINANCE_EXPORTS = '/finance-exports';

export interface FinanceExportPage {
  title: string;
  errors: readonly FieldError[];
  backLink: PlainLinkParams;
  action: string;
  from: DateInputParams;
  to: DateInputParams;
  kinds: ChoicesParams;
  permitType: SelectParams;
  zone: SelectParams;
  grouping: ChoicesParams;
  format: ChoicesParams;
  reason: InputParams;
  limits: string;
  submit: ButtonParams;
  taken: TableParams | null;
}

interface Shown {
  form: FinanceExportForm;
  errors: readonly FieldError[];
  names: Names;
  /** The files taken last, by anybody. */
  taken: readonly ExportShown[];
}

/** The form as it is first opened: the calendar month before, and all of it. */
export function firstWish(form: FinanceExportForm, today: LocalDate): FinanceExportForm {
  const { from, to } = monthBefore(today);
  return Object.assign(form, { from: partsOf(from), to: partsOf(to), kinds: [...FINANCE_KINDS] });
}

function partsOf(date: LocalDate) {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

const KIND_HINTS: Partial<Record<FinanceKind, string>> = {
  hold_cancelled: 'Never taken, so never income.',
  exception: 'After a permit was granted, asked for by one person and approved by another.',
  fee: 'Income: on the day a case was approved, less what was given up later.',
  difference: 'Found when the payment service was compared with the ledger.',
};

export function financeExportPage({ form, errors, names, taken }: Shown): FinanceExportPage {
  return {
    title: 'Finance export',
    errors,
    backLink: backLink('/refunds', 'Back to refunds and payments'),
    action: FINANCE_EXPORTS,
    ...periodFields(form, errors),
    ...choiceFields(form, errors),
    ...narrowingFields(form, errors, names),
    reason: input({
      name: 'reason',
      label: 'Why you need the file',
      value: form.reason,
      error: errorOf(errors, 'reason'),
      attributes: { maxlength: LONGEST_EXPORT_REASON },
    }),
    limits: `${EXPORTS_AN_HOUR} files an hour. Who took it, when and why is kept. A long period takes a minute before the download starts. The file names no person and no vehicle.`,
    submit: button({ text: 'Download the file', preventDoubleClick: false }),
    taken: taken.length === 0 ? null : takenTable(taken),
  };
}

function periodFields(form: FinanceExportForm, errors: readonly FieldError[]) {
  const day = (name: 'from' | 'to', legend: string, hint: string) => {
    const fault = errors.find(({ field }) => field === name);
    return dateInput({
      ...{ id: name, fieldset: legend, hint, error: fault?.text ?? null, values: form[name] },
      parts: (['day', 'month', 'year'] as const).map((part) => ({
        part,
        name: `${name}[${part}]`,
      })),
    });
  };
  return {
    from: day('from', 'First day', 'For example, 1 10 2026.'),
    to: day('to', 'Last day', 'It is in the file. Days begin and end at midnight in London.'),
  };
}

function choiceFields(form: FinanceExportForm, errors: readonly FieldError[]) {
  return {
    kinds: checkboxes({
      name: 'kinds',
      fieldset: 'What the file should have',
      error: errorOf(errors, 'kinds'),
      values: form.kinds,
      small: true,
      items: FINANCE_KINDS.map((value) => ({
        ...{ value, text: FINANCE_KIND_WORDS[value], hint: KIND_HINTS[value] ?? null },
      })),
    }),
    grouping: radios({
      ...{ name: 'grouping', fieldset: 'Lines or totals', value: form.grouping, small: true },
      error: errorOf(errors, 'grouping'),
      items: [
        { value: 'lines', text: 'Every line' },
        { value: 'days', text: 'Totals by day, permit type and zone' },
      ],
    }),
    format: radios({
      ...{ name: 'format', fieldset: 'Kind of file', value: form.format, small: true },
      error: errorOf(errors, 'format'),
      items: [
        { value: 'csv', text: 'CSV', hint: 'For any number of lines.' },
        { value: 'xlsx', text: 'Excel', hint: 'Up to about a million lines.' },
      ],
    }),
  };
}

function narrowingFields(
  form: FinanceExportForm,
  errors: readonly FieldError[],
  { permitTypes, zones }: Names,
) {
  return {
    permitType: select({
      ...{ name: 'permitType', label: 'Permit type', value: form.permitType },
      error: errorOf(errors, 'permitType'),
      items: [
        { value: '', text: 'All permit types' },
        ...[...permitTypes].map(([value, text]) => ({ value, text })),
      ],
    }),
    zone: select({
      ...{ name: 'zone', label: 'Zone', value: form.zone, error: errorOf(errors, 'zone') },
      items: [
        { value: '', text: 'All zones' },
        ...[...zones].map(([value, name]) => ({ value, text: `${value}, ${name}` })),
        { value: NO_ZONE, text: 'No zone known' },
      ],
    }),
  };
}

function takenTable(taken: readonly ExportShown[]): TableParams {
  return table({
    caption: 'Files taken last',
    captionClasses: 'govuk-table__caption--m',
    scrollRegion: 'Files taken last',
    classes: 'desk-dense',
    head: ['When', 'Who', 'What', 'Why', { content: 'Rows', isNumeric: true }],
    rows: taken.map((file) => [
      { content: formatDateTime(file.takenAt), classes: 'desk-cell--time' },
      file.takenBy,
      { content: file.filters, classes: 'desk-cell--words' },
      { content: file.reason, classes: 'desk-cell--words' },
      { content: file.rowCount.toLocaleString('en-GB'), isNumeric: true },
    ]),
  });
}

function errorOf(errors: readonly FieldError[], name: string): string | null {
  return errors.find(({ field }) => field === name)?.text ?? null;
}
