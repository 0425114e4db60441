import { Module } from '@nestjs/common';
import { LettersModule } from '../letters/letters.module.js';
import { FollowLetterJob } from './follow-letter.job.js';
import { GovukNotifyNotifier } from './govuk-notify-notifier.js';
import { HandOverLetter } from './hand-over-letter.js';
import { Notifier } from './notifier.js';
import { SendLetterJob } from './send-letter.job.js';
import { SettleLetters } from './settle-letters.js';

const jobs = [SendLetterJob, FollowLetterJob];

/** For the worker process: the outside world is reached from jobs only. */
@Module({
  imports: [LettersModule],
  providers: [
    { provide: Notifier, useClass: GovukNotifyNotifier },
    HandOverLetter,
    SettleLetters,
    ...jobs,
  ],
  exports: [...jobs, Notifier],
})
export class NotificationsWorkerModule {}
