import { Injectable } from '@nestjs/common';
import type { Interest } from '../conflicts-of-interest/conflict.rules.js';
import { outlastedBefore } from '../conflicts-of-interest/conflicts.queries.js';
import {
  forgetRemovedInterests,
  insertInterest,
  removeInterest,
} from '../conflicts-of-interest/declared-interests.store.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/transaction.js';

interface Declaring {
  staffId: string;
  interest: Interest;
  isRelation: boolean;
  formId: string;
}

/** A member of staff says what he has an interest in, or takes it off his list again (R-COI-2). */
@Injectable()
export class DeclareInterest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  declare({ staffId, interest, isRelation, formId }: Declaring): Promise<void> {
    const declaredAt = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await forgetRemovedInterests(tx, staffId, outlastedBefore(declaredAt));
      await insertInterest(tx, {
        ...{ id: newId(), staffId, ...interest, isRelation, formId },
        ...{ declaredAt, removedAt: null },
      });
    });
  }

  /** False when it is not on this person's list; taken off twice is taken off. */
  remove(own: { id: string; staffId: string }): Promise<boolean> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await forgetRemovedInterests(tx, own.staffId, outlastedBefore(now));
      return removeInterest(tx, own, now);
    });
  }
}
