import type { CommandState } from '../payments/command-states.rules.js';
import { TOO_MUCH, TWICE } from '../payments/given-back-twice.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';
import { laneOf, type RefundLane } from './refund-lanes.rules.js';
import { FAILED } from './refunds.queries.js';

export interface LaneTotal {
  lane: RefundLane;
  count: number;
  pence: Pence;
  oldestAt: Date;
}

interface Row {
  state: CommandState;
  hasFailed: number;
  isTwice: number;
  count: string;
  pence: string;
  oldestAt: Date;
}

/** What stands in each lane; a lane with nothing in it is left out. */
export async function laneTotals(reader: Reader): Promise<LaneTotal[]> {
  const rows: Row[] = await reader.query(
    `SELECT state, hasFailed, isTwice, COUNT(*) AS count, SUM(pence) AS pence, MIN(requested_at) AS oldestAt
       FROM (SELECT c.state, c.requested_at, COALESCE(c.returns_pence, c.amount_pence) AS pence,
                    c.state = 'needs_attention' AND ${FAILED} AS hasFailed, ${TWICE} AS isTwice
               FROM payment_commands c
              WHERE c.state IN ('requested', 'unknown', 'sent', 'needs_attention',
                                'settled_another_way')) AS open
      GROUP BY state, hasFailed, isTwice`,
  );
  return rows.flatMap(({ state, count, pence, oldestAt, ...row }) => {
    const [hasFailed, isTwice] = [Number(row.hasFailed) === 1, Number(row.isTwice) === 1];
    const lane = laneOf({ state, hasFailed, isTwice });
    return lane === null ? [] : [{ lane, count: Number(count), pence: Number(pence), oldestAt }];
  });
}

export interface OwedToResidents {
  /** What the ledger says is owed. */
  ledgerPence: Pence;
  /** What the returns that are not on their way add up to. */
  returnsPence: Pence;
  returns: number;
  /** What went back twice, until somebody says how that ended: the ledger owes that much less. */
  twicePence: Pence;
}

/**
 * Both sides in one statement, so that nothing moves between them. A refund that is with the bank is
 * no longer owed: the ledger has sent it.
 */
export async function owedToResidents(reader: Reader): Promise<OwedToResidents> {
  const [row]: Record<keyof OwedToResidents, string>[] = await reader.query(
    `SELECT (SELECT COALESCE(SUM(amount_pence), 0) FROM ledger_entries
              WHERE credit_account = 'refund_payable')
          - (SELECT COALESCE(SUM(amount_pence), 0) FROM ledger_entries
              WHERE debit_account = 'refund_payable') AS ledgerPence,
            o.returnsPence, o.returns,
            (SELECT COALESCE(SUM(GREATEST(0, ${TOO_MUCH})), 0) FROM payment_commands c
              WHERE c.state = 'settled_another_way') AS twicePence
       FROM (SELECT COALESCE(SUM(returns_pence), 0) AS returnsPence, COUNT(*) AS returns
               FROM payment_commands
              WHERE kind <> 'capture' AND returns_pence IS NOT NULL
                AND state IN ('requested', 'unknown', 'needs_attention')) AS o`,
  );
  return {
    ledgerPence: Number(row?.ledgerPence ?? 0),
    returnsPence: Number(row?.returnsPence ?? 0),
    returns: Number(row?.returns ?? 0),
    twicePence: Number(row?.twicePence ?? 0),
  };
}

/** Commands that only wait for the payment service. */
export async function countCommandsUnderWay(reader: Reader): Promise<number> {
  const [row]: { count: string }[] = await reader.query(
    `SELECT COUNT(*) AS count FROM payment_commands WHERE state IN ('requested', 'unknown')`,
  );
  return Number(row?.count ?? 0);
}
