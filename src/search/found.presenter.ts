import { isDecided } from '../applications/application-status.rules.js';
import { caseCells } from '../case-file/case-list.presenter.js';
import { linesContent } from '../platform/web/component-types.js';
import {
  pageItems,
  pagination,
  type PaginationParams,
} from '../platform/web/components/pagination.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { countText } from '../shared/duration-text.js';
import { initials } from '../shared/name-keys.js';
import { formatRegistration, maskRegistration } from '../shared/vehicle-registration.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import { AUDIT_NOTICE, type SearchBox, searchBox } from './search-box.presenter.js';
import { matchWords, type SearchMatch } from './search-match.rules.js';
import { isMistypedReference } from './search-readings.rules.js';
import { FOUND_STATUSES, type FoundForm, type FoundStatus } from './search.form.js';
import { SEARCH_TIPS } from './search.presenter.js';
import type { FoundCase, OpenSearch } from './searches.queries.js';

export const FOUND_A_PAGE = 25;

export interface FoundPage {
  title: string;
  pageNumber: { number: number; count: number } | null;
  width: 'full';
  hasOwnSearch: true;
  skipLinks: { href: string; text: string }[];
  box: SearchBox;
  notice: string;
  total: string;
  /** Narrowing by status; null while nothing was found. */
  statuses: { text: string; href: string; isCurrent: boolean }[] | null;
  tooMany: string | null;
  /** Null when there is nothing to show; then `empty` says why. */
  cases: TableParams | null;
  empty: { title: string; text: string; tips: string[] } | null;
  pages: PaginationParams | null;
}

interface FoundInput {
  search: OpenSearch;
  cases: ReadonlyMap<string, FoundCase>;
  asked: FoundForm;
  role: StaffRole;
  now: Date;
}

interface Result {
  match: SearchMatch;
  found: FoundCase;
}

/** What was found, the closest first, each with its reason. An auditor sees people masked. */
export function foundPage({ search, cases, asked, role, now }: FoundInput): FoundPage {
  const results = search.matches.flatMap((match): Result[] => {
    const found = cases.get(match.applicationId);
    return found ? [{ match, found }] : [];
  });
  const shown = results.filter(({ found }) => isOfStatus(found, asked.status));
  const count = Math.max(1, Math.ceil(shown.length / FOUND_A_PAGE));
  const wanted = Number(asked.page || '1');
  const number = wanted >= 1 && wanted <= count ? wanted : 1;
  const rows = shown.slice((number - 1) * FOUND_A_PAGE, number * FOUND_A_PAGE);
  const href = (page: number, status: FoundStatus) => foundHref(search.id, page, status);
  return {
    title: 'Search results',
    pageNumber: count > 1 ? { number, count } : null,
    width: 'full',
    hasOwnSearch: true,
    skipLinks: [{ href: '#found', text: 'Skip to what was found' }],
    box: searchBox(search.typed),
    notice: AUDIT_NOTICE,
    total: totalText(shown.length, search.isMore, (number - 1) * FOUND_A_PAGE, rows.length),
    statuses: results.length === 0 ? null : statusLinks(results, asked.status, href),
    tooMany: search.isMore ? TOO_MANY : null,
    cases: rows.length === 0 ? null : foundTable(rows, search.typed, { role, now }),
    empty: rows.length === 0 ? emptyState(search.typed, results.length) : null,
    pages: count > 1 ? pagesOf(number, count, (page) => href(page, asked.status)) : null,
  };
}

const TOO_MANY =
  'More cases match than this list can show. Type more of it: a first and a last name, or the whole postcode.';

function foundTable(
  rows: readonly Result[],
  typed: string,
  { role, now }: { role: StaffRole; now: Date },
): TableParams {
  const isMasked = role === 'auditor';
  return table({
    caption: 'Cases found, the closest first',
    isCaptionHidden: true,
    scrollRegion: 'Cases found',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: [
      'Reference',
      'Why it was found',
      'Applicant',
      'Registration',
      'Address',
      'Permit type',
      'Age',
      'Status',
    ],
    rows: rows.map(({ match, found }) => [
      caseCells.reference(found.row),
      matchWords({ match, typed, found, isMasked }),
      isMasked ? initials(found.applicantName) : found.applicantName,
      registrationText(found.registration, isMasked),
      linesContent([found.address, found.postcode]),
      found.row.permitTypeName,
      caseCells.age(found.row, now),
      caseCells.status(found.row, now),
    ]),
  });
}

function registrationText(registration: string | null, isMasked: boolean): string {
  if (registration === null) return 'None';
  return isMasked ? maskRegistration(registration) : formatRegistration(registration);
}

function totalText(count: number, isMore: boolean, before: number, here: number): string {
  const total = `${isMore ? 'More than ' : ''}${countText(count, 'case')} found`;
  return count > FOUND_A_PAGE ? `${total}, ${before + 1} to ${before + here} shown` : total;
}

function isOfStatus({ row }: FoundCase, status: FoundStatus): boolean {
  return status === 'all' || isDecided(row.status) === (status === 'decided');
}

const STATUS_WORDS: Readonly<Record<FoundStatus, string>> = {
  all: 'All',
  open: 'Not decided yet',
  decided: 'Decided',
};

function statusLinks(
  results: readonly Result[],
  current: FoundStatus,
  href: (page: number, status: FoundStatus) => string,
): FoundPage['statuses'] {
  return FOUND_STATUSES.map((status) => {
    const count = results.filter(({ found }) => isOfStatus(found, status)).length;
    const text = `${STATUS_WORDS[status]} (${count})`;
    return { text, href: href(1, status), isCurrent: status === current };
  });
}

function foundHref(searchId: string, page: number, status: FoundStatus): string {
  const query = new URLSearchParams({
    ...(page === 1 ? {} : { page: String(page) }),
    ...(status === 'all' ? {} : { status }),
  });
  return `/searches/${searchId}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function pagesOf(number: number, count: number, href: (page: number) => string): PaginationParams {
  return pagination({
    label: 'Pages of results',
    items: pageItems(number, count, href),
    previous: number > 1 ? { href: href(number - 1) } : null,
    next: number < count ? { href: href(number + 1) } : null,
  });
}

function emptyState(typed: string, others: number): FoundPage['empty'] {
  if (others > 0) {
    return { title: 'None of the cases found is in this list', text: 'Choose All.', tips: [] };
  }
  const text = isMistypedReference(typed)
    ? 'One character of this reference is wrong. Check it and search again.'
    : 'Check the spelling, or type less of it.';
  return { title: 'No cases found', text, tips: [...SEARCH_TIPS] };
}
