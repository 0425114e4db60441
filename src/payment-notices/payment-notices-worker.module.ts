import { Module } from '@nestjs/common';
import { ForgetNoticesTask } from './forget-notices.task.js';
import { MatchOrphansTask } from './match-orphans.task.js';

const tasks = [ForgetNoticesTask, MatchOrphansTask];

/** For the worker process. */
@Module({ providers: tasks, exports: tasks })
export class PaymentNoticesWorkerModule {}
