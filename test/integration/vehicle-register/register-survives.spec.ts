import { AskVehicleRegisterJob } from '../../../src/vehicle-register/ask-vehicle-register.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { Crash, CrashingUnitOfWork } from '../deciding/crashing-unit-of-work.js';
import { type RegisterBench, startRegisterBench } from './register-bench.js';

let bench: RegisterBench;

beforeAll(async () => {
  bench = await startRegisterBench();
});
beforeEach(async () => {
  await bench.database.dataSource.query('DELETE FROM vehicle_register_checks');
  await bench.database.dataSource.query('DELETE FROM outbox_jobs');
  await bench.sandbox.control.reset();
  bench.clock.set('2026-11-20T10:00:00Z');
});
afterAll(() => bench.stop());

const DONE = { done: true };

describe('a crash between asking and keeping', () => {
  it.each([1, 2, 3])(
    'before write %d: nothing is half kept, and the next run keeps it',
    async (at) => {
      const application = await bench.addCase({ registration: 'AA19DSL' });
      await bench.unitOfWork.run((tx) =>
        tx.query(
          `INSERT INTO vehicle_register_checks
           (application_id, registration, ask_number, state, fresh_since, asked_at, tries)
         VALUES (?, 'AA19DSL', 1, 'waiting', '2026-11-20', '2026-11-20', 0)`,
          [application.id],
        ),
      );
      const crashing = new AskVehicleRegisterJob(
        new CrashingUnitOfWork(bench.unitOfWork, at),
        bench.module.get(Database),
        bench.gateway,
        bench.module.get(Clock),
      );
      await expect(crashing.run(application.id)).rejects.toThrow(Crash);
      expect(await bench.check(application)).toMatchObject({ state: 'waiting', tries: 0 });
      expect(await bench.events(application)).toEqual([]);
      await bench.ask(application);
      expect(await bench.check(application)).toMatchObject({ state: 'found', tries: 1 });
      expect(await bench.events(application)).toHaveLength(1);
    },
  );
});

describe('the outbox', () => {
  it('holds the case’s id and puts the row back without counting a failure', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await bench.wish(application);
    await bench.sandbox.control.addFault({
      service: 'dvla',
      operation: 'enquire',
      fault: 'status-503',
    });
    const settings = bench.module.get(Settings);
    const runner = new RunOutboxJob(bench.unitOfWork, settings, [bench.job]);
    const rows = () =>
      bench.database.dataSource.query<Record<string, unknown>[]>('SELECT * FROM outbox_jobs');
    const [row] = await rows();
    expect(row).toMatchObject({ job: 'ask-vehicle-register', subject_id: application.id });
    await runner.run(String(row?.['id']));
    const [again] = await rows();
    expect(again).toMatchObject({ state: 'waiting', attempts: 0, last_problem: 'service_down' });
    expect(JSON.stringify(await rows())).not.toContain('AA19DSL');
  });
});

describe('forgetting', () => {
  it('takes what is older than the setting, whatever came of it, and nothing younger', async () => {
    const old = await bench.addCase({ registration: 'AA19DSL' });
    const failed = await bench.addCase({ registration: 'ER19BAD' });
    await bench.ask(old);
    await bench.ask(failed);
    bench.clock.advance({ days: 89 });
    const young = await bench.addCase({ registration: 'AA19MOT' });
    await bench.ask(young);
    await bench.forget.run();
    expect(await bench.check(old)).not.toBeNull();
    bench.clock.advance({ days: 1, seconds: 1 });
    await bench.forget.run();
    expect(await bench.check(old)).toBeNull();
    expect(await bench.check(failed)).toBeNull();
    expect(await bench.check(young)).not.toBeNull();
  });
});

describe('without a key', () => {
  it('nothing is asked and nothing is kept', async () => {
    const silent = await startRegisterBench({ VES_API_KEY: '' });
    try {
      const application = await silent.addCase({ registration: 'AA19DSL' });
      expect(await silent.ask(application)).toEqual(DONE);
      expect(await silent.check(application)).toBeNull();
      expect(await silent.requests()).toBe(0);
    } finally {
      await silent.stop();
    }
  });
});
