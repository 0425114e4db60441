import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { moneyOf } from '../case-file/case-words.rules.js';
import {
  type ApplicationInQuestion,
  conflictsWith,
  interestsOf,
} from '../conflicts-of-interest/conflicts.queries.js';
import { reasonCatalogue } from '../decisions/reason-catalogue.queries.js';
import { type ChosenReason, checkReasons } from '../decisions/rejection-reasons.rules.js';
import type { LetterMoney } from '../letters/money-words.rules.js';
import { readingOnePolicy } from '../policy/policy-stamp.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { ProviderState } from '../payments/payment-actions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import { type ChosenCase, type LeftOut, mayRejectInBulk } from './bulk-rejection.rules.js';

/** One chosen case as it is now: what becomes of it, or why it is left out. */
export interface Candidate extends ChosenCase {
  why: LeftOut | null;
  money: LetterMoney;
}

interface Choosing {
  chosen: readonly ChosenCase[];
  by: { id: string; role: StaffRole };
  reasons: readonly ChosenReason[];
  now: Date;
}

/** Looks at every chosen case in a few questions; the run asks each again under its locks. */
export async function readCandidates(anyReader: Reader, choosing: Choosing): Promise<Candidate[]> {
  const reader = readingOnePolicy(anyReader);
  const { chosen, by, now } = choosing;
  const rows = await rowsOf(reader, chosen, by.id);
  const interests = await interestsOf(reader, by.id, now);
  const notOffered = await typesWithout(reader, choosing, rows);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const one of chosen) {
    const row = rows.get(one.reference);
    const isRepeated = seen.has(one.reference);
    seen.add(one.reference);
    const why =
      isRepeated || !row
        ? ((isRepeated ? 'twice_in_list' : 'no_such_case') as LeftOut)
        : await whyNot(row, { ...choosing, one, notOffered }, () =>
            conflictsWith(reader, row, interests),
          );
    candidates.push({ ...one, why, money: row ? moneyIn(row) : { is: 'none' } });
  }
  return candidates;
}

async function whyNot(
  row: CandidateRow,
  { one, by, now, notOffered }: Choosing & { one: ChosenCase; notOffered: ReadonlySet<string> },
  conflicts: () => Promise<readonly unknown[]>,
): Promise<LeftOut | null> {
  const may = mayRejectInBulk({
    application: row,
    by,
    seenVersion: one.seenVersion,
    waitsForSecondLook: Number(row.waitsForSecondLook) === 1,
    hasDecided: Number(row.hasDecided) === 1,
    now,
  });
  if (!may.ok) return may.refusal;
  if (notOffered.has(row.permitTypeCode)) return 'not_offered';
  return (await conflicts()).length > 0 ? 'conflict' : null;
}

/** The permit types among these for which one of the reasons is not offered. */
async function typesWithout(
  reader: Reader,
  { reasons, now }: Choosing,
  rows: ReadonlyMap<string, CandidateRow>,
): Promise<Set<string>> {
  const without = new Set<string>();
  for (const code of new Set([...rows.values()].map(({ permitTypeCode }) => permitTypeCode))) {
    const catalogue = await reasonCatalogue(reader, now, code);
    if (!checkReasons(catalogue, reasons).ok) without.add(code);
  }
  return without;
}

function moneyIn(row: CandidateRow): LetterMoney {
  const { amountPence, state, refundedPence, stateReadAt } = row;
  if (amountPence === null || state === null || refundedPence === null) return { is: 'none' };
  const commands = Number(row.isGivenBack) === 1 ? [{ kind: 'release' } as const] : [];
  return moneyOf({ amountPence, state, refundedPence, stateReadAt }, commands);
}

interface CandidateRow extends ApplicationInQuestion {
  reference: string;
  status: ApplicationStatus;
  version: number;
  claimedBy: string | null;
  claimedUntil: Date | null;
  onHoldUntil: Date | null;
  permitTypeCode: string;
  amountPence: number | null;
  state: ProviderState | null;
  refundedPence: number | null;
  stateReadAt: Date | null;
  hasDecided: number | string;
  waitsForSecondLook: number | string;
  isGivenBack: number | string;
}

async function rowsOf(
  reader: Reader,
  chosen: readonly ChosenCase[],
  staffId: string,
): Promise<Map<string, CandidateRow>> {
  if (chosen.length === 0) return new Map();
  const rows: CandidateRow[] = await reader.query(
    `SELECT a.id, a.reference, a.uprn, a.status, a.version, a.claimed_by AS claimedBy,
            a.claimed_until AS claimedUntil, a.on_hold_until AS onHoldUntil,
            a.permit_type_code AS permitTypeCode, a.registration,
            a.applicant_name AS applicantName, a.applicant_email AS applicantEmail,
            a.applicant_mobile AS applicantMobile, a.keeper_name AS keeperName,
            p.amount_pence AS amountPence, p.state, p.refunded_pence AS refundedPence,
            p.state_read_at AS stateReadAt,
            EXISTS (SELECT 1 FROM decisions d
                     WHERE d.application_id = a.id AND d.decided_by = ?) AS hasDecided,
            EXISTS (SELECT 1 FROM quality_checks q
                     WHERE q.application_id = a.id AND q.state = 'waiting') AS waitsForSecondLook,
            EXISTS (SELECT 1 FROM payment_commands c
                     WHERE c.payment_id = p.id AND c.kind = 'release') AS isGivenBack
       FROM applications a LEFT JOIN payments p ON p.application_id = a.id AND p.replaced_at IS NULL
      WHERE a.reference IN (?)`,
    [staffId, chosen.map(({ reference }) => reference)],
  );
  return new Map(rows.map((row) => [row.reference, row]));
}
