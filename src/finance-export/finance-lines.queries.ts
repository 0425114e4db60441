import type { Snapshot } from '../platform/database/snapshots.js';
import type { Reader } from '../platform/database/transaction.js';
import { type FinanceFilter, instantsOf, NO_ZONE } from './finance-filter.rules.js';
import {
  AMOUNT_NAMES,
  type AmountName,
  type Amounts,
  FINANCE_KINDS,
  type FinanceEntry,
  type FinanceKind,
} from './finance-lines.rules.js';

/** One entry with what is said of it: references and ids only, nothing about a person. */
export interface FinanceRow extends FinanceEntry {
  entryId: number;
  journalId: string;
  occurredAt: Date;
  reference: string | null;
  permitTypeCode: string | null;
  zoneCode: string | null;
  paymentReference: string | null;
}

const LET_GO = `e.debit_account = 'customer' AND e.credit_account = 'held'`;
const KIND_SQL: Readonly<Record<FinanceKind, string>> = {
  payment_taken: `j.kind = 'captured' AND NOT (${LET_GO})`,
  hold_cancelled: `j.kind IN ('captured', 'hold_voided') AND ${LET_GO}`,
  refund: `j.kind = 'refund_sent' AND COALESCE(c.cause_kind, '') <> 'exception'`,
  exception: `j.kind = 'refund_sent' AND c.cause_kind = 'exception'`,
  refund_failed: `j.kind = 'refund_failed'`,
  another_way: `j.kind = 'paid_another_way'`,
  fee: `j.kind IN ('fee_earned', 'fee_returned', 'refund_owed', 'refund_not_owed')
        AND 'income' IN (e.debit_account, e.credit_account)`,
  difference: `j.kind = 'difference_closed'`,
};
const moved = (account: string) =>
  `((e.debit_account = '${account}') - (e.credit_account = '${account}'))`;
const AMOUNT_SQL: Readonly<Record<AmountName, string>> = {
  taken: `(j.kind = 'captured') * ${moved('provider_clearing')}`,
  refunded: `(j.kind IN ('refund_sent', 'refund_failed')) * ${moved('provider_clearing')}`,
  anotherWay: moved('paid_another_way'),
  difference: `-1 * ${moved('write_off')}`,
  holdCancelled: `(${KIND_SQL.hold_cancelled})`,
  income: `-1 * ${moved('income')}`,
};
/** In the order of the index, so that the first row comes at once and nothing is sorted. */
const FROM = `FROM ledger_journals j FORCE INDEX (ix_ledger_journals_occurred)
  STRAIGHT_JOIN ledger_entries e ON e.journal_id = j.id
  LEFT JOIN applications a ON a.id = j.application_id
  LEFT JOIN payment_commands c ON c.id = j.command_id`;

/** By when it happened. */
export function financeRows(
  snapshot: Snapshot,
  filter: FinanceFilter,
): AsyncIterable<FinanceRow[]> {
  const { sql, values } = whereOf(filter);
  return snapshot.portions(
    `SELECT e.id AS entryId, j.id AS journalId, j.kind AS journalKind, j.occurred_at AS occurredAt,
            e.debit_account AS debit, e.credit_account AS credit, e.amount_pence AS pence,
            c.cause_kind AS cause, a.reference, a.permit_type_code AS permitTypeCode,
            a.zone_code AS zoneCode, p.provider_payment_id AS paymentReference
       ${FROM} LEFT JOIN payments p ON p.id = j.payment_id
      WHERE ${sql} ORDER BY j.occurred_at, j.id`,
    values,
  );
}

/** The same added up by the database, to hold what was written against (S4.6, R8.6). */
export async function recount(
  snapshot: Snapshot,
  filter: FinanceFilter,
): Promise<{ count: number; amounts: Amounts }> {
  const { sql, values } = whereOf(filter);
  const sums = AMOUNT_NAMES.map(
    (name) => `COALESCE(SUM(${AMOUNT_SQL[name]} * e.amount_pence), 0) AS ${name}`,
  );
  const [row] = await snapshot.query<Record<AmountName | 'count', string>>(
    `SELECT COUNT(*) AS count, ${sums.join(', ')} ${FROM} WHERE ${sql}`,
    values,
  );
  const amounts = AMOUNT_NAMES.map((name) => [name, Number(row?.[name] ?? 0)] as const);
  return {
    count: Number(row?.count ?? 0),
    amounts: Object.fromEntries(amounts) as Record<AmountName, number>,
  };
}

function whereOf(filter: FinanceFilter): { sql: string; values: unknown[] } {
  const { since, before } = instantsOf(filter);
  const kinds = FINANCE_KINDS.filter((kind) => filter.kinds.includes(kind));
  const parts: [boolean, string, ...unknown[]][] = [
    [true, 'j.occurred_at >= ? AND j.occurred_at < ?', since, before],
    [true, kinds.map((kind) => `(${KIND_SQL[kind]})`).join(' OR ') || 'FALSE'],
    [filter.permitType !== '', 'a.permit_type_code = ?', filter.permitType],
    [filter.zone === NO_ZONE, 'a.zone_code IS NULL'],
    [filter.zone !== '' && filter.zone !== NO_ZONE, 'a.zone_code = ?', filter.zone],
  ];
  const given = parts.filter(([isGiven]) => isGiven);
  return {
    sql: given.map(([, sql]) => `(${sql})`).join(' AND '),
    values: given.flatMap(([, , ...values]) => values),
  };
}

/** Every permit type and zone there ever was, by its code, under its latest name. */
export interface Names {
  permitTypes: ReadonlyMap<string, string>;
  zones: ReadonlyMap<string, string>;
}

export async function readNames(reader: Reader | Snapshot): Promise<Names> {
  const named = async (table: 'permit_types' | 'zones') => {
    const rows = (await reader.query(
      `SELECT code, name FROM ${table} ORDER BY LENGTH(code), code, valid_from`,
    )) as { code: string; name: string }[];
    return new Map(rows.map(({ code, name }) => [code, name]));
  };
  return { permitTypes: await named('permit_types'), zones: await named('zones') };
}
