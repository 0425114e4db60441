import { Injectable } from '@nestjs/common';
import { changeStatus, lockApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import type { HoldReason } from '../holds/hold-reasons.rules.js';
import { endHold, findHoldByForm, insertHold } from '../holds/holds.store.js';
import { wakesAt } from '../holds/wake-date.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import type { LocalDate } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import {
  decideEndOfHold,
  decideHold,
  type EndHoldRefusal,
  type HoldRefusal,
} from './put-on-hold.rules.js';

interface EndHoldCommand {
  applicationId: string;
  officer: CurrentStaff;
  seenVersion: number;
}

interface HoldCommand extends EndHoldCommand {
  formId: string;
  reason: HoldReason;
  words: string;
  wakeOn: LocalDate;
}

/** Sets a case aside until a day, and ends that early. The case is given back meanwhile. */
@Injectable()
export class PutOnHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. */
  run(command: HoldCommand): Promise<Outcome<unknown, HoldRefusal>> {
    const { applicationId, officer, formId, reason, words, wakeOn } = command;
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application) return refuse('stale');
      const at = this.clock.now();
      await refuseConflict(tx, application, { staffId: officer.id, now: at });
      if ((await findHoldByForm(tx, formId))?.applicationId === applicationId) return ok();
      const decided = decideHold({ application, ...command });
      if (!decided.ok) return decided;
      const id = newId();
      await changeStatus(tx, application, {
        status: decided.status,
        ...{ claimedBy: null, claimedAt: null, claimedUntil: null },
        onHoldUntil: wakesAt(wakeOn),
      });
      await endHold(tx, { applicationId, byId: officer.id, at });
      await insertHold(tx, {
        ...{ id, applicationId, formId, reason, words, wakeOn },
        ...{ setBy: officer.id, setAt: at },
      });
      await recordEvent(
        tx,
        { applicationId, actor: { kind: 'staff', id: officer.id }, at },
        { type: 'case-put-on-hold', payload: { holdId: id, reason, wakeOn } },
      );
      return ok();
    });
  }

  end(command: EndHoldCommand): Promise<Outcome<unknown, EndHoldRefusal>> {
    const { applicationId, officer } = command;
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application) return refuse('stale');
      const at = this.clock.now();
      await refuseConflict(tx, application, { staffId: officer.id, now: at });
      const decided = decideEndOfHold({ application, ...command, now: at });
      if (!decided.ok) return decided;
      await changeStatus(tx, application, { status: decided.status, onHoldUntil: null });
      await endHold(tx, { applicationId, byId: officer.id, at });
      await recordEvent(
        tx,
        { applicationId, actor: { kind: 'staff', id: officer.id }, at },
        { type: 'case-hold-ended', payload: {} },
      );
      return ok();
    });
  }
}
