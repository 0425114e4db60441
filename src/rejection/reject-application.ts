import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { rejectCase, type Rejected, type RejectionCommand } from '../rejections/reject-case.js';

/** Rejects one application. The money itself moves afterwards, in a job. */
@Injectable()
export class RejectApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: RejectionCommand): Promise<Rejected> {
    const tools = { outbox: this.outbox, settings: this.settings };
    return this.unitOfWork.run((tx) => rejectCase(tx, tools, command, this.clock.now()));
  }
}
