import { Injectable } from '@nestjs/common';
import { correctionsOf } from '../payment-comparisons/corrections.queries.js';
import {
  type CorrectionCause,
  type CorrectionRefusal,
  decideCorrection,
} from '../payment-comparisons/corrections.rules.js';
import { insertCorrection } from '../payment-comparisons/corrections.store.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { settingOn } from '../policy/policy-settings.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { closeByCorrection, type DifferenceHeld, holdDifference } from './close-difference.js';
import { standingOf } from './difference-words.rules.js';

export interface CorrectionWanted {
  formId: string;
  differenceId: string;
  cause: CorrectionCause;
  words: string;
  /** The amount the page named. */
  shownPence: Pence;
  staffId: string;
}

type Corrected = Outcome<unknown, CorrectionRefusal>;

/**
 * Closes a difference by a journal that brings the ledger to what the payment service said: at once,
 * or above the council's limit once a second person agrees. Nothing that was posted is changed.
 */
@Injectable()
export class CorrectLedger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. @throws ConflictOfInterest, StaleWrite */
  run(wanted: CorrectionWanted): Promise<Corrected> {
    return this.unitOfWork.run(async (tx) => {
      const at = this.clock.now();
      const held = await holdDifference(tx, wanted.differenceId, { staffId: wanted.staffId, at });
      return held ? this.correct(tx, held, { wanted, at }) : refuse('explained');
    });
  }

  private async correct(
    tx: Tx,
    held: DifferenceHeld,
    { wanted, at }: { wanted: CorrectionWanted; at: Date },
  ): Promise<Corrected> {
    const { difference, due } = held;
    const before = await correctionsOf(tx, difference.id);
    if (before.some(({ id }) => id === wanted.formId)) return ok();
    const standing = standingOf(difference);
    const { settings } = await policyBook(tx);
    const decided = decideCorrection({
      ...{ isOpen: standing === 'open' || standing === 'waiting', due, now: at },
      ...{ isWaiting: standing === 'waiting', lastFoundAt: difference.lastFoundAt },
      shownPence: wanted.shownPence,
      limitPence: settingOn(settings, 'correction_alone_pounds', londonDateOf(at)) * 100,
    });
    if (!decided.ok) return decided;
    const { formId: id, cause, words, staffId: askedBy } = wanted;
    const correction = { id, cause, words, askedBy };
    await insertCorrection(tx, {
      ...{ ...correction, differenceId: difference.id, needsSecond: decided.needsSecond },
      ...{ gainPence: due.gainPence, sizePence: due.sizePence, askedAt: at },
    });
    if (!decided.needsSecond) await closeByCorrection(tx, held, { correction, by: askedBy, at });
    return ok();
  }
}
