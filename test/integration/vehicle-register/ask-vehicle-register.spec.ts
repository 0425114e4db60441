import { randomUUID } from 'node:crypto';
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
const spoil = (fault: 'status-503' | 'status-429', times: number) =>
  bench.sandbox.control.addFault({ service: 'dvla', operation: 'enquire', fault, times });
const secondsUntil = (at: Date) => Math.round((at.getTime() - Date.now()) / 1000);

describe('asking the register', () => {
  it('keeps what it says, with when, and records that it was asked', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    expect(await bench.ask(application)).toEqual(DONE);
    expect(await bench.check(application)).toMatchObject({
      state: 'found',
      facts: { make: 'SKODA', colour: 'GREY' },
      answeredAt: new Date('2026-11-20T10:00:00Z'),
      tries: 1,
      because: null,
    });
    expect(await bench.events(application)).toEqual([{ answer: 'found', because: null }]);
  });

  it('takes "not found" for an answer', async () => {
    const application = await bench.addCase({ registration: 'ER19NFD' });
    expect(await bench.ask(application)).toEqual(DONE);
    expect(await bench.check(application)).toMatchObject({ state: 'not_in_register', facts: null });
  });

  it('is one question and one event, however often the job runs', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await bench.ask(application);
    const first = await bench.check(application);
    bench.clock.advance({ hours: 1 });
    for (let again = 0; again < 3; again += 1) await bench.ask(application);
    expect(await bench.check(application)).toEqual(first);
    expect(await bench.events(application)).toHaveLength(1);
    expect(await bench.requests()).toBe(1);
  });

  it('is one result when twenty run at once', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await Promise.all(Array.from({ length: 20 }, () => bench.ask(application)));
    expect(await bench.check(application)).toMatchObject({ state: 'found', tries: 1 });
    expect(await bench.events(application)).toHaveLength(1);
  });

  it.each([
    ['without a vehicle', { registration: null }],
    ['decided', { decidedAt: new Date('2026-11-19T10:00:00Z') }],
  ])('does not ask for a case %s', async (_which, fields) => {
    const application = await bench.addCase(fields);
    expect(await bench.ask(application)).toEqual(DONE);
    expect(await bench.check(application)).toBeNull();
    expect(await bench.requests()).toBe(0);
  });

  it('does not ask for a case that is gone', async () => {
    expect(await bench.job.run(randomUUID())).toEqual(DONE);
  });
});

describe('no answer', () => {
  it('is tried again with growing pauses, said each time, then left to the officer', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await spoil('status-503', 6);
    const pauses: number[] = [];
    for (;;) {
      const outcome = await bench.ask(application);
      if (outcome.done) break;
      pauses.push(secondsUntil(outcome.againAt));
      const check = await bench.check(application);
      expect(check).toMatchObject({ state: 'not_checked', because: 'service_down' });
      bench.clock.set(check?.tryAgainAt ?? '');
    }
    expect(pauses).toEqual([30, 120, 600, 1800, 7200]);
    expect(await bench.check(application)).toMatchObject({ tries: 6, tryAgainAt: null });
    expect(await bench.events(application)).toEqual([
      { answer: 'not_checked', because: 'service_down' },
    ]);
    await bench.ask(application);
    expect(await bench.requests()).toBe(6);
  });

  it('is followed by the answer once the register is back', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await spoil('status-429', 1);
    expect(await bench.ask(application)).toMatchObject({ done: false });
    expect(await bench.ask(application)).toEqual(DONE);
    expect(await bench.check(application)).toMatchObject({
      state: 'found',
      because: null,
      tryAgainAt: null,
    });
  });

  it('for a registration the register does not take is not asked for twice', async () => {
    const application = await bench.addCase({ registration: 'ER19BAD' });
    expect(await bench.ask(application)).toEqual(DONE);
    expect(await bench.check(application)).toMatchObject({
      state: 'not_checked',
      because: 'not_accepted',
      tryAgainAt: null,
    });
  });
});

describe('an answer of today', () => {
  it('serves every case with the registration for a day, with its own time', async () => {
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => bench.addCase({ registration: 'AA19DSL' })),
    );
    if (!first || !second || !third) throw new Error('three cases');
    await bench.ask(first);
    bench.clock.advance({ hours: 23 });
    await bench.ask(second);
    expect(await bench.requests()).toBe(1);
    expect(await bench.check(second)).toMatchObject({
      state: 'found',
      facts: { make: 'SKODA' },
      answeredAt: new Date('2026-11-20T10:00:00Z'),
    });
    bench.clock.advance({ hours: 2 });
    await bench.ask(third);
    expect(await bench.requests()).toBe(2);
  });

  it('serves "not in the register" too, but never a failure', async () => {
    for (const [registration, requests] of [
      ['ER19NFD', 1],
      ['ER19BAD', 3],
    ] as const) {
      await bench.ask(await bench.addCase({ registration }));
      await bench.ask(await bench.addCase({ registration }));
      expect(await bench.requests()).toBe(requests);
    }
  });

  it('does not do for an officer who wishes to know again', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await bench.ask(application);
    bench.clock.advance({ minutes: 5 });
    await bench.wish(application);
    expect(await bench.check(application)).toMatchObject({ state: 'waiting', facts: null });
    await bench.ask(application);
    expect(await bench.requests()).toBe(2);
    expect((await bench.check(application))?.answeredAt).toEqual(bench.clock.now());
  });
});

describe('a wish made while the register is being asked', () => {
  it('is never answered with what was asked for before it', async () => {
    const application = await bench.addCase({ registration: 'AA19DSL' });
    await bench.sandbox.control.addFault({
      service: 'dvla',
      operation: 'enquire',
      fault: 'delay-answer',
      delayMs: 150,
    });
    const under = bench.ask(application);
    await until(async () => (await bench.check(application)) !== null);
    await bench.wish({ ...application, registration: 'AA19MOT' });
    await under;
    expect(await bench.check(application)).toMatchObject({
      state: 'waiting',
      registration: 'AA19MOT',
      facts: null,
    });
    expect(await bench.events(application)).toEqual([]);
    await bench.ask(application);
    expect(await bench.check(application)).toMatchObject({ facts: { make: 'AUDI' } });
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
