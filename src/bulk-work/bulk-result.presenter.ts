import { type ContentInput, linkContent, tagContent } from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { formatDateTime } from '../shared/london-date.js';
import type { BulkRunShown } from './bulk-runs.queries.js';
import { SKIP_WORDS } from './bulk.rules.js';

export interface BulkResultPage {
  title: string;
  summary: string;
  when: string;
  cases: TableParams;
  back: ButtonParams;
}

/** What became of each case; the address works later too. */
export function bulkResultPage(run: BulkRunShown): BulkResultPage {
  const { act, toName, cases, startedAt, back } = run;
  const done = cases.filter(({ state }) => state === 'done').length;
  const what = act === 'assign' ? `assigned to ${toName ?? 'somebody'}` : 'given back';
  return {
    title: `${done} of ${countText(cases.length, 'case')} ${what}`,
    summary: done === cases.length ? 'Every case was done.' : 'The others are as they were.',
    when: formatDateTime(startedAt),
    cases: table({
      caption: 'Result for each case',
      isCaptionHidden: true,
      scrollRegion: 'Result for each case',
      classes: 'desk-dense',
      firstCellIsHeader: true,
      head: ['Reference', 'Result', 'Why not'],
      rows: cases.map((one) => [
        linkContent(one.reference, `/applications/${one.reference}`),
        stateTag(one.state),
        one.why ? SKIP_WORDS[one.why] : one.state === 'waiting' ? 'It was not reached.' : '–',
      ]),
    }),
    back: button({ text: 'Back to the list', href: back, variant: 'secondary' }),
  };
}

function stateTag(state: BulkRunShown['cases'][number]['state']): ContentInput {
  if (state === 'done') return tagContent('Done', 'green');
  return state === 'skipped' ? tagContent('Skipped', 'yellow') : tagContent('Not done', 'grey');
}
