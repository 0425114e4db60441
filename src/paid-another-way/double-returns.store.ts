import { writeUnique } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Pence } from '../shared/money.js';

/** How it ended that money went back twice: another way, and by card after all (R-PAY-4). */
export interface DoubleReturn {
  /** The same form again is the same closing. */
  formId: string;
  commandId: string;
  applicationId: string;
  amountPence: Pence;
  words: string;
  closedBy: string;
  closedAt: Date;
}

/** @throws StaleWrite when it was closed before */
export async function insertDoubleReturn(tx: Tx, closed: DoubleReturn): Promise<void> {
  const { formId, commandId, applicationId, amountPence, words, closedBy, closedAt } = closed;
  await writeUnique('double return', () =>
    tx.query(
      `INSERT INTO double_returns
         (form_id, command_id, application_id, amount_pence, words, closed_by, closed_at)
       VALUES (?)`,
      [[formId, commandId, applicationId, amountPence, words, closedBy, closedAt]],
    ),
  );
}
