import { type ContentInput, linkContent, tagContent } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { leftOutInWords } from './bulk-rejection.rules.js';
import type { BulkRejectionShown } from './bulk-rejection-run.queries.js';

export interface BulkRejectionRunPage {
  title: string;
  /** Null once every case has had its turn. */
  underWay: { refreshHref: string; asAt: string; done: number; of: number } | null;
  summary: string;
  when: string;
  cases: TableParams;
  back: ButtonParams;
}

interface Showing {
  runId: string;
  run: BulkRejectionShown;
  now: Date;
}

/** How far a run is, and what became of each case; the address works later too. */
export function bulkRejectionRunPage({ runId, run, now }: Showing): BulkRejectionRunPage {
  const { cases, startedAt, finishedAt, back } = run;
  const count = (state: string) => cases.filter((one) => one.state === state).length;
  const [done, skipped, waiting] = [count('done'), count('skipped'), count('waiting')];
  const isOver = finishedAt !== null;
  return {
    title: isOver
      ? `${done} of ${countText(cases.length, 'case')} rejected`
      : `Rejecting ${countText(cases.length, 'case')}`,
    underWay: isOver
      ? null
      : {
          refreshHref: `/bulk-rejections/${runId}`,
          asAt: `Data as at ${formatTime(now)}`,
          ...{ done: done + skipped, of: cases.length },
        },
    summary: summaryOf({ done, skipped, waiting, isOver }),
    when: `Started ${formatDateTime(startedAt)}${finishedAt ? `, finished ${formatDateTime(finishedAt)}` : ''}`,
    cases: caseTable(cases),
    back: button({ text: 'Back to the list', href: back, variant: 'secondary' }),
  };
}

interface Counted {
  done: number;
  skipped: number;
  waiting: number;
  isOver: boolean;
}

function summaryOf({ done, skipped, waiting, isOver }: Counted): string {
  const left =
    skipped === 0 ? '' : `, ${skipped} left as ${skipped === 1 ? 'it was' : 'they were'}`;
  if (!isOver) return `${done} rejected${left}, ${waiting} to go. You may leave this page.`;
  return skipped === 0 ? 'Every case was rejected.' : `${done} rejected${left}.`;
}

/** What went otherwise than asked is read first. */
function caseTable(cases: BulkRejectionShown['cases']): TableParams {
  const order = ['skipped', 'waiting', 'done'];
  const sorted = [...cases].sort(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state),
  );
  return table({
    caption: 'Result for each case',
    isCaptionHidden: true,
    scrollRegion: 'Result for each case',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Result', 'Why not'],
    rows: sorted.map((one) => [
      linkContent(one.reference, `/applications/${one.reference}`),
      stateTag(one.state),
      one.why === null ? '–' : leftOutInWords(one.why),
    ]),
  });
}

function stateTag(state: BulkRejectionShown['cases'][number]['state']): ContentInput {
  if (state === 'done') return tagContent('Rejected', 'green');
  return state === 'skipped' ? tagContent('Left out', 'yellow') : tagContent('To go', 'grey');
}
