import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { lockCase } from '../case-file/lock-case.js';
import { effectKeys } from '../ledger/ledger-terms.rules.js';
import { postJournals } from '../ledger/ledger.store.js';
import { doubleReturnsOf } from '../paid-another-way/double-returns.queries.js';
import { insertDoubleReturn } from '../paid-another-way/double-returns.store.js';
import { paidAnotherWayFor } from '../paid-another-way/paid-another-way.queries.js';
import { lockMoney } from '../payments/lock-money.js';
import { findCommand } from '../payments/payment-commands.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { owedFor } from './settle-another-way.js';

interface ClosingWish {
  commandId: string;
  supervisor: CurrentStaff;
  formId: string;
  words: string;
}

export type DoubleReturnRefusal = 'not_twice' | 'own_payment';
type Closed = Outcome<unknown, DoubleReturnRefusal | 'not_found'>;

/**
 * Closes that money went back twice: what went too much is written off, with who said how it ended.
 * Whether it is asked back from the resident is for people; nothing is taken from anybody here. Who
 * paid it another way does not write off that it went by card as well: that is for a colleague.
 */
@Injectable()
export class CloseDoubleReturn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(wish: ClosingWish): Promise<Closed> {
    return this.unitOfWork.run((tx) => this.close(tx, wish));
  }

  private async close(tx: Tx, wish: ClosingWish): Promise<Closed> {
    const at = this.clock.now();
    const found = await findCommand(tx, wish.commandId);
    const application = found && (await findApplication(tx, found.applicationId));
    if (!application) return refuse('not_found');
    const { id: applicationId, uprn } = application;
    await lockCase(tx, { applicationId, uprn, officer: wish.supervisor }, at);
    await lockMoney(tx, found);
    const command = await findCommand(tx, wish.commandId);
    const before = await doubleReturnsOf(tx, applicationId);
    const isSame = (one: { formId: string; commandId: string }) =>
      one.formId === wish.formId && one.commandId === wish.commandId;
    if (before.some(isSame)) return ok();
    const amountPence = command ? -(await owedFor(tx, command)) : 0;
    if (command?.state !== 'settled_another_way' || amountPence <= 0) return refuse('not_twice');
    const paid = await paidAnotherWayFor(tx, command.id);
    if (paid?.settledBy === wish.supervisor.id) return refuse('own_payment');
    await this.write(tx, wish, { applicationId, paymentId: command.paymentId, amountPence, at });
    return ok();
  }

  private async write(tx: Tx, wish: ClosingWish, { amountPence, at, ...ids }: Closing) {
    const { commandId, formId, words, supervisor } = wish;
    const { applicationId } = ids;
    await insertDoubleReturn(tx, {
      ...{ formId, commandId, applicationId, amountPence, words },
      ...{ closedBy: supervisor.id, closedAt: at },
    });
    const transfer = { debit: 'write_off', credit: 'refund_payable' } as const;
    const journal = {
      ...{ ...ids, commandId, occurredAt: at, reverses: null, note: null },
      kind: 'difference_closed' as const,
      effectKey: effectKeys.differenceClosed(commandId),
      entries: [{ ...transfer, pence: amountPence }],
    };
    await postJournals(tx, [journal], at);
    await recordEvent(
      tx,
      { applicationId, actor: { kind: 'staff', id: supervisor.id }, at },
      { type: 'double-return-closed', payload: { commandId, amountPence } },
    );
  }
}

interface Closing {
  applicationId: string;
  paymentId: string;
  amountPence: number;
  at: Date;
}
