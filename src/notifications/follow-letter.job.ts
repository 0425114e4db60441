import { Injectable } from '@nestjs/common';
import { findLetter, type Letter } from '../letters/letters.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import { nextLookAt } from './delivery.rules.js';
import { Notifier } from './notifier.js';
import { SettleLetters } from './settle-letters.js';

/** After a letter was sent: asks, with growing pauses, whether it arrived. */
@Injectable()
export class FollowLetterJob extends JobHandler {
  override readonly job = 'follow-letter';
  override readonly queue = 'letters';
  override readonly attempts = 80;

  constructor(
    private readonly database: Database,
    private readonly notifier: Notifier,
    private readonly settle: SettleLetters,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(letterId: string): Promise<JobOutcome> {
    const letter = await findLetter(this.database.reader, letterId);
    if (letter?.state !== 'sent' || letter.providerId === null) return DONE;
    const delivery = await this.notifier.deliveryOf(letter.providerId);
    if (delivery?.is === 'delivered') await this.settle.delivered(letter);
    else if (delivery?.is === 'failed') await this.settle.failed(letter, delivery.problem);
    else return this.lookLater(letter);
    return DONE;
  }

  override async gaveUp(): Promise<void> {
    // The letter stays `sent`, which is true; that nobody knows whether it arrived is what it says.
  }

  private lookLater(letter: Letter): JobOutcome {
    const againAt = nextLookAt(letter.channel, letter.sentAt ?? letter.writtenAt, this.clock.now());
    if (againAt === null) return DONE;
    return { done: false, againAt, because: 'The message is on its way.' };
  }
}
