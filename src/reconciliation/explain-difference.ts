import { Injectable } from '@nestjs/common';
import { insertExplanation } from '../payment-comparisons/differences.store.js';
import { Clock } from '../platform/clock/clock.js';
import { StaleWrite } from '../platform/database/conditional-write.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { holdDifference } from './close-difference.js';

interface Explained {
  formId: string;
  differenceId: string;
  words: string;
  staffId: string;
}

/**
 * Closes a difference in a person's words alone; they are kept for ever and never changed, and
 * nothing is posted.
 * @throws StaleWrite when somebody explained it first, or asked for a correction of the ledger
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
      const held = await holdDifference(tx, differenceId, { staffId, at });
      if (!held || held.difference.isWaiting) throw new StaleWrite('difference');
      const by = { explainedBy: staffId, explainedAt: at };
      await insertExplanation(tx, { id: formId, differenceId, words, ...by });
    });
  }
}
