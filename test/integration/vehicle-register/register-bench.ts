import { Test, type TestingModule } from '@nestjs/testing';
import { SANDBOX_DVLA_API_KEY } from '../../../sandbox/dvla-settings.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import type { Application } from '../../../src/applications/applications.store.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { JobOutcome } from '../../../src/platform/outbox/job-handler.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { AskVehicleRegisterJob } from '../../../src/vehicle-register/ask-vehicle-register.job.js';
import { ForgetRegisterAnswers } from '../../../src/vehicle-register/forget-register-answers.task.js';
import {
  findRegisterCheck,
  type RegisterCheck,
} from '../../../src/vehicle-register/register-checks.store.js';
import { VehicleRegisterGateway } from '../../../src/vehicle-register/vehicle-register-gateway.js';
import { VehicleRegisterWorkerModule } from '../../../src/vehicle-register/vehicle-register-worker.module.js';
import { wishRegisterCheck } from '../../../src/vehicle-register/wish-register-check.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { TestClock } from '../../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { testSettings } from '../../support/test-settings.js';

export interface RegisterBench {
  sandbox: Sandbox;
  clock: TestClock;
  database: TestDatabase;
  gateway: VehicleRegisterGateway;
  job: AskVehicleRegisterJob;
  forget: ForgetRegisterAnswers;
  unitOfWork: UnitOfWork;
  module: TestingModule;
  addCase(fields?: Partial<Application>): Promise<Application>;
  /** Runs the job as the worker would. */
  ask(application: Application): Promise<JobOutcome>;
  /** As an officer's button does: only an answer from now on will do. */
  wish(application: Application, formId?: string): Promise<void>;
  check(application: Application): Promise<RegisterCheck | null>;
  /** Payloads of the case's events about the register, oldest first. */
  events(application: Application): Promise<unknown[]>;
  /** Requests that reached the register. */
  requests(): Promise<number>;
  stop(): Promise<void>;
}

/** The worker's own wiring over a real database, against the stand-in for DVLA's register. */
export async function startRegisterBench(
  changes: Record<string, string | number> = {},
): Promise<RegisterBench> {
  const [database, sandbox] = await Promise.all([createTestDatabase(), startSandbox({ port: 0 })]);
  const clock = new TestClock('2026-11-20T10:00:00Z');
  const ves = { VES_URL: sandbox.vesUrl, VES_API_KEY: SANDBOX_DVLA_API_KEY, VES_TIMEOUT_MS: 300 };
  const settings = testSettings(database.url, { ...ves, ...changes });
  const module = await Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, VehicleRegisterWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(settings)
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  return {
    ...{ sandbox, clock, database, module },
    ...(await actions(module, clock)),
    ...{
      requests: async () => (await sandbox.control.log({ service: 'dvla' })).length,
      stop: async () => {
        await module.close();
        await Promise.all([database.drop(), sandbox.stop()]);
      },
    },
  };
}

async function actions(module: TestingModule, clock: TestClock) {
  const unitOfWork = module.get(UnitOfWork);
  const job = module.get(AskVehicleRegisterJob);
  const { reader } = module.get(Database);
  const place = await unitOfWork.run(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z901'),
  }));
  return {
    ...{ unitOfWork, job },
    gateway: module.get(VehicleRegisterGateway),
    forget: module.get(ForgetRegisterAnswers),
    addCase: (fields: Partial<Application> = {}) =>
      unitOfWork.run(async (tx) => {
        const uprn = await aProperty(tx, place.zoneCode);
        return (
          await anApplication({ ...place, uprn })
            .with(fields)
            .insert(tx)
        ).application;
      }),
    ask: ({ id }: Application) => job.run(id),
    wish: (application: Application, formId?: string) =>
      unitOfWork.run((tx) => {
        const now = clock.now();
        const wish = { application, now, freshSince: now, formId: formId ?? null };
        return wishRegisterCheck(tx, module.get(Outbox), wish);
      }),
    check: ({ id }: Application) => findRegisterCheck(reader, id),
    events: async ({ id }: Application): Promise<unknown[]> => {
      const rows: { payload: string }[] = await reader.query(
        `SELECT payload FROM timeline_events
          WHERE application_id = ? AND type LIKE 'register-a%' ORDER BY happened_at, id`,
        [id],
      );
      return rows.map(({ payload }) => JSON.parse(payload) as unknown);
    },
  };
}
