import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { keepRefusal } from './declared-interests.store.js';

/** Supervisors learn that somebody was kept from deciding a case, never why. Once a person and case. */
@Injectable()
export class TellOfConflict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(refused: { applicationId: string; staffId: string }): Promise<void> {
    const at = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      if (!(await keepRefusal(tx, refused, at))) return;
      const { applicationId, staffId } = refused;
      const actor = { kind: 'staff', id: staffId } as const;
      const occasion = { applicationId, actor, at };
      await recordEvent(tx, occasion, { type: 'conflict-noticed', payload: {} });
    });
  }
}
