import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { settleFinding } from '../webhook-inbox/webhook-findings.store.js';

/** Keeps that a person looked into a notice, who and what came of it. The first answer stands. */
@Injectable()
export class SettleFinding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** False when it was settled before; then nothing is changed. */
  run(findingId: string, by: string, reason: string): Promise<boolean> {
    const settled = { by, reason, at: this.clock.now() };
    return this.unitOfWork.run((tx) => settleFinding(tx, findingId, settled));
  }
}
