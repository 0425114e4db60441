import { Injectable } from '@nestjs/common';
import {
  type Application,
  correctRegistration,
  findApplicationByReference,
  lockApplication,
} from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { checksOf, currentPapers, saveCheck } from '../evidence/evidence.store.js';
import { withoutMark } from '../evidence/paper-check.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { Registration } from '../shared/vehicle-registration.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { ANSWER_KEEPS_MS } from '../vehicle-register/register-check.rules.js';
import { wishRegisterCheck } from '../vehicle-register/wish-register-check.js';
import { mayWrite, type ReviewRefusal } from './check-paper.rules.js';
import {
  type CorrectionFault,
  decideCorrection,
  isSameVehicle,
  type TypedCorrection,
} from './registration.rules.js';

export interface CorrectionOrder {
  reference: string;
  staffId: string;
  /** What the form saw. */
  version: number;
  typed: TypedCorrection;
}

export type CorrectionOutcome = Outcome<
  unknown,
  ReviewRefusal | 'unknown' | 'faults',
  { faults: CorrectionFault[]; suggestions: readonly Registration[] }
>;

/**
 * Corrects the registration declared: lock, decide, write, record. What was marked of the old
 * registration is open again on every paper, and DVLA's register is asked about the new one.
 */
@Injectable()
export class CorrectRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(order: CorrectionOrder): Promise<CorrectionOutcome> {
    return this.unitOfWork.run((tx) => this.correct(tx, order));
  }

  private async correct(tx: Tx, order: CorrectionOrder): Promise<CorrectionOutcome> {
    const found = await findApplicationByReference(tx, order.reference);
    const application = found && (await lockApplication(tx, found.id));
    if (!application || application.registration === null) {
      return refuse('unknown', { faults: [], suggestions: [] });
    }
    const { staffId } = order;
    const at = this.clock.now();
    await refuseConflict(tx, application, { staffId, now: at });
    const may = mayWrite(application, order);
    if (!may.ok) {
      // The same form sent twice gets the first answer again.
      if (may.refusal === 'stale' && isWritten(order.typed, application)) return ok();
      return refuse(may.refusal, { faults: [], suggestions: [] });
    }
    const decided = decideCorrection(order.typed, application);
    if (!decided.ok) return decided;
    await correctRegistration(tx, application, decided.vehicle);
    await reopenMarks(tx, application.id);
    await recordEvent(
      tx,
      { applicationId: application.id, actor: { kind: 'staff', id: staffId }, at },
      { type: 'registration-corrected', payload: { reason: decided.reason } },
    );
    await wishRegisterCheck(tx, this.outbox, {
      application: { id: application.id, registration: decided.vehicle.registration },
      now: at,
      freshSince: new Date(at.getTime() - ANSWER_KEEPS_MS),
      formId: null,
    });
    return ok();
  }
}

/** True when the case says already exactly what was typed. */
function isWritten(typed: TypedCorrection, application: Application): boolean {
  const nothing = { registration: null, registrationKey: null, registrationOverride: null };
  const wanted = decideCorrection(typed, nothing);
  return wanted.ok && isSameVehicle(wanted.vehicle, application);
}

async function reopenMarks(tx: Tx, applicationId: string): Promise<void> {
  const current = new Set((await currentPapers(tx, applicationId)).map(({ id }) => id));
  for (const check of await checksOf(tx, applicationId)) {
    const reopened = withoutMark(check, 'registration');
    if (reopened !== check && current.has(check.paperId)) await saveCheck(tx, reopened);
  }
}
