import type { AssignableStaff } from '../case-claims/assignable-staff.queries.js';
import { type BulkBar, bulkBar, chooseCell } from '../case-claims/bulk-choice.presenter.js';
import { caseCells } from '../case-file/case-list.presenter.js';
import type { CaseListRow } from '../case-file/case-list.queries.js';
import type { FilterParams } from '../platform/web/components/filter.js';
import { pagination, type PaginationParams } from '../platform/web/components/pagination.js';
import {
  type HeadInput,
  table,
  type TableInput,
  type TableParams,
} from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { initials } from '../shared/name-keys.js';
import { formatTime } from '../shared/london-date.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import {
  isSortedBy,
  queueHref,
  type QueueAddress,
  rejectionHref,
  sortHref,
} from './queue-address.rules.js';
import { type QueueChoices, queueFilter } from './queue-filter.presenter.js';
import { NO_FILTERS } from './queue-filters.rules.js';
import type { QueueSort } from './queue-order.rules.js';
import type { QueuePage as QueueRows } from './queue.queries.js';

export interface QueuePage {
  title: string;
  width: 'full';
  skipLinks: { href: string; text: string }[];
  total: string;
  asAt: string;
  refreshHref: string;
  filter: FilterParams;
  /** What can be done with the cases ticked; null for who may do nothing with them. */
  bulk: BulkBar | null;
  /** Null when there is nothing to show; then `empty` says why. */
  cases: TableParams | null;
  empty: { title: string; text: string; link: { text: string; href: string } } | null;
  pages: PaginationParams | null;
}

interface Queue {
  staff: { id: string; role: StaffRole };
  assignable: readonly AssignableStaff[];
  address: QueueAddress;
  choices: QueueChoices;
  found: QueueRows;
  now: Date;
}

export function queuePage(queue: Queue): QueuePage {
  const { address, choices, found, now } = queue;
  const { rows, next, previous } = found;
  const bulk = bulkOf(queue);
  const isEmpty = rows.length === 0;
  const isMasked = queue.staff.role === 'auditor';
  const wished = { address, now, isChoosing: bulk !== null, isMasked };
  return {
    title: 'Queue',
    width: 'full',
    skipLinks: [{ href: '#cases', text: 'Skip to the list of cases' }],
    total: `${found.isMore ? 'More than ' : ''}${countText(found.total, 'case')}`,
    asAt: `Data as at ${formatTime(now)}`,
    refreshHref: queueHref(address),
    filter: queueFilter(address, choices),
    bulk,
    cases: isEmpty ? null : caseTable(rows, wished),
    empty: isEmpty ? emptyState(address, previous !== null) : null,
    pages:
      next || previous
        ? pagination({
            label: 'Pages of the queue',
            previous: previous && { href: queueHref(address, { side: 'before', place: previous }) },
            next: next && { href: queueHref(address, { side: 'after', place: next }) },
          })
        : null,
  };
}

function bulkOf({ staff, assignable, found, address }: Queue): BulkBar | null {
  const { rows, total, isMore } = found;
  const inList = `${isMore ? 'more than ' : ''}${countText(total, 'case')}`;
  return bulkBar({
    ...{ staff, assignable, inList, onPage: rows.length },
    ...{ back: queueHref(address), allHref: rejectionHref(address) },
  });
}

interface TableWish {
  address: QueueAddress;
  now: Date;
  isChoosing: boolean;
  /** Auditors see people by their initials. */
  isMasked: boolean;
}

function caseTable(
  rows: readonly CaseListRow[],
  { address, now, isChoosing, isMasked }: TableWish,
): TableParams {
  const from: TableInput = {
    caption: 'Cases',
    isCaptionHidden: true,
    scrollRegion: 'Cases',
    classes: 'desk-dense desk-queue',
    firstCellIsHeader: true,
    head: [
      'Reference',
      'Applicant',
      head('Permit type', 'type', address),
      head('Zone', 'zone', address),
      head('Age', 'received', address),
      head('Payment hold ends', 'hold', address),
      'Status',
      'Held by',
    ],
    rows: rows.map((row) => [
      isChoosing ? chooseCell(row) : caseCells.reference(row),
      isMasked ? initials(row.applicantName) : row.applicantName,
      row.permitTypeName,
      caseCells.zone(row),
      caseCells.age(row, now),
      caseCells.hold(row, now),
      caseCells.status(row, now),
      caseCells.holder(row),
    ]),
  };
  return table(from);
}

function head(text: string, sort: QueueSort, address: QueueAddress): HeadInput {
  const isSorted = isSortedBy(address.order, sort);
  const direction = address.order.direction === 'asc' ? 'ascending' : 'descending';
  return {
    content: text,
    sort: { href: sortHref(address, sort), direction: isSorted ? direction : null },
  };
}

/** Past the end, nothing matches, and all done are three different things. */
function emptyState(address: QueueAddress, isPastTheEnd: boolean): QueuePage['empty'] {
  if (isPastTheEnd) {
    return {
      title: 'There are no more cases',
      text: 'The cases that stood here have moved on since.',
      link: { text: 'Go to the first page', href: queueHref(address) },
    };
  }
  const isFiltered = queueHref({ ...address, filters: NO_FILTERS }) !== queueHref(address);
  if (isFiltered) {
    return {
      title: 'No cases match these filters',
      text: 'Take a filter off to see more.',
      link: {
        text: 'Clear all filters',
        href: queueHref({ ...address, filters: NO_FILTERS }),
      },
    };
  }
  return {
    title: 'No cases are waiting',
    text: 'Every application has been decided. New ones appear here as they arrive.',
    link: {
      text: 'See decided cases',
      href: queueHref({
        filters: { ...NO_FILTERS, status: 'all' },
        order: { sort: 'received', direction: 'desc' },
      }),
    },
  };
}
