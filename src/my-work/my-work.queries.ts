import { isAnyFree } from '../applications/applications.store.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { caseAge } from '../case-file/case-age.rules.js';
import { type CaseListRow, caseListRows } from '../case-file/case-list.queries.js';
import { countKeptFromCases } from '../conflicts-of-interest/conflicts.queries.js';
import { countOnHold, heldBackBy, wokenFor } from '../holds/holds.queries.js';
import { countLapsedPayments, endingHolds } from '../hold-endings/ending-holds.queries.js';
import { countUndeliveredLetters } from '../letters/undelivered-letters.queries.js';
import { countOpenDifferences } from '../payment-comparisons/differences.queries.js';
import { countPaymentsToSettle } from '../payments/payments-to-settle.queries.js';
import { type UnseenMention, unseenMentions } from '../case-notes/case-notes.queries.js';
import { countOpenReviews } from '../decision-reviews/decision-reviews.queries.js';
import { countWaitingLooks } from '../quality-checks/quality-checks.queries.js';
import type { Reader } from '../platform/database/transaction.js';

import { countOpenFindings } from '../webhook-inbox/webhook-inbox.queries.js';
import { londonDateOf } from '../shared/london-date.js';
import { type NextCaseChoice, whereToLook } from '../teams/next-case-choice.rules.js';
import { nextCaseChoice, teamsOf } from '../teams/teams.queries.js';

const DAY_MS = 24 * 3_600_000;
/** As many rows as are read for one list. */
const MOST_READ = 100;
const OPEN = `a.status IN ('submitted', 'in_review', 'awaiting_evidence')`;

/** Where the team's work stands at an instant. */
export interface TeamWork {
  waiting: number;
  /** Put on hold by an officer, and not awake yet. */
  onHold: number;
  inReview: number;
  awaitingEvidence: number;
  answersOverdue: number;
  /** Undecided, with a payment hold that has come to its first warning (R1.8). */
  holdsEnding: number;
  /** The nearest of them, for who looks after the team's work; else none. */
  endingFirst: CaseListRow[];
  /** Undecided, with nothing held or taken of the payment any more. */
  paymentsLapsed: number;
  /** The undecided case with the most working days; null when there is none. */
  oldest: CaseListRow | null;
  paymentsToSettle: number;
  /** Notices of the payment service that a person must look into. */
  noticesToLookInto: number;
  /** Differences from the payment service that nobody has explained. */
  differencesToExplain: number;
  lettersUndelivered: number;
  /** Decisions whose letter waits for a second look. */
  secondLooks: number;
  /** Reviews that residents asked for and nobody has answered. */
  reviewsToAnswer: number;
  /** Times a colleague was kept from a case by a conflict of interest, in the last 30 days. */
  keptFromDeciding: number;
}

/** The cases this officer holds, the most at risk first. */
export async function casesHeldBy(reader: Reader, staffId: string): Promise<CaseListRow[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT a.id FROM applications a WHERE a.claimed_by = ? AND a.status = 'in_review'
      ORDER BY a.hold_ends_at IS NULL, a.hold_ends_at, a.received_at, a.id LIMIT ${MOST_READ}`,
    [staffId],
  );
  return caseListRows(
    reader,
    rows.map(({ id }) => id),
  );
}

/** What waits for one person beside the cases held. */
export interface OwnWork {
  held: CaseListRow[];
  /** Put on hold by this officer and awake since today. */
  woken: CaseListRow[];
  onHold: CaseListRow[];
  told: UnseenMention[];
  teams: { name: string }[];
  choice: NextCaseChoice;
  /** Whether the next case would be one. */
  isNextWaiting: boolean;
}

export async function ownWork(reader: Reader, staffId: string, now: Date): Promise<OwnWork> {
  const teams = await teamsOf(reader, staffId);
  const choice = await nextCaseChoice(reader, staffId);
  const [place, further] = whereToLook(teams, choice);
  const woken = await wokenFor(reader, staffId, londonDateOf(now));
  return {
    held: await casesHeldBy(reader, staffId),
    woken: await caseListRows(reader, woken),
    onHold: await caseListRows(reader, await heldBackBy(reader, staffId, now)),
    told: await unseenMentions(reader, staffId),
    ...{ teams, choice },
    isNextWaiting: await isAnyFree(reader, now, further === undefined ? place : null),
  };
}

/** @param seesAll whether the nearest ends of holds are read for the whole team */
export async function teamWork(reader: Reader, now: Date, seesAll: boolean): Promise<TeamWork> {
  const byStatus = await countsByStatus(reader);
  const ending = await endingHolds(reader, now);
  const onHold = await countOnHold(reader, now);
  return {
    waiting: (byStatus.submitted ?? 0) - onHold,
    onHold,
    inReview: byStatus.in_review ?? 0,
    awaitingEvidence: byStatus.awaiting_evidence ?? 0,
    answersOverdue: await countAnswersOverdue(reader),
    holdsEnding: ending.count,
    endingFirst: seesAll ? await caseListRows(reader, ending.first) : [],
    paymentsLapsed: await countLapsedPayments(reader),
    oldest: await oldestOpen(reader, now),
    paymentsToSettle: await countPaymentsToSettle(reader),
    noticesToLookInto: await countOpenFindings(reader),
    differencesToExplain: await countOpenDifferences(reader),
    lettersUndelivered: await countUndeliveredLetters(reader),
    secondLooks: await countWaitingLooks(reader),
    reviewsToAnswer: await countOpenReviews(reader),
    keptFromDeciding: await countKeptFromCases(reader, new Date(now.getTime() - 30 * DAY_MS)),
  };
}

async function countsByStatus(reader: Reader): Promise<Partial<Record<ApplicationStatus, number>>> {
  const rows: { status: ApplicationStatus; count: string }[] = await reader.query(
    `SELECT a.status, COUNT(*) AS count FROM applications a WHERE ${OPEN} GROUP BY a.status`,
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
}

async function countAnswersOverdue(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM applications a
      WHERE a.status = 'awaiting_evidence' AND (EXISTS (
        SELECT 1 FROM evidence_requests r WHERE r.application_id = a.id AND r.state = 'lapsed')
         OR EXISTS (SELECT 1 FROM payment_requests r WHERE r.application_id = a.id
                     AND r.state = 'lapsed' AND r.closed_at IS NULL))`,
  );
  return Number(row?.count ?? 0);
}

/** The days a resident was waited for do not count, so the first to come need not be the oldest. */
async function oldestOpen(reader: Reader, now: Date): Promise<CaseListRow | null> {
  const rows: { id: string }[] = await reader.query(
    `SELECT a.id FROM applications a WHERE ${OPEN} ORDER BY a.received_at, a.id LIMIT ${MOST_READ}`,
  );
  const cases = await caseListRows(
    reader,
    rows.map(({ id }) => id),
  );
  const [oldest] = cases.sort((one, other) => caseAge(other, now) - caseAge(one, now));
  return oldest ?? null;
}
