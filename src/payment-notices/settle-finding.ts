import { Injectable } from '@nestjs/common';
import { findApplicationByReference } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { settleFinding } from '../webhook-inbox/webhook-findings.store.js';
import { findFinding } from '../webhook-inbox/webhook-inbox.queries.js';

/**
 * Keeps that a person looked into a notice, who and what came of it. The first answer stands.
 * Throws ConflictOfInterest when its payment is of a case of the person's own interests (R-COI-1).
 */
@Injectable()
export class SettleFinding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** False when it was settled before; then nothing is changed. */
  run(findingId: string, by: string, reason: string): Promise<boolean> {
    const settled = { by, reason, at: this.clock.now() };
    return this.unitOfWork.run(async (tx) => {
      const reference = (await findFinding(tx, findingId))?.reference ?? null;
      const application = reference && (await findApplicationByReference(tx, reference));
      if (application) await refuseConflict(tx, application, { staffId: by, now: settled.at });
      return settleFinding(tx, findingId, settled);
    });
  }
}
