import { Injectable } from '@nestjs/common';
import { findLetter } from '../letters/letters.store.js';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { HandOverLetter } from './hand-over-letter.js';
import { SettleLetters } from './settle-letters.js';

/** After a letter was written: gives it to the message service, once. */
@Injectable()
export class SendLetterJob extends JobHandler {
  override readonly job = 'send-letter';
  override readonly queue = 'letters';
  /** More than an hour of the message service being away before the case says so. */
  override readonly attempts = 80;

  constructor(
    private readonly database: Database,
    private readonly handOver: HandOverLetter,
    private readonly settle: SettleLetters,
  ) {
    super();
  }

  override async run(letterId: string): Promise<JobOutcome> {
    const letter = await findLetter(this.database.reader, letterId);
    return letter ? this.handOver.run(letter) : DONE;
  }

  override async gaveUp(letterId: string, problem: string): Promise<void> {
    const letter = await findLetter(this.database.reader, letterId);
    if (letter) await this.settle.failed(letter, problem);
  }
}
