import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { lockMoney } from './lock-money.js';
import { forgottenCommands, paymentsOutsideLedger } from './mind-money.queries.js';
import { enqueueCommand } from './move-money.js';
import { ledgerOfEarlierRefunds } from './earlier-refunds.js';
import { postMoney } from './post-money.js';

const BATCH = 200;

/**
 * Nothing is forgotten: payments kept before there was a ledger come into it, from what was kept of
 * them, and a command that lost its job gets another. Doing either twice changes nothing.
 */
@Injectable()
export class MindMoney extends PeriodicTask {
  override readonly task = 'mind-money';
  override readonly everySeconds = 300;
  private readonly log = new Logger('payments');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    await this.fillLedger();
    await this.wakeCommands();
  }

  private async fillLedger(): Promise<void> {
    let before = '';
    for (;;) {
      const missing = await paymentsOutsideLedger(this.database.reader, BATCH);
      const first = missing[0]?.paymentId ?? '';
      // The same first one again: it cannot be posted, and must not be asked about for ever.
      if (missing.length === 0 || first === before) return;
      before = first;
      for (const ids of missing) await this.unitOfWork.run((tx) => this.post(tx, ids));
      this.log.log({ message: 'Payments brought into the ledger', count: missing.length });
    }
  }

  private async post(tx: Tx, ids: { paymentId: string; applicationId: string }): Promise<void> {
    const payment = await lockMoney(tx, ids);
    const at = this.clock.now();
    const read = await ledgerOfEarlierRefunds(tx, payment);
    const { refundedPence } = await postMoney(tx, { payment, read, at });
    // A refund whose number was not kept: the provider knows it.
    if (refundedPence === payment.refundedPence) return;
    await this.outbox.enqueue(tx, { type: 'payment.noticed', subjectId: payment.id });
  }

  private async wakeCommands(): Promise<void> {
    const forgotten = await forgottenCommands(this.database.reader, BATCH);
    for (const command of forgotten) {
      await this.unitOfWork.run(async (tx) => {
        await lockMoney(tx, command);
        const still = await forgottenCommands(tx, BATCH);
        if (!still.some(({ id }) => id === command.id)) return;
        await enqueueCommand(tx, this.outbox, command);
      });
      this.log.warn({ message: 'A command without a job was given another', command: command.id });
    }
  }
}
