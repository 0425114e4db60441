import { Module } from '@nestjs/common';
import { RejectInBulkJob } from './reject-in-bulk.job.js';
import { RejectOneOfMany } from './reject-one-of-many.js';

/** For the worker process. */
@Module({ providers: [RejectInBulkJob, RejectOneOfMany], exports: [RejectInBulkJob] })
export class BulkRejectionWorkerModule {}
