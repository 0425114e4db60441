import { setTimeout as pause } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { WorkerModule } from '../../../src/worker.module.js';
import { type AskAgainBench, NOW, startAskAgainBench } from './ask-again-bench.js';

let bench: AskAgainBench;

beforeAll(async () => {
  bench = await startAskAgainBench();
});
afterAll(() => bench.stop());

/** The whole worker, relay and queue, over the desk's database and on its clock. */
async function withWorker(work: () => Promise<void>): Promise<void> {
  const module = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(Settings)
    .useValue(bench.desk.settings)
    .overrideProvider(Clock)
    .useValue(bench.desk.clock)
    .compile();
  const worker = await module.init();
  await work().finally(() => worker.close());
}

describe('the worker process', () => {
  it('carries out reminder and deadline when their rows are due', async () => {
    bench.desk.clock.set(NOW);
    const officer = await bench.desk.signInAs('officer');
    const built = await bench.addCase(officer.staff.id);
    await bench.ask(officer, built);
    const { id } = built.application;
    const sql = 'UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3) WHERE subject_id = ? AND job = ?';
    const makeDue = async (job: string) =>
      bench.desk.database.dataSource.query(sql, [(await bench.request(id)).id, job]);
    await withWorker(async () => {
      bench.desk.clock.set('2026-12-01T09:00:00Z');
      await makeDue('remind-of-evidence');
      await until(async () => (await bench.request(id)).remindedAt !== null);
      bench.desk.clock.set('2026-12-05T00:00:00Z');
      await makeDue('lapse-evidence-request');
      await until(async () => (await bench.request(id)).state === 'lapsed');
    });
    const events = await bench.events(id);
    expect(events.filter((type) => type === 'evidence-request-reminded')).toHaveLength(1);
    expect(events.filter((type) => type === 'evidence-request-lapsed')).toHaveLength(1);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await pause(100);
  }
}
