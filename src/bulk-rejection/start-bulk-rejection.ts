import { Injectable } from '@nestjs/common';
import { startRun } from '../bulk-runs/bulk-runs.store.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import type { ChosenCase } from './bulk-rejection.rules.js';
import { insertBulkRejection } from './bulk-rejections.store.js';

interface BulkRejectionCommand {
  formId: string;
  by: CurrentStaff;
  chosen: readonly ChosenCase[];
  reasons: readonly ChosenReason[];
  privateNote: string | null;
  wordsKey: string;
  back: string;
}

/** Writes down what is to be done and asks for it; a job rejects the cases. A form starts one run. */
@Injectable()
export class StartBulkRejection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(command: BulkRejectionCommand): Promise<void> {
    const { formId: id, by, chosen, back } = command;
    return this.unitOfWork.run(async (tx) => {
      const startedAt = this.clock.now();
      const run = { id, staffId: by.id, act: 'reject', toStaffId: null, back, startedAt } as const;
      if (!(await startRun(tx, run, chosen))) return;
      const { reasons, privateNote, wordsKey } = command;
      await insertBulkRejection(tx, { runId: id, reasons, privateNote, wordsKey });
      await this.outbox.enqueue(tx, { type: 'bulk-rejection.started', subjectId: id });
    });
  }
}
