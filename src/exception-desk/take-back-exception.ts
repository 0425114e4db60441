import { Injectable } from '@nestjs/common';
import { lockCase } from '../case-file/lock-case.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { findException, settleException } from '../refund-exceptions/refund-exceptions.store.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { decideTakeBack, type TakeBackRefusal } from './answer-exception.rules.js';

interface TakeBackCommand {
  exceptionId: string;
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  formId: string;
}

/** Who asked takes the request back while nobody has answered. */
@Injectable()
export class TakeBackException {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. */
  run(command: TakeBackCommand): Promise<Outcome<unknown, TakeBackRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const at = this.clock.now();
      const { application } = await lockCase(tx, command, at);
      const exception = await findException(tx, command.exceptionId);
      if (exception?.applicationId !== application.id) return refuse('not_waiting');
      const { officer, formId } = command;
      if (exception.settledFormId === formId) return ok();
      const decided = decideTakeBack({ exception, by: officer });
      if (!decided.ok) return decided;
      const { id: exceptionId, amountPence } = exception;
      const isFirst = await settleException(tx, exceptionId, {
        ...{ state: 'withdrawn', settledBy: officer.id, settledAt: at, settledFormId: formId },
        declineWords: null,
      });
      if (!isFirst) throw new Error('A request was answered under the locks of its case.');
      await recordEvent(
        tx,
        { applicationId: application.id, actor: { kind: 'staff', id: officer.id }, at },
        {
          type: 'exception-settled',
          payload: { exceptionId, amountPence, outcome: 'withdrawn' },
        },
      );
      return ok();
    });
  }
}
