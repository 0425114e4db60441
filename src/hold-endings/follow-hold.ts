import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { moveMoney } from '../payments/move-money.js';
import { isGivenBack } from '../payments/payment-actions.rules.js';
import { commandsOf } from '../payments/payment-commands.store.js';
import { lockPayment, type Payment } from '../payments/payments.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type KeptStage, stagesDue } from './hold-ending.rules.js';
import { holdHoursAt } from './hold-stages.rules.js';
import { keepStage, stagesKept } from './hold-stages.store.js';

const SYSTEM = { kind: 'system' } as const;

/**
 * Brings one case up to the stage its hold has reached: said on the case, once for each stage, and
 * in the end the money is taken so that it is not lost (R-PAY-1). The case is looked at under its
 * locks: of a decision and a capture at the same moment, one finds the other done.
 */
@Injectable()
export class FollowHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(applicationId: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.follow(tx, applicationId));
  }

  private async follow(tx: Tx, applicationId: string): Promise<void> {
    const now = this.clock.now();
    const application = await lockApplication(tx, applicationId);
    const payment = application && (await lockPayment(tx, applicationId));
    if (!application || !payment) return;
    const commands = await commandsOf(tx, applicationId);
    const due = stagesDue({
      status: application.status,
      payment,
      isGivenBack: isGivenBack(commands, payment),
      kept: await stagesKept(tx, payment.id),
      hours: holdHoursAt((await policyBook(tx)).settings, now),
      now,
    });
    for (const stage of due) await this.reach(tx, payment, stage, now);
  }

  private async reach(tx: Tx, payment: Payment, stage: KeptStage, at: Date): Promise<void> {
    const { id: paymentId, applicationId, state } = payment;
    if (!(await keepStage(tx, { paymentId, applicationId, stage, at }))) return;
    const occasion = { applicationId, actor: SYSTEM, at };
    if (stage === 'ended') {
      await this.outbox.enqueue(tx, { type: 'payment.hold-ended', subjectId: applicationId });
    } else if (stage === 'lapsed') {
      await recordEvent(tx, occasion, { type: 'payment-lapsed', payload: { paymentId, state } });
    } else {
      const holdEndsAt = (payment.holdEndsAt ?? at).toISOString();
      await recordEvent(tx, occasion, {
        type: 'payment-hold-ending',
        payload: { paymentId, stage, holdEndsAt },
      });
      if (stage === 'capture') await this.capture(tx, payment, at);
    }
  }

  private capture(tx: Tx, payment: Payment, at: Date): Promise<unknown> {
    return moveMoney(tx, this.outbox, {
      payment,
      cause: { kind: 'hold_ending', id: payment.id },
      kind: 'capture',
      actor: SYSTEM,
      at,
    });
  }
}
