import { isLeaseOver } from '../case-claims/lease.rules.js';
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
import type { SelectParams } from '../platform/web/components/form-fields.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { workingDaysText, countText } from '../shared/duration-text.js';
import { formatTime } from '../shared/london-date.js';
import { caseAge } from '../case-file/case-age.rules.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import type { OwnWork, TeamWork } from './my-work.queries.js';
import {
  nextFrom,
  onHoldTable,
  type ToldLine,
  toldLines,
  endingTable,
  wokenTable,
} from './own-work.presenter.js';

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
    /** Null for who is in no team. */
    from: { teams: string; choice: SelectParams; submit: ButtonParams } | null;
    /** Cases this officer put on hold: those awake since today, then the others. */
    woken: TableParams | null;
    onHold: TableParams | null;
  } | null;
  /** What colleagues told this person and is not marked as seen. */
  told: ToldLine[];
  /** The payment holds that end first, for supervisors; null when none does. */
  ending: TableParams | null;
  /** Null for roles that see no cases; `noCases` then says so. */
  team: SummaryListParams | null;
  noCases: string | null;
  /** Where one declares what one has an interest in; null for roles that decide nothing. */
  interests: LinkParams | null;
}

interface MyWork {
  role: StaffRole;
  own: OwnWork;
  team: TeamWork;
  now: Date;
}

export function myWorkPage({ role, own, team, now }: MyWork): MyWorkPage {
  const seesCases = mayDo(role, 'see-queue');
  return {
    title: 'My work',
    asAt: `Data as at ${formatTime(now)}`,
    reviewing: mayDo(role, 'claim') ? reviewing(own, now) : null,
    told: seesCases ? toldLines(own.told) : [],
    ending: team.endingFirst.length === 0 ? null : endingTable(team.endingFirst, now),
    team: seesCases ? summaryList({ rows: teamRows(team, role, now) }) : null,
    interests: mayDo(role, 'declare-interests') ? link('My interests', '/my-interests') : null,
    noCases: seesCases ? null : 'Your role sees no cases. Ask a supervisor if you need to.',
  };
}

function reviewing(own: OwnWork, now: Date): MyWorkPage['reviewing'] {
  const { held, woken, onHold, isNextWaiting } = own;
  return {
    next: isNextWaiting ? button({ text: 'Review next case' }) : null,
    nothing: isNextWaiting ? null : nothingWords(own),
    held: held.length === 0 ? null : heldTable(held, now),
    holdsNone: held.length === 0 ? 'You hold no cases.' : null,
    from: own.teams.length === 0 ? null : nextFrom(own),
    woken: woken.length === 0 ? null : wokenTable(woken, now),
    onHold: onHold.length === 0 ? null : onHoldTable(onHold, now),
  };
}

function nothingWords({ teams, choice }: OwnWork): string {
  return teams.length > 0 && choice === 'only'
    ? 'No cases of your teams are waiting. New ones appear here as they arrive.'
    : 'No cases are waiting. New ones appear here as they arrive.';
}

function heldTable(held: readonly CaseListRow[], now: Date): TableParams {
  return table({
    caption: 'Cases you hold',
    isCaptionHidden: true,
    scrollRegion: 'Cases you hold',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Reference', 'Permit type', 'Zone', 'Age', 'Payment hold ends', 'Yours until'],
    rows: held.map((row) => [
      caseCells.reference(row),
      row.permitTypeName,
      caseCells.zone(row),
      caseCells.age(row, now),
      caseCells.hold(row, now),
      leaseWords(row, now),
    ]),
  });
}

function leaseWords({ claimedUntil }: CaseListRow, now: Date): string {
  if (claimedUntil === null || isLeaseOver(claimedUntil, now))
    return 'Run out: anybody may claim it';
  return formatTime(claimedUntil);
}

function teamRows(team: TeamWork, role: StaffRole, now: Date): (SummaryRowInput | null)[] {
  const toQueue = (count: number, query: string): ContentInput =>
    count === 0 ? 'None' : linkContent(countText(count, 'case'), `/queue?${query}`);
  return [
    { key: 'Waiting for review', value: toQueue(team.waiting, 'status=submitted') },
    { key: 'On hold', value: toQueue(team.onHold, 'status=on_hold') },
    { key: 'In review', value: toQueue(team.inReview, 'status=in_review') },
    {
      key: 'Waiting for the resident',
      value: toQueue(team.awaitingEvidence, 'status=awaiting_evidence'),
    },
    { key: 'Answer overdue', value: toQueue(team.answersOverdue, 'status=overdue') },
    { key: 'Payment holds ending', value: toQueue(team.holdsEnding, 'status=holds_ending') },
    team.paymentsLapsed === 0
      ? null
      : { key: 'Payments lapsed', value: toQueue(team.paymentsLapsed, 'status=payment_lapsed') },
    { key: 'Oldest case not decided', value: oldest(team.oldest, now) },
    ...listRows(team, role),
  ];
}

/** Lists besides the queue, each for those who may open it. */
function listRows(team: TeamWork, role: StaffRole): (SummaryRowInput | null)[] {
  return [
    mayDo(role, 'second-look')
      ? {
          key: 'Decisions that wait for a second look',
          value: toList(team.secondLooks, 'decision', '/second-looks'),
        }
      : null,
    mayDo(role, 'see-reviews')
      ? {
          key: 'Reviews to answer',
          value: toList(team.reviewsToAnswer, 'review', '/reviews-of-decision'),
        }
      : null,
    ...moneyRows(team, role),
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

/** The boards about money: support and auditors have no other way to them. */
function moneyRows(team: TeamWork, role: StaffRole): (SummaryRowInput | null)[] {
  return [
    mayDo(role, 'see-payment-problems')
      ? {
          key: 'Payments that need a person',
          value: toList(team.paymentsToSettle, 'payment', '/refunds'),
        }
      : null,
    mayDo(role, 'see-payment-problems')
      ? { key: 'Refunds and payments', value: linkContent('See where money waits', '/refunds') }
      : null,
    mayDo(role, 'see-exceptions')
      ? { key: 'Refund exceptions', value: linkContent('See who asked', '/refund-exceptions') }
      : null,
    mayDo(role, 'see-reconciliation') ? reconciliationRow(team, role) : null,
    mayDo(role, 'see-payment-notices')
      ? { key: 'Payment notices to look into', value: toNotices(team) }
      : null,
  ];
}

/** For who may explain them a count; it leads there also when there is none. */
function reconciliationRow(
  { differencesToExplain: count }: TeamWork,
  role: StaffRole,
): SummaryRowInput {
  if (!mayDo(role, 'reconcile')) {
    return { key: 'Reconciliation', value: linkContent('See what differs', '/reconciliation') };
  }
  const text = count === 0 ? 'None' : countText(count, 'difference');
  return { key: 'Differences to explain', value: linkContent(text, '/reconciliation') };
}

/** Also when there is none: what else came is seen there. */
function toNotices({ noticesToLookInto: count }: TeamWork): ContentInput {
  return linkContent(count === 0 ? 'None' : countText(count, 'notice'), '/payment-notices');
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
