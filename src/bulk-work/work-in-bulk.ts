import { Injectable } from '@nestjs/common';
import {
  type Application,
  findApplicationByReference,
  lockApplication,
} from '../applications/applications.store.js';
import { giveBackCase, takeCase } from '../case-claims/take-case.js';
import { conflictsIn } from '../conflicts-of-interest/conflicts.queries.js';
import { hasDecided } from '../decisions/decisions.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { settleCase, startRun } from '../bulk-runs/bulk-runs.store.js';
import {
  type BulkAct,
  type ChosenCase,
  decideAssign,
  decideBulkRelease,
  type SkipReason,
} from './bulk.rules.js';

export interface BulkCommand {
  formId: string;
  by: CurrentStaff;
  act: BulkAct;
  /** Who is to hold the cases; of no meaning for giving back. */
  toId: string;
  chosen: readonly ChosenCase[];
  back: string;
}

/**
 * Assigns or gives back many cases, each in a transaction of its own, with what became of it. A form
 * sent twice runs once. Cut off in the middle, the rest stands as not reached.
 */
@Injectable()
export class WorkInBulk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async run(command: BulkCommand): Promise<void> {
    const { formId, by, act, toId, back, chosen } = command;
    const run = { id: formId, staffId: by.id, act, back, startedAt: this.clock.now() };
    const toStaffId = act === 'assign' ? toId : null;
    const isFirst = await this.unitOfWork.run((tx) => startRun(tx, { ...run, toStaffId }, chosen));
    if (!isFirst) return;
    const before = new Set<string>();
    for (const [position, one] of chosen.entries()) {
      const isRepeated = before.has(one.reference);
      before.add(one.reference);
      await this.unitOfWork.run(async (tx) => {
        const why = isRepeated ? 'twice_in_list' : await this.work(tx, command, one);
        await settleCase(tx, { runId: formId, position }, why);
      });
    }
  }

  /** Null when it was done, else why not. */
  private async work(tx: Tx, command: BulkCommand, one: ChosenCase): Promise<SkipReason | null> {
    const found = await findApplicationByReference(tx, one.reference);
    const application = found && (await lockApplication(tx, found.id));
    if (!application) return 'no_such_case';
    return command.act === 'assign'
      ? this.assign(tx, command, { application, seenVersion: one.seenVersion })
      : this.release(tx, command, { application, seenVersion: one.seenVersion });
  }

  private async assign(tx: Tx, { by, toId }: BulkCommand, seen: Seen): Promise<SkipReason | null> {
    const at = this.clock.now();
    const { application } = seen;
    const isDecider = await hasDecided(tx, application.id, toId);
    const decided = decideAssign({ ...seen, by, hasDecided: isDecider, now: at }, toId);
    if (!decided.ok) return decided.refusal;
    const conflicts = await conflictsIn(tx, application, { staffId: toId, now: at });
    if (conflicts.length > 0) return 'conflict';
    await takeCase(tx, application, {
      ...{ holderId: toId, byId: by.id, status: decided.status, at },
      leaseMinutes: this.settings.CLAIM_MINUTES,
      event:
        toId === by.id
          ? { type: 'case-claimed', payload: {} }
          : { type: 'case-assigned', payload: { toStaffId: toId } },
    });
    return null;
  }

  private async release(tx: Tx, { by }: BulkCommand, seen: Seen): Promise<SkipReason | null> {
    const decided = decideBulkRelease({ ...seen, by });
    if (!decided.ok) return decided.refusal;
    const { status } = decided;
    await giveBackCase(tx, seen.application, { byId: by.id, status, at: this.clock.now() });
    return null;
  }
}

interface Seen {
  application: Application;
  seenVersion: number;
}
