import { Injectable } from '@nestjs/common';
import {
  type Application,
  findApplicationByReference,
  lockApplication,
} from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { isUnderWay } from './register-check.rules.js';
import { lockRegisterCheck } from './register-checks.store.js';
import { wishRegisterCheck } from './wish-register-check.js';

export interface AskAgainOrder {
  reference: string;
  staffId: string;
  formId: string;
}

/**
 * An officer wishes to know what the register says now; an answer of before will not do. The same
 * form sent twice, or a press while the register is being asked, is one question.
 */
@Injectable()
export class AskRegisterAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(order: AskAgainOrder): Promise<Outcome<unknown, 'unknown' | 'decided'>> {
    return this.unitOfWork.run(async (tx) => {
      const found = await findApplicationByReference(tx, order.reference);
      const application = found && (await lockApplication(tx, found.id));
      if (!application || application.registration === null) return refuse('unknown');
      if (application.decidedAt !== null) return refuse('decided');
      const now = this.clock.now();
      await refuseConflict(tx, application, { staffId: order.staffId, now });
      const check = await lockRegisterCheck(tx, application.id);
      if (check?.formId === order.formId || (check && isUnderWay(check, now))) return ok();
      await this.wish(tx, application, { ...order, now });
      return ok();
    });
  }

  private async wish(
    tx: Tx,
    application: Application,
    { staffId, formId, now }: AskAgainOrder & { now: Date },
  ): Promise<void> {
    await wishRegisterCheck(tx, this.outbox, { application, now, freshSince: now, formId });
    await recordEvent(
      tx,
      { applicationId: application.id, actor: { kind: 'staff', id: staffId }, at: now },
      { type: 'register-asked', payload: {} },
    );
  }
}
