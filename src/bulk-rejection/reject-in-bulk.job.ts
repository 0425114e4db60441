import { Injectable } from '@nestjs/common';
import { type WaitingCase, waitingCases } from '../bulk-runs/bulk-runs.store.js';
import { ConflictOfInterest } from '../conflicts-of-interest/refuse-conflict.js';
import { Settings } from '../platform/config/settings.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { activeStaff } from '../staff/staff-accounts.queries.js';
import type { LeftOut } from './bulk-rejection.rules.js';
import { findBulkRejection, type RunToCarryOut } from './bulk-rejections.store.js';
import { RejectOneOfMany } from './reject-one-of-many.js';

/** So many faults on end are no fault of a case: the database may be away. */
const MOST_FAULTS_ON_END = 3;

/**
 * Rejects the cases of a run one after the other. It gives its turn back well before its lease ends,
 * and goes on from what is still waiting: how often it is stopped makes no difference to any case.
 */
@Injectable()
export class RejectInBulkJob extends JobHandler {
  override readonly job = 'reject-in-bulk';
  override readonly queue = 'housekeeping';

  constructor(
    private readonly rejectOne: RejectOneOfMany,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {
    super();
  }

  override async run(runId: string): Promise<JobOutcome> {
    const run = await findBulkRejection(this.database.reader, runId);
    if (!run || run.finishedAt !== null) return DONE;
    const by = await activeStaff(this.database.reader, run.staffId);
    if (!by || !mayDo(by.role, 'reject-in-bulk')) return this.finish(runId, 'not_allowed');
    return (await this.work(run, by)) ? this.finish(runId, null) : this.goOnLater();
  }

  /** What could not be done by then stays as it is, and its line says so. */
  override async gaveUp(runId: string): Promise<void> {
    await this.finish(runId, 'failed');
  }

  /** False when there is more to do. A case with a fault holds up no other: it is tried again. */
  private async work(run: RunToCarryOut, by: CurrentStaff): Promise<boolean> {
    const until = Date.now() + (this.settings.JOB_LEASE_SECONDS * 1000) / 3;
    let faultsOnEnd = 0;
    let fault: unknown = null;
    for (const one of await waitingCases(this.database.reader, run.runId)) {
      if (Date.now() > until) return false;
      try {
        await this.rejectOrSkip(run, by, one);
        faultsOnEnd = 0;
      } catch (error) {
        fault = error;
        faultsOnEnd += 1;
        if (faultsOnEnd === MOST_FAULTS_ON_END) break;
      }
    }
    if (fault !== null) throw fault;
    return true;
  }

  private async rejectOrSkip(run: RunToCarryOut, by: CurrentStaff, one: WaitingCase) {
    try {
      await this.rejectOne.run({ run, by, one });
    } catch (error) {
      const why = whyOf(error);
      if (why === null) throw error;
      await this.rejectOne.skip({ run, by, one }, why);
    }
  }

  private async finish(runId: string, restIs: LeftOut | null): Promise<JobOutcome> {
    await this.rejectOne.finish(runId, restIs);
    return DONE;
  }

  private goOnLater(): JobOutcome {
    return { done: false, againAt: new Date(), because: 'There are more cases in this run.' };
  }
}

/** What a case was found to be only in the act; null for a fault. */
function whyOf(error: unknown): LeftOut | null {
  if (error instanceof ConflictOfInterest) return 'conflict';
  return error instanceof StaleWrite ? 'changed' : null;
}
