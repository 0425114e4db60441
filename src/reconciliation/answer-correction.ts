import { Injectable } from '@nestjs/common';
import { correctionsOf } from '../payment-comparisons/corrections.queries.js';
import { type CorrectionRefusal, decideAnswer } from '../payment-comparisons/corrections.rules.js';
import { answerCorrection } from '../payment-comparisons/corrections.store.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { closeByCorrection, holdDifference } from './close-difference.js';
import { standingOf } from './difference-words.rules.js';

export interface AnswerToCorrection {
  formId: string;
  differenceId: string;
  correctionId: string;
  isAgreed: boolean;
  /** Why it is declined. */
  words: string;
  /** Who answers, from the session. */
  staffId: string;
}

/** The second signature: never by who asked, and only to what was asked for. */
@Injectable()
export class AnswerCorrection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. @throws ConflictOfInterest, StaleWrite */
  run(answer: AnswerToCorrection): Promise<Outcome<unknown, CorrectionRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const at = this.clock.now();
      const { differenceId, staffId: by, formId, isAgreed } = answer;
      const held = await holdDifference(tx, differenceId, { staffId: by, at });
      if (!held) return refuse('not_waiting');
      const asked = await correctionsOf(tx, differenceId);
      const correction = asked.find(({ id }) => id === answer.correctionId);
      if (!correction) return refuse('not_waiting');
      if (correction.answerFormId === formId) return ok();
      const decided = decideAnswer({
        ...{ state: correction.state, askedBy: correction.askedBy, by, isAgreed, now: at },
        ...{ askedPence: correction.gainPence, due: held.due },
        isOpen: standingOf(held.difference) === 'waiting',
        lastFoundAt: held.difference.lastFoundAt,
      });
      if (!decided.ok) return decided;
      await answerCorrection(tx, correction.id, {
        ...{ state: isAgreed ? 'posted' : 'declined', answeredBy: by, answeredAt: at },
        ...{ answerFormId: formId, declineWords: isAgreed ? null : answer.words },
      });
      if (isAgreed) await closeByCorrection(tx, held, { correction, by, at });
      return ok();
    });
  }
}
