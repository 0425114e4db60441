import { caseCells } from '../case-file/case-list.presenter.js';
import type { CaseListRow } from '../case-file/case-list.queries.js';
import { nested } from '../platform/web/component-types.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { formatTime } from '../shared/london-date.js';
import { queueHref, type QueueAddress } from './queue-address.rules.js';

/** As many as are rejected with one press. */
export const MOST_IN_LIST = 500;

export interface ListToRejectPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  /** Null when the list is empty or too long; then `instead` says so. */
  form: {
    chosen: string;
    back: string;
    cases: TableParams;
    goOn: ButtonParams;
    leave: ButtonParams;
  } | null;
  instead: string | null;
}

interface Listing {
  address: QueueAddress;
  /** One more than may be rejected, when there are more. */
  rows: readonly CaseListRow[];
  now: Date;
}

export function listToRejectPage({ address, rows, now }: Listing): ListToRejectPage {
  const back = queueHref(address);
  const isTooLong = rows.length > MOST_IN_LIST;
  const isOpen = rows.length > 0 && !isTooLong;
  return {
    title: isOpen ? `Reject ${countText(rows.length, 'case')} of this list` : 'Reject a whole list',
    backLink: backLink(back, 'Back to the list'),
    asAt: `Data as at ${formatTime(now)}`,
    instead: isOpen
      ? null
      : isTooLong
        ? `This list has more than ${MOST_IN_LIST} cases. Narrow it with the filters first.`
        : 'There is no case in this list.',
    form: isOpen
      ? {
          chosen: rows.map(({ reference, version }) => `${reference}.${version}`).join(' '),
          back,
          cases: caseTable(rows, now),
          goOn: button({ text: 'Choose the reasons' }),
          leave: button({ text: 'Leave them all', href: back, variant: 'secondary' }),
        }
      : null,
  };
}

function caseTable(rows: readonly CaseListRow[], now: Date): TableParams {
  return table({
    caption: 'Cases of this list',
    isCaptionHidden: true,
    scrollRegion: 'Cases of this list',
    classes: 'desk-dense',
    head: [
      'Leave out',
      'Reference',
      'Applicant',
      'Permit type',
      'Zone',
      'Age',
      'Status',
      'Held by',
    ],
    rows: rows.map((row) => [
      nested('queue/leave-out', { id: `leave-${row.reference}`, reference: row.reference }),
      caseCells.reference(row),
      row.applicantName,
      row.permitTypeName,
      caseCells.zone(row),
      caseCells.age(row, now),
      caseCells.status(row, now),
      caseCells.holder(row),
    ]),
  });
}
