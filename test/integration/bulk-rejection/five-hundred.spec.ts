import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { MortalUnitOfWork } from '../../support/model/mortal-unit-of-work.js';
import { type BulkBench, checkBulk, chosenOf, runOf, startBulkBench } from './bulk-bench.js';

/** At 10 calls a second the payment service alone takes 50 seconds, and the machine may be busy. */
const PATIENCE_MS = 400_000;
const MANY = 500;

let bench: BulkBench;
let supervisor: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startBulkBench();
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

const count = async (sql: string): Promise<number> => {
  const [row]: { count: string }[] = await bench.desk.database.dataSource.query(
    `SELECT COUNT(*) AS count FROM ${sql}`,
  );
  return Number(row?.count ?? 0);
};

async function addOne() {
  const made = await bench.sandbox.control.makePayment({
    ...{ amount: 5500, state: 'held', reference: randomUUID() },
  });
  return bench.add((it) => it.paid(5500, made.payment_id));
}

async function carryOutAll(commandIds: string[]): Promise<void> {
  const one = async () => {
    for (let id = commandIds.pop(); id !== undefined; id = commandIds.pop()) {
      for (let turn = 0; turn < 5 && !(await bench.carryOut.run(id)).done; turn += 1);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
}

it(
  '500 cases are 500 decisions, letters and releases, once each, though workers die in between',
  async () => {
    const cases = [];
    for (let index = 0; index < MANY; index += 1) cases.push(await addOne());
    const check = await checkBulk(supervisor, [chosenOf(cases).join(' ')]);
    expect(check.$('h1').text()).toBe('Check before you reject 500 cases');
    const form = 'main form[action="/bulk-rejections"]';
    const runId = runOf(await supervisor.submit(check, { step: 'send' }, form));

    const mortal = new MortalUnitOfWork(bench.desk.app.get(UnitOfWork));
    for (const [after, isBefore] of [
      [137, false],
      [90, true],
    ] as const) {
      mortal.dieAfter(after, isBefore);
      await expect(bench.job(mortal).run(runId)).rejects.toThrow();
      mortal.live();
    }
    expect(await count('decisions')).toBe(138 + 90);
    // Two go on at the same time, as when a lease ran out while its worker still lived.
    const went = await Promise.all([bench.job().run(runId), bench.job().run(runId)]);
    for (let turn = 0; turn < 20 && !(await bench.job().run(runId)).done; turn += 1);
    expect(went).toHaveLength(2);

    expect(new Set((await bench.results(runId)).map(([, state]) => state))).toEqual(
      new Set(['done']),
    );
    expect(await count('decisions')).toBe(MANY);
    expect(await count('letters')).toBe(MANY);
    expect(await count(`payment_commands WHERE kind = 'release'`)).toBe(MANY);
    expect(await count(`outbox_jobs WHERE message_type = 'letter.written'`)).toBe(MANY);
    const commands: { id: string }[] = await bench.desk.database.dataSource.query(
      'SELECT id FROM payment_commands',
    );
    await carryOutAll(commands.map(({ id }) => id));
    expect(await count(`payment_commands WHERE state = 'settled'`)).toBe(MANY);
    const log = await bench.sandbox.control.log({ service: 'pay', operation: 'cancel' });
    const acted = log.filter((one) => one.acted).map(({ paymentId }) => paymentId);
    expect(acted).toHaveLength(MANY);
    expect(new Set(acted).size).toBe(MANY);
    expect(log.some(({ status }) => status === 429)).toBe(false);
  },
  PATIENCE_MS,
);
