import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { type HoldReason, holdReasonWords } from '../holds/hold-reasons.rules.js';
import { policyBook } from '../policy/policy-book.queries.js';
import type { Settings } from '../policy/policy-settings.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import type { Holidays } from '../shared/working-days.js';

/** One case as lists show it. Of the resident there is the name alone; no address carries it. */
export interface CaseListRow {
  id: string;
  reference: string;
  applicantName: string;
  permitTypeName: string;
  zoneCode: string | null;
  status: ApplicationStatus;
  receivedAt: Date;
  decidedAt: Date | null;
  holdEndsAt: Date | null;
  holderName: string | null;
  claimedAt: Date | null;
  /** The end of the holder's lease. */
  claimedUntil: Date | null;
  version: number;
  /** An officer's hold, also one that is over; null when there is none. */
  onHold: { until: Date; wakeOn: LocalDate; why: string; byName: string } | null;
  /** The resident was asked for something and the deadline has passed. */
  isAnswerOverdue: boolean;
  pauses: { startedAt: Date; endedAt: Date | null }[];
  /** The days its age does not count; the same for every row. */
  holidays: Holidays;
  /** What the council has set; the same for every row. */
  settings: Settings;
}

/** The cases with these ids, in the order of the ids; ids unknown are left out. */
export async function caseListRows(reader: Reader, ids: readonly string[]): Promise<CaseListRow[]> {
  if (ids.length === 0) return [];
  const rows: RawRow[] = await reader.query(
    `SELECT a.id, a.reference, a.applicant_name AS applicantName, a.zone_code AS zoneCode, a.status, a.received_at AS receivedAt,
            a.decided_at AS decidedAt, a.hold_ends_at AS holdEndsAt, a.claimed_at AS claimedAt,
            a.claimed_until AS claimedUntil, a.version, a.on_hold_until AS onHoldUntil,
            h.reason AS holdReason, h.words AS holdWords, h.wake_on AS wakeOn,
            hs.display_name AS heldBackBy, s.display_name AS holderName,
            COALESCE((SELECT t.name FROM permit_types t WHERE t.code = a.permit_type_code
                       ORDER BY t.valid_from DESC LIMIT 1), a.permit_type_code) AS permitTypeName
       FROM applications a LEFT JOIN staff_accounts s ON s.id = a.claimed_by
       LEFT JOIN case_holds h ON h.application_id = a.id AND h.ended_at IS NULL
                             AND a.status = 'submitted' AND a.on_hold_until IS NOT NULL
       LEFT JOIN staff_accounts hs ON hs.id = h.set_by
      WHERE a.id IN (?)`,
    [ids],
  );
  const requests = await requestsByCase(reader, ids);
  const { holidays, settings } = await policyBook(reader);
  const byId = new Map(rows.map((row) => [row.id, { ...row, holidays, settings }]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [withRequests(row, requests.get(id) ?? [])] : [];
  });
}

/** When the residents of these cases were waited for. */
export async function requestsByCase(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, CaseRequest[]>> {
  const byCase = new Map<string, CaseRequest[]>();
  if (ids.length === 0) return byCase;
  const rows: (CaseRequest & { applicationId: string })[] = await reader.query(
    `SELECT application_id AS applicationId, state, asked_at AS startedAt,
            COALESCE(answered_at, closed_at) AS endedAt
       FROM evidence_requests WHERE application_id IN (?)
      UNION ALL
     SELECT application_id, IF(closed_at IS NULL, state, 'closed'), asked_at,
            COALESCE(paid_at, closed_at)
       FROM payment_requests WHERE application_id IN (?) ORDER BY startedAt`,
    [ids, ids],
  );
  for (const { applicationId, ...request } of rows) {
    byCase.set(applicationId, [...(byCase.get(applicationId) ?? []), request]);
  }
  return byCase;
}

export interface CaseRequest {
  state: string;
  startedAt: Date;
  endedAt: Date | null;
}

interface RawRow extends Omit<CaseListRow, 'isAnswerOverdue' | 'pauses' | 'onHold'> {
  onHoldUntil: Date | null;
  holdReason: HoldReason | null;
  holdWords: string | null;
  wakeOn: LocalDate | null;
  heldBackBy: string | null;
}

function withRequests(raw: RawRow, requests: readonly CaseRequest[]): CaseListRow {
  const { onHoldUntil, holdReason, holdWords, wakeOn, heldBackBy, ...row } = raw;
  return {
    ...row,
    onHold:
      onHoldUntil && holdReason && wakeOn
        ? {
            ...{ until: onHoldUntil, wakeOn, byName: heldBackBy ?? 'Somebody' },
            why: holdReasonWords(holdReason, holdWords ?? ''),
          }
        : null,
    isAnswerOverdue: requests.some(({ state }) => state === 'lapsed'),
    pauses: requests.map(({ startedAt, endedAt }) => ({ startedAt, endedAt })),
  };
}
