import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { lockCase } from '../case-file/lock-case.js';
import { ledgerOf } from '../ledger/ledger.queries.js';
import { balanceOf, effectKeys } from '../ledger/ledger-terms.rules.js';
import { postJournals } from '../ledger/ledger.store.js';
import { paidAnotherWayFor } from '../paid-another-way/paid-another-way.queries.js';
import { insertPaidAnotherWay } from '../paid-another-way/paid-another-way.store.js';
import { lockMoney } from '../payments/lock-money.js';
import {
  findCommand,
  type PaymentCommand,
  settleAnotherWay,
} from '../payments/payment-commands.store.js';
import { Clock } from '../platform/clock/clock.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type AnotherWayRefusal, decideAnotherWay } from './another-way.rules.js';

export interface AnotherWayCommand {
  commandId: string;
  supervisor: CurrentStaff;
  formId: string;
  reference: string;
  reason: string;
}

type Settled = Outcome<unknown, AnotherWayRefusal | 'not_found'>;

/**
 * Records that a person gave money back by another way than the card: the command ends, the ledger
 * owes it no more, the case says by whom and why. Whoever comes second changes nothing (R-PAY-4).
 */
@Injectable()
export class SettleAnotherWay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(wish: AnotherWayCommand): Promise<Settled> {
    return this.unitOfWork.run((tx) => this.settle(tx, wish));
  }

  private async settle(tx: Tx, wish: AnotherWayCommand): Promise<Settled> {
    const at = this.clock.now();
    const found = await findCommand(tx, wish.commandId);
    const application = found && (await findApplication(tx, found.applicationId));
    if (!application) return refuse('not_found');
    const { id: applicationId, uprn } = application;
    await lockCase(tx, { applicationId, uprn, officer: wish.supervisor }, at);
    const { stateReadAt } = await lockMoney(tx, found);
    const command = await findCommand(tx, wish.commandId);
    if (!command) return refuse('not_found');
    const before = await paidAnotherWayFor(tx, command.id);
    if (before?.formId === wish.formId) return ok();
    const owedPence = await owedFor(tx, command);
    const decided = decideAnotherWay({ command, stateReadAt, owedPence });
    if (!decided.ok) return decided;
    await this.write(tx, { wish, command, at, amountPence: decided.pence });
    return ok();
  }

  private async write(tx: Tx, { wish, command, at, amountPence }: Writing): Promise<void> {
    const { id: commandId, applicationId, paymentId } = command;
    const { reference, reason, formId } = wish;
    const settledBy = wish.supervisor.id;
    if (!(await settleAnotherWay(tx, commandId, at))) throw new StaleWrite('payment command');
    await insertPaidAnotherWay(tx, {
      ...{ commandId, applicationId, amountPence, reference, reason, formId },
      ...{ settledBy, settledAt: at },
    });
    const journal = {
      ...{ paymentId, applicationId, commandId, occurredAt: at, reverses: null },
      kind: 'paid_another_way' as const,
      effectKey: effectKeys.paidAnotherWay(commandId),
      note: reference,
      entries: [
        {
          debit: 'refund_payable' as const,
          credit: 'paid_another_way' as const,
          pence: amountPence,
        },
      ],
    };
    await postJournals(tx, [journal], at);
    await recordEvent(
      tx,
      { applicationId, actor: { kind: 'staff', id: settledBy }, at },
      { type: 'payment-settled-another-way', payload: { commandId, amountPence, reference } },
    );
  }
}

/** What stands in the ledger to the resident's credit because of this command. */
async function owedFor(tx: Tx, { id, paymentId }: PaymentCommand): Promise<number> {
  const journals = await ledgerOf(tx, { paymentId });
  const own = journals.filter(({ commandId }) => commandId === id);
  return -balanceOf(own, 'refund_payable');
}

interface Writing {
  wish: AnotherWayCommand;
  command: PaymentCommand;
  at: Date;
  amountPence: number;
}
