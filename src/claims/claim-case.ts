import { Injectable } from '@nestjs/common';
import {
  type Application,
  changeStatus,
  lockApplication,
  lockNextWaiting,
} from '../applications/applications.store.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { closeOpenRequest } from '../evidence-requests/evidence-requests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { pauseEnded } from '../applications/pause.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import {
  type ClaimRefusal,
  decideClaim,
  decideRelease,
  type ReleaseRefusal,
} from './claim.rules.js';

interface ClaimCommand {
  applicationId: string;
  officer: CurrentStaff;
  seenVersion: number;
}

/** Claims, releases, and hands out the next case. One officer holds a case at a time (R-ST-2). */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  claim(command: ClaimCommand): Promise<Outcome<unknown, ClaimRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, command.applicationId);
      if (!application) return refuse('stale');
      const decided = decideClaim({ application, ...command });
      if (!decided.ok) return decided;
      await this.take(tx, application, command.officer, decided.status);
      return ok();
    });
  }

  release(command: ClaimCommand): Promise<Outcome<unknown, ReleaseRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, command.applicationId);
      if (!application) return refuse('stale');
      const decided = decideRelease({ application, ...command });
      if (!decided.ok) return decided;
      const at = this.clock.now();
      await changeStatus(tx, application, {
        status: decided.status,
        claimedBy: null,
        claimedAt: null,
      });
      await recordEvent(tx, occasion(application, command.officer, at), {
        type: 'case-released',
        payload: {},
      });
      return ok();
    });
  }

  /** The waiting case most at risk: its hold ends soonest, then it is the oldest. Null: none waits. */
  claimNext(officer: CurrentStaff): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockNextWaiting(tx);
      if (!application) return null;
      await this.take(tx, application, officer, 'in_review');
      return application.reference;
    });
  }

  private async take(
    tx: Tx,
    application: Application,
    officer: CurrentStaff,
    status: ApplicationStatus,
  ) {
    const at = this.clock.now();
    await changeStatus(tx, application, {
      status,
      claimedBy: officer.id,
      claimedAt: at,
      ...pauseEnded(application, at),
    });
    const { applicationId, actor } = occasion(application, officer, at);
    await closeOpenRequest(tx, { applicationId, actor, at });
    await recordEvent(tx, { applicationId, actor, at }, { type: 'case-claimed', payload: {} });
  }
}

function occasion(application: Application, officer: CurrentStaff, at: Date) {
  return { applicationId: application.id, actor: { kind: 'staff', id: officer.id } as const, at };
}
