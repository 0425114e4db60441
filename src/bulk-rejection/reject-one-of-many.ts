import { Injectable } from '@nestjs/common';
import {
  type Application,
  findApplicationByReference,
} from '../applications/applications.store.js';
import {
  lockWaitingCase,
  settleCase,
  skipTheRest,
  type WaitingCase,
} from '../bulk-runs/bulk-runs.store.js';
import { takeCase } from '../case-claims/take-case.js';
import { lockCase } from '../case-file/lock-case.js';
import { decidersOf } from '../decisions/open-case.rules.js';
import { checkReasons } from '../decisions/rejection-reasons.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { newId } from '../platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { rejectCase } from '../rejections/reject-case.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { activeStaff } from '../staff/staff-accounts.queries.js';
import { type LeftOut, mayRejectInBulk } from './bulk-rejection.rules.js';
import { type BulkRejection, finishBulkRejection } from './bulk-rejections.store.js';
import { wordsKey } from './words-key.rules.js';

export interface OneOfMany {
  run: BulkRejection;
  by: CurrentStaff;
  one: WaitingCase;
}

/**
 * Rejects one case of a run in a transaction of its own, together with the line that says so: a
 * worker that dies leaves it undone or done whole, and whoever goes on finds which. The decision is
 * the very one of a single rejection: money, letter, quality sample and conflicts are the same.
 */
@Injectable()
export class RejectOneOfMany {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  run(asked: OneOfMany): Promise<void> {
    const of = { runId: asked.run.runId, position: asked.one.position };
    return this.unitOfWork.run(async (tx) => {
      if (!(await lockWaitingCase(tx, of))) return;
      await settleCase(tx, of, await this.reject(tx, asked));
    });
  }

  /** Says why a case was left as it is, where rejecting it was not come to at all. */
  skip({ run, one }: OneOfMany, why: LeftOut): Promise<void> {
    const of = { runId: run.runId, position: one.position };
    return this.unitOfWork.run(async (tx) => {
      if (await lockWaitingCase(tx, of)) await settleCase(tx, of, why);
    });
  }

  /** The run is over; what of it still waits is left as it is, for this reason. */
  finish(runId: string, restIs: LeftOut | null): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (restIs !== null) await skipTheRest(tx, runId, restIs);
      await finishBulkRejection(tx, runId, this.clock.now());
    });
  }

  /** Null when it is rejected, else why not; nothing is written then. */
  private async reject(tx: Tx, { run, one, ...asked }: OneOfMany): Promise<LeftOut | null> {
    const now = this.clock.now();
    // As he is for this very case: a right that is taken away ends a run that is under way.
    const by = await activeStaff(tx, asked.by.id);
    if (!by || !mayDo(by.role, 'reject-in-bulk')) return 'not_allowed';
    const found = await findApplicationByReference(tx, one.reference);
    if (!found) return 'no_such_case';
    const ids = { applicationId: found.id, uprn: found.uprn, officer: by };
    const file = await lockCase(tx, ids, now);
    const may = mayRejectInBulk({
      application: file.application,
      by,
      seenVersion: one.seenVersion,
      waitsForSecondLook: file.secondLook !== null,
      hasDecided: decidersOf(file).includes(by.id),
      now,
    });
    if (!may.ok) return may.refusal;
    if (!checkReasons(file.catalogue, run.reasons).ok) return 'not_offered';
    if (wordsKey(file, run.reasons) !== run.wordsKey) return 'words_changed';
    const { claim } = may;
    const seenVersion = file.application.version + (claim === null ? 0 : 1);
    if (claim !== null) await this.claim(tx, file.application, { by, status: claim, at: now });
    const tools = { outbox: this.outbox, settings: this.settings };
    const rejected = await rejectCase(
      tx,
      tools,
      {
        ...{ ...ids, seenVersion, formId: newId(), moneyShown: null },
        ...{ reasons: run.reasons, privateNote: run.privateNote },
      },
      now,
    );
    if (!rejected.ok) throw new Error(`A case of a run cannot be rejected: ${rejected.refusal}.`);
    return null;
  }

  private claim(
    tx: Tx,
    application: Application,
    { by, status, at }: { by: CurrentStaff; status: Application['status']; at: Date },
  ): Promise<void> {
    return takeCase(tx, application, {
      ...{ holderId: by.id, byId: by.id, status, at },
      leaseMinutes: this.settings.CLAIM_MINUTES,
      event: { type: 'case-claimed', payload: {} },
    });
  }
}
