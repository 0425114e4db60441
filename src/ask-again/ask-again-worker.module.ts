import { Module } from '@nestjs/common';
import { LapseEvidenceRequestJob } from './lapse-evidence-request.job.js';
import { ReminderLetter, RemindOfEvidenceJob } from './remind-of-evidence.job.js';

const jobs = [RemindOfEvidenceJob, LapseEvidenceRequestJob];

/** For the worker process. */
@Module({ providers: [ReminderLetter, ...jobs], exports: jobs })
export class AskAgainWorkerModule {}
