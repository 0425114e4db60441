import { Module } from '@nestjs/common';
import { LapseSecondLookJob } from './lapse-second-look.job.js';

/** For the worker process. */
@Module({ providers: [LapseSecondLookJob], exports: [LapseSecondLookJob] })
export class SecondLooksWorkerModule {}
