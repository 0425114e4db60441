/** SQL: what went back for the command `c`, less what was owed for it. */
export const TOO_MUCH = `COALESCE((
    SELECT SUM(CASE WHEN e.debit_account = 'refund_payable' THEN e.amount_pence ELSE 0 END)
         - SUM(CASE WHEN e.credit_account = 'refund_payable' THEN e.amount_pence ELSE 0 END)
      FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id
     WHERE j.command_id = c.id), 0)`;
/** SQL: more went back for it than was owed: once another way, once by card (R-PAY-4). */
export const TWICE = `(c.state = 'settled_another_way' AND 0 < ${TOO_MUCH})`;
