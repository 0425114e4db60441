import { caseCells } from '../case-file/case-list.presenter.js';
import type { CaseListRow } from '../case-file/case-list.queries.js';
import {
  type ContentInput,
  link,
  linkContent,
  type LinkParams,
} from '../platform/web/component-types.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import {
  summaryList,
  type SummaryListParams,
  type SummaryRowInput,
} from '../platform/web/components/summary-list.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { workingDaysText, countText } from '../shared/duration-text.js';
import { formatDateTime, formatTime } from '../shared/london-date.js';
import { caseAge } from '../case-file/case-age.rules.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import type { TeamWork } from './my-work.queries.js';

export interface MyWorkPage {
  title: string;
  asAt: string;
  /** Null for roles that review nothing. */
  reviewing: {
    /** Null when no case waits; then `nothing` says what next. */
    next: ButtonParams | null;
    nothing: string | null;
    held: TableParams | null;
    holdsNone: string | null;
  } | null;
  /** Null for roles that see no cases; `noCases` then says so. */
  team: SummaryListParams | null;
  noCases: string | null;
  /** Where one declares what one has an interest in; null for roles that decide nothing. */
  interests: LinkParams | null;
}

interface MyWork {
  role: StaffRole;
  held: readonly CaseListRow[];
  team: TeamWork;
  now: Date;
}

export function myWorkPage({ role, held, team, now }: MyWork): MyWorkPage {
  const seesCases = mayDo(role, 'see-queue');
  return {
    title: 'My work',
    asAt: `Data as at ${formatTime(now)}`,
    reviewing: mayDo(role, 'claim') ? reviewing(held, team, now) : null,
    team: seesCases ? summaryList({ rows: teamRows(team, role, now) }) : null,
    interests: mayDo(role, 'declare-interests') ? link('My interests', '/my-interests') : null,
    noCases: seesCases ? null : 'Your role sees no cases. Ask a supervisor if you need to.',
  };
}

function reviewing(
  held: readonly CaseListRow[],
  team: TeamWork,
  now: Date,
): MyWorkPage['reviewing'] {
  const isWaiting = team.waiting > 0;
  return {
    next: isWaiting ? button({ text: 'Review next case' }) : null,
    nothing: isWaiting ? null : 'No cases are waiting. New ones appear here as they arrive.',
    held: held.length === 0 ? null : heldTable(held, now),
    holdsNone: held.length === 0 ? 'You hold no cases.' : null,
  };
}

function heldTable(held: readonly CaseListRow[], now: Date): TableParams {
  return table({
    caption: 'Cases you hold',
    isCaptionHidden: true,
    scrollRegion: 'Cases you hold',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Permit type', 'Zone', 'Age', 'Payment hold ends', 'Yours since'],
    rows: held.map((row) => [
      caseCells.reference(row),
      row.permitTypeName,
      caseCells.zone(row),
      caseCells.age(row, now),
      caseCells.hold(row, now),
      row.claimedAt ? formatDateTime(row.claimedAt) : 'Not known',
    ]),
  });
}

function teamRows(team: TeamWork, role: StaffRole, now: Date): (SummaryRowInput | null)[] {
  const toQueue = (count: number, query: string): ContentInput =>
    count === 0 ? 'None' : linkContent(countText(count, 'case'), `/queue?${query}`);
  return [
    { key: 'Waiting for review', value: toQueue(team.waiting, 'status=submitted') },
    { key: 'In review', value: toQueue(team.inReview, 'status=in_review') },
    {
      key: 'Waiting for the resident',
      value: toQueue(team.awaitingEvidence, 'status=awaiting_evidence'),
    },
    { key: 'Answer overdue', value: toQueue(team.answersOverdue, 'status=overdue') },
    { key: 'Holds ending within 24 hours', value: toQueue(team.holdsEndingSoon, 'sort=hold') },
    team.holdsLapsed === 0
      ? null
      : { key: 'Holds that have ended', value: toQueue(team.holdsLapsed, 'sort=hold') },
    { key: 'Oldest case not decided', value: oldest(team.oldest, now) },
    mayDo(role, 'see-payment-problems')
      ? {
          key: 'Payments that need a person',
          value: toList(team.paymentsToSettle, 'payment', '/payments-to-settle'),
        }
      : null,
    {
      key: 'Letters that were not delivered',
      value: toList(team.lettersUndelivered, 'letter', '/letters-not-delivered'),
    },
    mayDo(role, 'see-conflicts')
      ? {
          key: 'Kept from deciding, last 30 days',
          value: toList(team.keptFromDeciding, 'case', '/kept-from-deciding'),
        }
      : null,
  ];
}

function toList(count: number, what: string, href: string): ContentInput {
  return count === 0 ? 'None' : linkContent(countText(count, what), href);
}

function oldest(row: CaseListRow | null, now: Date): ContentInput {
  if (row === null) return 'None';
  return linkContent(
    `${workingDaysText(caseAge(row, now))} (${row.reference})`,
    `/applications/${row.reference}`,
  );
}
