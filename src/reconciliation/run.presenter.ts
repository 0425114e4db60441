import { type ContentInput } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { summaryList, type SummaryListParams } from '../platform/web/components/summary-list.js';
import type { TableParams } from '../platform/web/components/tables.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { countText } from '../shared/duration-text.js';
import { DIFFERENCE_WORDS } from './difference-words.rules.js';
import type { Difference } from '../payment-comparisons/differences.queries.js';
import { DIFFERENCE_KINDS, type DifferenceKind } from '../payment-comparisons/differences.rules.js';
import {
  differencesTable,
  periodInWords,
  RECONCILIATION,
  runTag,
  startedBy,
} from './reconciliation.presenter.js';
import type { Run } from '../payment-comparisons/reconciliation-runs.queries.js';

export interface RunPage {
  title: string;
  backLink: PlainLinkParams;
  /** Null once it has ended. */
  underWay: { refreshHref: string; asAt: string; words: string; done: number; of: number } | null;
  problem: string | null;
  summary: SummaryListParams;
  differences: TableParams | null;
  more: string | null;
}

interface Shown {
  run: Run;
  counts: Partial<Record<DifferenceKind, number>>;
  differences: readonly Difference[];
  /** Payments of the list that were read and not yet compared. */
  waiting: number;
  now: Date;
}

export function runPage({ run, counts, differences, waiting, now }: Shown): RunPage {
  const total = DIFFERENCE_KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return {
    title: `Payments of ${periodInWords(run)}`,
    backLink: backLink(RECONCILIATION, 'Back to reconciliation'),
    underWay: run.endedAt ? null : underWay(run, waiting, now),
    problem: run.problem && `The comparison stopped. ${run.problem} Start it again.`,
    summary: summaryList({ rows: summaryRows(run, counts) }),
    differences:
      differences.length === 0 ? null : differencesTable(differences, 'Differences found'),
    more:
      total > differences.length ? `The first ${differences.length} of ${total} are shown.` : null,
  };
}

function underWay(run: Run, waiting: number, now: Date): NonNullable<RunPage['underWay']> {
  const of = run.providerTotal ?? 0;
  const isReading = run.step === 'reading';
  const done = isReading ? Math.min(waiting, of) : Math.max(0, of - waiting);
  return {
    refreshHref: `${RECONCILIATION}/runs/${run.id}`,
    asAt: `Data as at ${formatTime(now)}`,
    words: `${stepWords(run, { done, of })} You may leave this page.`,
    ...{ done, of: Math.max(1, of) },
  };
}

/** Refunds that nobody here had asked for, on payments of any age. */
function refundsWords({ refundsTotal, refundsLearnt }: Run): string {
  if (refundsTotal === null) return 'Not read yet';
  if (refundsLearnt === 0) return String(refundsTotal);
  return `${refundsTotal}. ${countText(refundsLearnt, 'payment')} had one that Permit Desk had not heard of.`;
}

function stepWords({ step }: Run, { done, of }: { done: number; of: number }): string {
  switch (step) {
    case 'reading':
      return of === 0
        ? 'Reading the list of the payment service.'
        : `Reading the list of the payment service: ${done} of ${of} payments.`;
    case 'refunds':
      return 'Reading the list of refunds.';
    case 'rechecking':
      return 'Looking again at differences that were found before.';
    case 'missing':
    case 'duplicates':
    case 'comparing':
    case 'done':
    case 'failed':
      return `Comparing: ${done} of ${of} payments.`;
  }
}

function summaryRows(run: Run, counts: Shown['counts']) {
  const row = (key: string, value: ContentInput) => ({ key, value });
  return [
    row('State', runTag(run)),
    row('Started by', startedBy(run)),
    row('Started', formatDateTime(run.startedAt)),
    ...(run.endedAt ? [row('Ended', formatDateTime(run.endedAt))] : []),
    row(
      'Payments in their list',
      run.providerTotal === null ? 'Not read yet' : String(run.providerTotal),
    ),
    row('Refunds in their list', refundsWords(run)),
    row(
      'Both sides agree',
      run.caughtUp === 0
        ? String(run.matched)
        : `${run.matched}, ${run.caughtUp} of them once the payment was read again`,
    ),
    ...DIFFERENCE_KINDS.map((kind) => row(DIFFERENCE_WORDS[kind].name, String(counts[kind] ?? 0))),
    row('Days', 'Begin and end at midnight in London'),
  ];
}
