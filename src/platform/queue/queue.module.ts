import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { JOB_HANDLERS, type JobHandler } from '../outbox/job-handler.js';
import { RunOutboxJob } from '../outbox/run-outbox-job.js';
import { QUEUE_NAMES } from './queue-names.js';
import { QueueWorkers } from './queue-workers.js';
import { Relay } from './relay.js';

/** At most ten payment calls a second over all workers: the provider refuses more than fifteen. */
const PAYMENTS_A_SECOND = 10;

const queues = QUEUE_NAMES.map((name) =>
  BullModule.registerQueue({
    name,
    ...(name === 'payments' ? { limiter: { max: PAYMENTS_A_SECOND, duration: 1000 } } : {}),
  }),
);

const bull = BullModule.forRootAsync({
  inject: [Settings],
  useFactory: (settings: Settings) => ({
    url: settings.REDIS_URL,
    prefix: settings.QUEUE_PREFIX,
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    settings: alarmSettings(settings.JOB_LEASE_SECONDS),
  }),
});

/**
 * The alarm of a worker that died before it took the row is given up as soon as a row's lease,
 * and never later than Bull itself would: until then the same alarm cannot be set again.
 */
function alarmSettings(leaseSeconds: number) {
  const ms = Math.min(30, leaseSeconds) * 1000;
  return { lockDuration: ms, stalledInterval: ms };
}

interface Jobs {
  /** The modules that provide the jobs. */
  imports: NonNullable<DynamicModule['imports']>;
  jobs: Type<JobHandler>[];
}

/** For the worker process only: the web process never talks to Redis to get its work done. */
@Module({})
export class QueueModule {
  static running({ imports, jobs }: Jobs): DynamicModule {
    const handlers = {
      provide: JOB_HANDLERS,
      inject: jobs,
      useFactory: (...built: JobHandler[]) => built,
    };
    return {
      module: QueueModule,
      imports: [bull, ...queues, ...imports],
      providers: [handlers, RunOutboxJob, QueueWorkers, Relay],
      exports: [RunOutboxJob],
    };
  }
}
