import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { setShare } from '../quality-checks/quality-shares.store.js';
import type { LocalDate } from '../shared/london-date.js';
import type { CurrentStaff } from '../staff/current-staff.js';

/** Sets how many decisions on a permit type are looked at twice, from a day on. */
@Injectable()
export class SetSampleShare {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(share: {
    permitTypeCode: string;
    validFrom: LocalDate;
    percent: number;
    by: CurrentStaff;
  }): Promise<void> {
    const { by, ...set } = share;
    const setAt = this.clock.now();
    return this.unitOfWork.run((tx) => setShare(tx, { ...set, setBy: by.id, setAt }));
  }
}
