import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { lockCase } from '../case-file/lock-case.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import {
  findException,
  type RefundException,
  settleException,
} from '../refund-exceptions/refund-exceptions.store.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** Nobody answered in time: nothing is given back, and who still wants it asks again. */
@Injectable()
export class LapseExceptionJob extends JobHandler {
  override readonly job = 'lapse-exception';
  override readonly queue = 'housekeeping';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(exceptionId: string): Promise<JobOutcome> {
    const exception = await findException(this.database.reader, exceptionId);
    if (exception?.state !== 'requested') return DONE;
    const now = this.clock.now();
    if (now < exception.lapsesAt) {
      return {
        done: false,
        againAt: exception.lapsesAt,
        because: 'There is still time to answer.',
      };
    }
    await this.lapse(exception, now);
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // The list still shows the request, as overdue, and a person can answer it.
  }

  private async lapse({ id, applicationId, amountPence }: RefundException, at: Date) {
    const application = await findApplication(this.database.reader, applicationId);
    if (!application) return;
    const ids = { applicationId, uprn: application.uprn, officer: null };
    await this.unitOfWork.run(async (tx) => {
      await lockCase(tx, ids, at);
      const nobody = { settledBy: null, settledFormId: null, declineWords: null };
      if (!(await settleException(tx, id, { state: 'lapsed', settledAt: at, ...nobody }))) return;
      const payload = { exceptionId: id, amountPence, outcome: 'lapsed' };
      const occasion = { applicationId, actor: { kind: 'system' } as const, at };
      await recordEvent(tx, occasion, { type: 'exception-settled', payload });
    });
  }
}
