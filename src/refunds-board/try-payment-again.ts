import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { lockMoney } from '../payments/lock-money.js';
import { enqueueCommand } from '../payments/move-money.js';
import { findCommand, tryCommandAgain } from '../payments/payment-commands.store.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { recordEvent } from '../timeline/timeline.store.js';

/**
 * Puts a command a person has looked at back to work. The job reads the payment at the provider
 * before it acts, so trying again moves no money twice. False when it no longer waits for a person.
 * Throws ConflictOfInterest when the case touches the person's own interests (R-COI-1).
 */
@Injectable()
export class TryPaymentAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(commandId: string, staffId: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const command = await findCommand(tx, commandId);
      const application = command && (await findApplication(tx, command.applicationId));
      if (!application) return false;
      const at = this.clock.now();
      await refuseConflict(tx, application, { staffId, now: at });
      await lockMoney(tx, command);
      if (!(await tryCommandAgain(tx, commandId))) return false;
      const { applicationId, kind, amountPence } = command;
      await recordEvent(
        tx,
        { applicationId, actor: { kind: 'staff', id: staffId }, at },
        { type: 'payment-requested', payload: { commandId, kind, amountPence } },
      );
      await enqueueCommand(tx, this.outbox, command);
      return true;
    });
  }
}
