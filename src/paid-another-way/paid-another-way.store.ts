import { isDuplicateKey, StaleWrite } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import type { WayToPay } from './ways-to-pay.rules.js';

/** Money that a person gave back by another way than the card (R-PAY-4). */
export interface PaidAnotherWay {
  commandId: string;
  applicationId: string;
  amountPence: Pence;
  /** Where it is found in the council's books: a cheque, a transfer. */
  reference: string;
  reason: string;
  /** Not known of what was recorded before it was asked. */
  way: WayToPay | null;
  paidOn: LocalDate | null;
  /** The form it was sent with: the same form again is the same settlement. */
  formId: string;
  settledBy: string;
  settledAt: Date;
}

/** @throws StaleWrite when that command was settled this way before */
export async function insertPaidAnotherWay(tx: Tx, paid: PaidAnotherWay): Promise<void> {
  const { commandId, applicationId, amountPence, reference, reason } = paid;
  try {
    await tx.query(
      `INSERT INTO returns_another_way
         (command_id, application_id, amount_pence, reference, reason, way, paid_on, form_id,
          settled_by, settled_at)
       VALUES (?)`,
      [
        [
          ...[commandId, applicationId, amountPence, reference, reason, paid.way, paid.paidOn],
          ...[paid.formId, paid.settledBy, paid.settledAt],
        ],
      ],
    );
  } catch (error) {
    throw isDuplicateKey(error) ? new StaleWrite('payment command') : error;
  }
}
