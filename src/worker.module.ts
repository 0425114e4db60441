import { Module } from '@nestjs/common';
import { FoundationModule } from './foundation.module.js';
import { QueueModule } from './platform/queue/queue.module.js';

/** The worker process: one line for each feature that has jobs. */
@Module({ imports: [FoundationModule, QueueModule] })
export class WorkerModule {}
