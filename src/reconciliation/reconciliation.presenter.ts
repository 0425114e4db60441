import { linkContent, type ContentInput, tagContent } from '../platform/web/component-types.js';
import { dateInput, type DateInputParams } from '../platform/web/components/date-input.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDate, formatDateTime, formatTime, londonDateOf } from '../shared/london-date.js';
import { formatPounds, type Pence } from '../shared/money.js';
import { type ReconciliationStanding } from './standing.presenter.js';
import { DIFFERENCE_WORDS, STANDING_TAGS, standingOf } from './difference-words.rules.js';
import type { Difference } from '../payment-comparisons/differences.queries.js';
import type { PeriodForm } from './reconciliation.form.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';

export const RECONCILIATION = '/reconciliation';

export interface ReconciliationPage {
  title: string;
  backLink: PlainLinkParams;
  errors: readonly FieldError[];
  asAt: string;
  standing: ReconciliationStanding;
  /** Said where not all open differences are shown. */
  more: string | null;
  differences: TableParams | null;
  runs: TableParams | null;
  /** Null for who may only look. */
  form: {
    action: string;
    formId: string;
    from: DateInputParams;
    to: DateInputParams;
    send: ButtonParams;
  } | null;
}

interface Shown {
  differences: readonly Difference[];
  standing: ReconciliationStanding;
  openCount: number;
  runs: readonly Run[];
  form: PeriodForm | null;
  errors: readonly FieldError[];
  now: Date;
}

export function reconciliationPage(shown: Shown): ReconciliationPage {
  const { differences, standing, openCount, runs, form, errors, now } = shown;
  return {
    title: 'Reconciliation',
    backLink: backLink('/my-work', 'Back to my work'),
    errors,
    asAt: `Data as at ${formatTime(now)}`,
    standing,
    more: openCount > differences.length ? `The oldest ${differences.length} are shown.` : null,
    differences:
      differences.length === 0 ? null : differencesTable(differences, 'Open differences'),
    runs: runs.length === 0 ? null : runsTable(runs),
    form: form && periodForm(form, errors),
  };
}

/** The same columns wherever differences are listed. */
export function differencesTable(differences: readonly Difference[], caption: string): TableParams {
  return table({
    caption,
    isCaptionHidden: true,
    scrollRegion: caption,
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Difference', 'Case', 'Payment', 'Found', 'Our ledger has', 'State'],
    rows: differences.map((one) => [
      linkContent(DIFFERENCE_WORDS[one.kind].name, `${RECONCILIATION}/differences/${one.id}`, {
        hiddenText: one.providerPaymentId,
      }),
      one.reference === null
        ? 'None'
        : linkContent(one.reference, `/applications/${one.reference}`),
      one.providerPaymentId,
      { content: formatDateTime(one.foundAt), classes: 'desk-cell--time' },
      apartWords(one.gainPence),
      standingTag(one),
    ]),
  });
}

/** How far our ledger is from the payment service, for people. */
export function apartWords(gainPence: Pence): string {
  if (gainPence === 0) return 'The right amount';
  return `${formatPounds(Math.abs(gainPence))} too ${gainPence > 0 ? 'little' : 'much'}`;
}

export function standingTag(difference: Difference): ContentInput {
  const { text, colour } = STANDING_TAGS[standingOf(difference)];
  return tagContent(text, colour);
}

function runsTable(runs: readonly Run[]): TableParams {
  return table({
    caption: 'Comparisons',
    isCaptionHidden: true,
    scrollRegion: 'Comparisons',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Period', 'Started', 'Started by', { content: 'Payments', isNumeric: true }, 'State'],
    rows: runs.map((run) => [
      linkContent(periodInWords(run), `${RECONCILIATION}/runs/${run.id}`, {
        hiddenText: `started ${formatDateTime(run.startedAt)}`,
      }),
      { content: formatDateTime(run.startedAt), classes: 'desk-cell--time' },
      startedBy(run),
      { content: String(run.providerTotal ?? '–'), isNumeric: true },
      runTag(run),
    ]),
  });
}

/** Who asked for it; the daily one is nobody’s. */
export function startedBy({ askedByName }: Run): string {
  return askedByName ?? 'Permit Desk, every day';
}

export function runTag({ step }: Run): ContentInput {
  if (step === 'done') return tagContent('Finished', 'green');
  return step === 'failed' ? tagContent('Stopped', 'red') : tagContent('Under way', 'blue');
}

export function periodInWords({ fromOn, toOn }: Pick<Run, 'fromOn' | 'toOn'>): string {
  return fromOn === toOn ? formatDate(fromOn) : `${formatDate(fromOn)} to ${formatDate(toOn)}`;
}

function periodForm(
  form: PeriodForm,
  errors: readonly FieldError[],
): NonNullable<ReconciliationPage['form']> {
  const day = (name: 'from' | 'to', legend: string, hint: string | null) =>
    dateInput({
      id: name,
      fieldset: { legend: { text: legend } },
      ...(hint === null ? {} : { hint }),
      error: errors.find(({ field }) => field === name)?.text ?? null,
      values: form[name],
      parts: (['day', 'month', 'year'] as const).map((part) => ({
        part,
        name: `${name}[${part}]`,
      })),
    });
  return {
    action: RECONCILIATION,
    formId: form.formId,
    from: day('from', 'First day', 'Days begin and end in London. For example, 27 3 2026.'),
    to: day('to', 'Last day', null),
    send: button({ text: 'Compare' }),
  };
}

/** Yesterday alone: what is asked for most. */
export function usualPeriod(now: Date): Pick<PeriodForm, 'from' | 'to'> {
  const [year = '', month = '', day = ''] = londonDateOf(
    new Date(now.getTime() - 24 * 3_600_000),
  ).split('-');
  const yesterday = { day: String(Number(day)), month: String(Number(month)), year };
  return { from: yesterday, to: { ...yesterday } };
}
