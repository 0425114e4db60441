import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import { letHeldDecisionGo } from '../decisions/decision-effects.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { findQualityCheck, settleQualityCheck } from '../quality-checks/quality-checks.store.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** Nobody looked in time: the letter goes, for no resident waits on our own checking. */
@Injectable()
export class LapseSecondLookJob extends JobHandler {
  override readonly job = 'lapse-second-look';
  override readonly queue = 'housekeeping';
  /** A resident waits for this letter: it goes on trying for a day. */
  override readonly attempts = 1440;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(checkId: string): Promise<JobOutcome> {
    const check = await findQualityCheck(this.database.reader, checkId);
    if (check?.state !== 'waiting') return DONE;
    const now = this.clock.now();
    if (now < check.dueAt) {
      return { done: false, againAt: check.dueAt, because: 'There is still time to look.' };
    }
    const application = await findApplication(this.database.reader, check.applicationId);
    if (!application) return DONE;
    const ids = { applicationId: application.id, uprn: application.uprn, officer: null };
    await this.unitOfWork.run(async (tx) => this.lapse(tx, await lockCase(tx, ids, now), now));
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // The list of second looks still shows it as overdue, and a supervisor can let it go.
  }

  private async lapse(tx: Tx, file: CaseFile, at: Date): Promise<void> {
    const { secondLook, decision } = file;
    if (secondLook === null || decision === null) return;
    const lapsed = { lookedBy: null, settledAt: at, note: null, formId: null } as const;
    if (!(await settleQualityCheck(tx, secondLook.id, { state: 'lapsed', ...lapsed }))) return;
    const actor = { kind: 'system' } as const;
    const payload = { checkId: secondLook.id, outcome: 'lapsed' } as const;
    const occasion = { applicationId: file.application.id, actor, at };
    await recordEvent(tx, occasion, { type: 'second-look-settled', payload });
    await letHeldDecisionGo(tx, this.outbox, { file, decision, actor, at });
  }
}
