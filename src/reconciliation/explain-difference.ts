import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { insertExplanation } from './differences.store.js';
import { findDifference } from './differences.queries.js';

interface Explained {
  formId: string;
  differenceId: string;
  words: string;
  staffId: string;
}

/**
 * Closes a difference in a person's words; they are kept for ever and never changed.
 * @throws StaleWrite when somebody explained it first
 * @throws ConflictOfInterest when the case touches the person's own interests (R-COI-1)
 */
@Injectable()
export class ExplainDifference {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({ formId, differenceId, words, staffId }: Explained): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const at = this.clock.now();
      const difference = await findDifference(tx, differenceId);
      const application =
        difference?.applicationId == null
          ? null
          : await findApplication(tx, difference.applicationId);
      if (application) await refuseConflict(tx, application, { staffId, now: at });
      const by = { explainedBy: staffId, explainedAt: at };
      await insertExplanation(tx, { id: formId, differenceId, words, ...by });
    });
  }
}
