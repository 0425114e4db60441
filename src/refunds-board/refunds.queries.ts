import type { DecisionOutcome } from '../decisions/decision.entity.js';
import type { CommandState } from '../payments/command-states.rules.js';
import type { CommandCause, CommandKind } from '../payments/payment-actions.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import type { RefundLane } from './refund-lanes.rules.js';
import { amountBounds, askedBefore } from './refund-lanes.rules.js';
import type { RefundPlace } from './refunds-address.rules.js';
import type { RefundFilters } from './refunds.form.js';

export interface RefundRow {
  commandId: string;
  paymentId: string;
  reference: string;
  kind: CommandKind;
  cause: CommandCause;
  outcome: DecisionOutcome | null;
  amountPence: number;
  /** What it gives back of money taken; null while nothing is promised. */
  returnsPence: number | null;
  state: CommandState;
  hasFailed: boolean;
  /** More went back for it than was owed, and nobody has said how that ended. */
  isTwice: boolean;
  problem: string | null;
  attempts: number;
  requestedAt: Date;
  sentAt: Date | null;
  /** How the payment service last answered about the payment. */
  stateReadAt: Date | null;
  notFoundAt: Date | null;
  /** Who asked for the refund exception that it is about; null where it is about none. */
  askedBy: string | null;
  /** Who recorded that it was paid another way; null while nobody did. */
  paidBy: string | null;
}

/** The command's refund failed at the bank: its journal says so (R-PAY-4). */
export const FAILED = `EXISTS (SELECT 1 FROM ledger_journals j
                         WHERE j.command_id = c.id AND j.kind = 'refund_failed')`;
/** What went back for the command is more than was owed for it: once another way, once by card (R-PAY-4). */
export const TWICE = `(c.state = 'settled_another_way' AND 0 < (
    SELECT SUM(CASE WHEN e.debit_account = 'refund_payable' THEN e.amount_pence ELSE 0 END)
         - SUM(CASE WHEN e.credit_account = 'refund_payable' THEN e.amount_pence ELSE 0 END)
      FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id
     WHERE j.command_id = c.id))`;
const LANE_SQL: Readonly<Record<RefundLane | '', string>> = {
  '': `c.state IN ('requested', 'unknown', 'sent', 'needs_attention') OR ${TWICE}`,
  twice: TWICE,
  waiting: `c.state = 'requested'`,
  unknown: `c.state = 'unknown'`,
  sent: `c.state = 'sent'`,
  failed: `c.state = 'needs_attention' AND ${FAILED}`,
  attention: `c.state = 'needs_attention' AND NOT ${FAILED}`,
  another_way: `c.state = 'settled_another_way' AND NOT ${TWICE}`,
};
const AMOUNT = 'COALESCE(c.returns_pence, c.amount_pence)';
const FROM = `FROM payment_commands c JOIN applications a ON a.id = c.application_id`;

export interface RefundsWish {
  filters: RefundFilters;
  from: { side: 'after' | 'before'; place: RefundPlace } | null;
  limit: number;
  now: Date;
}

export interface RefundsFound {
  rows: RefundRow[];
  isMoreBefore: boolean;
  isMoreAfter: boolean;
}

/** One page by its place, never by counting rows: thousands before it cost nothing. */
export async function readRefunds(reader: Reader, wish: RefundsWish): Promise<RefundsFound> {
  const { sql, values } = whereOf(wish.filters, wish.now);
  const isBackwards = wish.from?.side === 'before';
  const place = wish.from?.place;
  const beyond = place ? `AND (c.requested_at, c.id) ${isBackwards ? '<' : '>'} (?, ?)` : '';
  const order = isBackwards ? 'DESC' : 'ASC';
  const rows = await read(
    reader,
    `WHERE ${sql} ${beyond} ORDER BY c.requested_at ${order}, c.id ${order} LIMIT ?`,
    [...values, ...(place ? [place.requestedAt, place.commandId] : []), wish.limit + 1],
  );
  const isMore = rows.length > wish.limit;
  const shown = rows.slice(0, wish.limit);
  return isBackwards
    ? { rows: shown.reverse(), isMoreBefore: isMore, isMoreAfter: true }
    : { rows: shown, isMoreBefore: place !== undefined, isMoreAfter: isMore };
}

async function read(reader: Reader, rest: string, values: unknown[]): Promise<RefundRow[]> {
  const rows: (RefundRow & { hasFailed: unknown; isTwice: unknown })[] = await reader.query(
    `SELECT c.id AS commandId, c.payment_id AS paymentId, a.reference, c.kind, c.cause_kind AS cause, d.outcome,
            ${AMOUNT} AS amountPence, c.returns_pence AS returnsPence, c.state,
            ${FAILED} AS hasFailed, ${TWICE} AS isTwice, c.last_problem AS problem, c.attempts,
            c.requested_at AS requestedAt, c.sent_at AS sentAt,
            p.state_read_at AS stateReadAt, p.not_found_at AS notFoundAt,
            x.requested_by AS askedBy, w.settled_by AS paidBy
       ${FROM} JOIN payments p ON p.id = c.payment_id LEFT JOIN decisions d ON d.id = c.decision_id
       LEFT JOIN refund_exceptions x ON c.cause_kind = 'exception' AND x.id = c.cause_id
       LEFT JOIN returns_another_way w ON w.command_id = c.id ${rest}`,
    values,
  );
  return rows.map((row) => ({
    ...row,
    amountPence: Number(row.amountPence),
    returnsPence: row.returnsPence === null ? null : Number(row.returnsPence),
    hasFailed: Number(row.hasFailed) === 1,
    isTwice: Number(row.isTwice) === 1,
  }));
}

export async function findRefundRow(reader: Reader, commandId: string): Promise<RefundRow | null> {
  return (await read(reader, 'WHERE c.id = ?', [commandId]))[0] ?? null;
}

function whereOf(filters: RefundFilters, now: Date): { sql: string; values: unknown[] } {
  const before = askedBefore(filters.age, now);
  const { over, upTo } = amountBounds(filters.amount);
  const kind = filters.what === 'take' ? '=' : '<>';
  const parts: [boolean, string, ...unknown[]][] = [
    [true, LANE_SQL[filters.lane]],
    [filters.what !== '', `c.kind ${kind} 'capture'`],
    [filters.cause !== '', 'c.cause_kind = ?', filters.cause],
    [before !== null, 'c.requested_at <= ?', before],
    [over !== null, `${AMOUNT} > ?`, over],
    [upTo !== null, `${AMOUNT} <= ?`, upTo],
    [filters.reference !== '', 'a.reference LIKE ?', `${asReference(filters.reference)}%`],
  ];
  const given = parts.filter(([isGiven]) => isGiven);
  return {
    sql: given.map(([, sql]) => `(${sql})`).join(' AND '),
    values: given.flatMap(([, , ...values]) => values),
  };
}

/** As people type it: small letters, blanks for hyphens, without the first letters. */
function asReference(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^PD/, '');
  return ['PD', ...(plain.match(/.{1,4}/g) ?? [])].join('-');
}
