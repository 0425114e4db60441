import { getQueueToken } from '@nestjs/bull';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { RunOutboxJob } from '../outbox/run-outbox-job.js';
import type { QueueName } from '../outbox/job-handler.js';
import { type AlarmClock, QUEUE_NAMES } from './queue-names.js';

const AT_ONCE = 4;

/** Answers Bull's alarm clock by running the row it names. */
@Injectable()
export class QueueWorkers implements OnModuleInit {
  private readonly log = new Logger('queue');

  constructor(
    private readonly moduleRef: ModuleRef,
    private readonly runOutboxJob: RunOutboxJob,
  ) {}

  onModuleInit(): void {
    for (const name of QUEUE_NAMES) {
      const queue = this.queue(name);
      queue.on('error', (error) => this.log.warn({ queue: name, problem: error.message }));
      queue.on('stalled', (job) => this.log.warn({ queue: name, stalled: String(job.id) }));
      queue.on('failed', (job, error) =>
        this.log.warn({ queue: name, failed: String(job.id), problem: error.message }),
      );
      // Bull's promise settles when the queue closes; its problems reach the error listener above.
      void queue.process(AT_ONCE, (job) => this.runOutboxJob.run(job.data.row));
    }
  }

  queue(name: QueueName): Queue<AlarmClock> {
    return this.moduleRef.get<Queue<AlarmClock>>(getQueueToken(name), { strict: false });
  }
}
