import { STATUS_TAGS } from '../case-file/case-status.rules.js';
import { linkContent } from '../platform/web/component-types.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import type { ChosenRow } from './bulk-runs.queries.js';
import type { BulkAct } from './bulk.rules.js';

export interface BulkCheckPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  /** Null when there is nothing to go on with. */
  check: {
    effect: string;
    cases: TableParams;
    hidden: { name: string; value: string }[];
    submit: ButtonParams;
    back: ButtonParams;
  } | null;
}

interface Checking {
  act: BulkAct;
  toName: string;
  isMyself: boolean;
  rows: readonly ChosenRow[];
  hidden: { name: string; value: string }[];
  back: string;
}

/** The extra page before many cases change hands. */
export function bulkCheckPage(checking: Checking): BulkCheckPage {
  const { act, rows, hidden, back } = checking;
  const cases = countText(rows.length, 'case');
  return {
    title: act === 'assign' ? `Assign ${cases}` : `Give ${cases} back`,
    errors: [],
    backLink: backLink(back, 'Back to the list'),
    check: {
      effect: effectOf(checking, cases),
      cases: caseTable(rows),
      hidden,
      submit: button({ text: submitText(checking, cases) }),
      back: button({ text: 'Leave them', href: back, variant: 'secondary' }),
    },
  };
}

/** What was chosen cannot be gone on with; the list is one link away. */
export function bulkRefusedPage(errors: readonly string[], back: string): BulkCheckPage {
  return {
    title: 'Nothing has changed',
    errors: errors.map((text) => ({ text, href: null })),
    backLink: backLink(back, 'Back to the list'),
    check: null,
  };
}

function effectOf({ act, toName, isMyself }: Checking, cases: string): string {
  if (act === 'release') return `${cases} will wait for any officer again.`;
  return isMyself
    ? `You will hold ${cases}. A claim runs out when you do not work on the case.`
    : `${toName} will hold ${cases}. A claim runs out when its officer does not work on the case.`;
}

function submitText({ act, toName, isMyself }: Checking, cases: string): string {
  if (act === 'release') return `Give ${cases} back`;
  return isMyself ? `Claim ${cases}` : `Assign ${cases} to ${toName}`;
}

function caseTable(rows: readonly ChosenRow[]): TableParams {
  return table({
    caption: 'The cases chosen',
    isCaptionHidden: true,
    scrollRegion: 'The cases chosen',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Status', 'Held by'],
    rows: rows.map(({ reference, status, holderName }) => [
      linkContent(reference, `/applications/${reference}`),
      STATUS_TAGS[status].text,
      holderName ?? 'Nobody',
    ]),
  });
}
