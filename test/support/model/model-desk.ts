import { randomInt } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../../sandbox/notify-settings.js';
import { SANDBOX_PAY_API_KEY } from '../../../sandbox/pay-settings.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { PayPace } from '../../../src/payments/pay-pace.js';
import { QueueWorkers } from '../../../src/platform/queue/queue-workers.js';
import { WorkerModule } from '../../../src/worker.module.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { startTestApplication, type TestApplication } from '../test-application.js';
import { TestClock } from '../test-clock.js';
import { testServer } from '../test-database.js';
import { MortalUnitOfWork } from './mortal-unit-of-work.js';
import { type PlainDesk, ROLES, SLOT_LIMITS, STAFF_KEYS, type StaffKey } from './plain-desk.js';

/** The real desk and worker over a database of their own, with the stand-ins for Pay and Notify. */
export interface ModelDesk extends TestApplication {
  sandbox: Sandbox;
  worker: TestingModule;
  /** The worker's transactions, which can be told to die. */
  mortal: MortalUnitOfWork;
  staff: Record<StaffKey, CurrentStaff>;
  clientId: string;
  zoneCode: string;
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  setClock(now: number): Promise<void>;
  /** Two properties that nobody has applied for, and everything at the services forgotten. */
  beginHistory(now: number): Promise<PlainDesk>;
  end(): Promise<void>;
}

export async function startModelDesk(): Promise<ModelDesk> {
  const sandbox = await startSandbox({ port: 0 });
  const clock = new TestClock();
  const desk = await startTestApplication({ clock, settings: settingsFor(sandbox) });
  const { worker, mortal } = await startWorker(desk);
  const unitOfWork = desk.app.get(UnitOfWork);
  const place = await unitOfWork.run(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z903', SLOT_LIMITS.cap),
  }));
  const staff = await hire(desk);
  const setClock = async (now: number) => {
    clock.set(new Date(now));
    await sandbox.control.moveClock(now - Date.now());
  };
  return {
    ...{ ...desk, ...place, sandbox, worker, mortal, staff, setClock },
    rows: (sql, values = []) => desk.database.dataSource.query(sql, values),
    beginHistory: async (now) => {
      await sandbox.control.reset();
      await sandbox.control.changeSettings({ refundDelayMs: 0, captureDelayMs: 0 });
      await setClock(now);
      const uprns = await unitOfWork.run(async (tx) => [
        await aProperty(tx, place.zoneCode),
        await aProperty(tx, place.zoneCode),
      ]);
      return { now, uprns, cases: [], slots: [], permits: [] };
    },
    end: async () => {
      await worker.close();
      await desk.stop();
      await sandbox.stop();
    },
  };
}

function settingsFor(sandbox: Sandbox) {
  const redis = new URL(testServer('TEST_REDIS_URL'));
  // A number of its own: it is emptied in the middle of everything.
  redis.pathname = `/${randomInt(1, 16)}`;
  return {
    PAY_PAGES_URL: new URL(sandbox.payUrl).origin,
    ...{ PAY_URL: sandbox.payUrl, PAY_API_KEY: SANDBOX_PAY_API_KEY, REDIS_URL: redis.href },
    ...{ NOTIFY_URL: sandbox.notifyUrl, NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY },
    NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
    DATABASE_POOL: 8,
  };
}

/** A history has no time to wait for its turn; how the turns come is tested by itself. */
class NoPace extends PayPace {
  override turn(): Promise<number> {
    return Promise.resolve(0);
  }

  override refused(): number {
    return 0;
  }
}

/** Only Bull listens; the relay and the sweeps never turn unless a history says so. */
async function startWorker(desk: TestApplication) {
  const mortal = new MortalUnitOfWork(desk.app.get(UnitOfWork));
  const worker = await Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, WorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .overrideProvider(PayPace)
    .useValue(new NoPace())
    .overrideProvider(UnitOfWork)
    .useValue(mortal)
    .overrideProvider(Database)
    .useValue(desk.app.get(Database))
    .compile();
  worker.get(QueueWorkers).onModuleInit();
  return { worker, mortal };
}

async function hire(desk: TestApplication): Promise<Record<StaffKey, CurrentStaff>> {
  const hired: [string, CurrentStaff][] = [];
  for (const key of STAFF_KEYS) hired.push([key, await desk.addStaff(ROLES[key])]);
  return Object.fromEntries(hired) as Record<StaffKey, CurrentStaff>;
}
