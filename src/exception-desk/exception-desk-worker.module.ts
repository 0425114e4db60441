import { Module } from '@nestjs/common';
import { LapseExceptionJob } from './lapse-exception.job.js';

/** For the worker process. */
@Module({ providers: [LapseExceptionJob], exports: [LapseExceptionJob] })
export class ExceptionDeskWorkerModule {}
