import { Injectable } from '@nestjs/common';
import { findLetter } from '../letters/letters.store.js';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { HandOverLetter } from './hand-over-letter.js';
import { SettleLetters } from './settle-letters.js';

const NOT_SENT = 'The message service could not be reached for more than an hour: it was not sent.';
const NOBODY_KNOWS =
  'The message service did not answer for more than an hour: it may or may not have been sent.';

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

  /** The last problem stands on the letter already; here it is said in plain words. */
  override async gaveUp(letterId: string): Promise<void> {
    const letter = await findLetter(this.database.reader, letterId);
    if (letter?.state === 'written') await this.settle.failed(letter, NOT_SENT);
    if (letter?.state === 'unknown') await this.settle.failed(letter, NOBODY_KNOWS);
  }
}
