import { Module } from '@nestjs/common';
import { FollowHold } from './follow-hold.js';
import { FollowHoldsTask } from './follow-holds.task.js';

/** For the worker process. */
@Module({ providers: [FollowHold, FollowHoldsTask], exports: [FollowHoldsTask] })
export class HoldEndingsWorkerModule {}
