import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/database/new-id.js';
import { insertPayment } from '../../../src/payments/payments.store.js';
import { DAY, LONG_AGO, type ReconcileBench, startReconcileBench } from './reconcile-bench.js';

/** The payment service's list against ours: exactly what differs is found, once, through any crash. */

let bench: ReconcileBench;
beforeEach(async () => (bench = await startReconcileBench()), 120_000);
afterEach(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);

async function start(from = DAY, to = DAY): Promise<string> {
  const id = newId();
  await query(
    `INSERT INTO reconciliation_runs
       (id, from_on, to_on, asked_by, is_daily, step, next_page, rounds, matched, caught_up, started_at)
     SELECT ?, ?, ?, id, NULL, 'reading', 1, 1, 0, 0, UTC_TIMESTAMP(3) FROM staff_accounts LIMIT 1`,
    [id, from, to],
  );
  return id;
}

async function runToEnd(id: string) {
  while (!(await bench.job.run(id)).done);
  const [run] = await query<{ step: string; matched: number; problem: string | null }>(
    'SELECT step, matched, caught_up AS caughtUp, provider_total AS total, problem FROM reconciliation_runs WHERE id = ?',
    [id],
  );
  return run;
}

const found = () =>
  query<{ kind: string; provider: string }>(
    `SELECT kind, provider_payment_id AS provider FROM reconciliation_differences
      WHERE cleared_at IS NULL ORDER BY kind, provider`,
  );

/** Seven kinds of faults among more payments than one page of the list holds. */
async function faultsAmong(matching: number) {
  await Promise.all(Array.from({ length: matching }, () => bench.addPayment()));
  await bench.addPayment({ state: 'captured' });
  await bench.addPayment({ state: 'refunded' });
  await bench.payOutside({ state: 'cancelled' });
  const late = await bench.addPayment({
    ...{ state: 'captured', created_date: `${LONG_AGO}T08:00:00.000Z` },
    settle_after_ms: 9 * 24 * 3_600_000,
  });
  const amount = await bench.addPayment({ state: 'captured', amount: 5400 });
  await query('UPDATE payments SET amount_pence = 5500 WHERE id = ?', [amount.id]);
  const state = await bench.addPayment();
  await query("UPDATE payments SET state = 'success', state_read_at = created_at WHERE id = ?", [
    state.id,
  ]);
  const unknown = await bench.payOutside({ state: 'captured' });
  const reference = randomUUID();
  const twice = [await bench.addPayment({ reference }), await bench.addPayment({ reference })];
  return { late, amount, state, unknown, twice, missing: await paymentNobodyKnows() };
}

async function paymentNobodyKnows(): Promise<string> {
  const providerPaymentId = 'abcdefghijklmnopqrstuvwxyz';
  await bench.bench.write((tx) =>
    insertPayment(tx, {
      ...{ id: newId(), applicationId: bench.applicationId, providerPaymentId },
      ...{ amountPence: 5500, state: 'capturable', refundedPence: 0, holdEndsAt: null },
      ...{ stateReadAt: null, createdAt: new Date(`${DAY}T12:00:00Z`), replacedAt: new Date() },
    }),
  );
  return providerPaymentId;
}

it('finds exactly the faults that are there, once, however often it looks', async () => {
  const made = await faultsAmong(500);
  const run = await runToEnd(await start(LONG_AGO));
  expect(run).toMatchObject({ step: 'done', total: 509, problem: null });
  const first = await found();
  expect(first.map(({ kind, provider }) => `${kind} ${provider}`).sort()).toEqual(
    [
      `amount_differs ${made.amount.providerId}`,
      // What we hold for taken the ledger holds for taken, too.
      `amount_differs ${made.state.providerId}`,
      `duplicate ${made.twice[0]?.providerId}`,
      `duplicate ${made.twice[1]?.providerId}`,
      `late_settlement ${made.late.providerId}`,
      `ours_missing ${made.unknown}`,
      `state_differs ${made.state.providerId}`,
      `theirs_missing ${made.missing}`,
    ].sort(),
  );
  // A payment made twice is as we have it; that there are two is said beside.
  expect(run?.matched).toBe(509 - 4);
  await runToEnd(await start(LONG_AGO));
  expect(await found()).toEqual(first);
  expect(await query('SELECT * FROM reconciliation_payments')).toEqual([]);
}, 300_000);

it('what we had not heard of yet is read, kept and no difference', async () => {
  const refunded = await bench.addPayment({ state: 'captured' });
  await bench.bench.sandbox.control.letHappen(refunded.providerId, 'refunded', 5500);
  const held = await bench.addPayment();
  await bench.bench.sandbox.control.letHappen(held.providerId, 'captured');
  const run = await runToEnd(await start());
  expect(run).toMatchObject({ step: 'done', matched: 2, caughtUp: 2 });
  expect(await found()).toEqual([]);
  const rows = await query(
    'SELECT state, refunded_pence AS back FROM payments WHERE replaced_at IS NOT NULL ORDER BY refunded_pence',
  );
  expect(rows).toEqual([
    { state: 'success', back: 0 },
    { state: 'success', back: 5500 },
  ]);
}, 120_000);

it('a difference that is mended goes away, and comes back when it does', async () => {
  const amount = await bench.addPayment({ state: 'captured', amount: 5400 });
  await query('UPDATE payments SET amount_pence = 5500 WHERE id = ?', [amount.id]);
  await runToEnd(await start());
  expect(await found()).toHaveLength(1);
  await query('UPDATE payments SET amount_pence = 5400 WHERE id = ?', [amount.id]);
  await runToEnd(await start());
  expect(await found()).toEqual([]);
  await query('UPDATE payments SET amount_pence = 5500 WHERE id = ?', [amount.id]);
  await runToEnd(await start());
  expect(await found()).toHaveLength(1);
  expect(await query('SELECT 1 FROM reconciliation_differences')).toHaveLength(1);
}, 120_000);

it('goes on where it was when the payment service fails or the worker dies', async () => {
  await Promise.all(Array.from({ length: 501 }, () => bench.addPayment()));
  const { control } = bench.bench.sandbox;
  const id = await start();
  await control.addFault({ service: 'pay', operation: 'search', fault: 'delay', delayMs: 1 });
  await control.addFault({ service: 'pay', operation: 'search', fault: 'drop-after' });
  await expect(bench.job.run(id)).rejects.toThrow();
  expect(await runToEnd(id)).toMatchObject({ step: 'done', total: 501, matched: 501 });
  const searches = await control.log({ service: 'pay', operation: 'search' });
  // The first page once, the second again after its answer was lost.
  expect(searches).toHaveLength(3);
}, 120_000);

it('two workers at once compare each payment once', async () => {
  await Promise.all(Array.from({ length: 30 }, () => bench.addPayment()));
  const id = await start();
  await Promise.allSettled([bench.job.run(id), bench.job.run(id), bench.job.run(id)]);
  expect(await runToEnd(id)).toMatchObject({ step: 'done', total: 30, matched: 30 });
}, 120_000);

it('says why it stopped when the list cannot be read at all', async () => {
  const id = await start();
  await bench.job.gaveUp(id, 'No answer from the payment service');
  expect(await runToEnd(id)).toMatchObject({
    step: 'failed',
    problem: 'No answer from the payment service.',
  });
});

it('once a day, from five in the morning, and once only', async () => {
  const { clock } = bench.bench.desk;
  clock.set('2026-07-01T03:59:00Z');
  await bench.daily.run();
  expect(await query('SELECT 1 FROM reconciliation_runs')).toHaveLength(0);
  clock.set('2026-07-01T04:00:00Z');
  await Promise.all([bench.daily.run(), bench.daily.run()]);
  await bench.daily.run();
  const runs = await query('SELECT from_on AS fromOn, to_on AS toOn FROM reconciliation_runs');
  expect(runs).toEqual([{ fromOn: '2026-06-17', toOn: '2026-06-30' }]);
  const jobs = await query("SELECT 1 FROM outbox_jobs WHERE message_type = 'reconciliation.asked'");
  expect(jobs).toHaveLength(1);
});

describe('on the pages', () => {
  async function aDifference() {
    await bench.payOutside({ state: 'captured' });
    await runToEnd(await start());
    const supervisor = await bench.bench.desk.signInAs('supervisor');
    const index = await supervisor.get('/reconciliation');
    const href = index.$('a[href^="/reconciliation/differences/"]').attr('href') ?? '';
    return { supervisor, href, page: await supervisor.get(href) };
  }

  it('a supervisor asks for a comparison, twice pressed is one, and sees what it found', async () => {
    await bench.payOutside({ state: 'captured' });
    const supervisor = await bench.bench.desk.signInAs('supervisor');
    const index = await supervisor.get('/reconciliation');
    const [year = '', month = '', day = ''] = DAY.split('-');
    const first = { 'from[day]': day, 'from[month]': month, 'from[year]': year };
    const typed = { ...first, 'to[day]': day, 'to[month]': month, 'to[year]': year };
    const [one, other] = [
      await supervisor.submit(index, typed),
      await supervisor.submit(index, typed),
    ];
    expect([one.status, other.location]).toEqual([303, one.location]);
    const underWay = await supervisor.follow(one);
    expect(underWay.$('main').text()).toContain('Reading the list of the payment service');
    expect(await query('SELECT 1 FROM reconciliation_runs')).toHaveLength(1);
    await runToEnd((one.location ?? '').split('/').at(-1) ?? '');
    const done = await supervisor.follow(one);
    expect(done.$('main').text()).toContain('Not known to Permit Desk');
  }, 120_000);

  it('a period that cannot be is refused, and what was typed is shown again', async () => {
    const supervisor = await bench.bench.desk.signInAs('supervisor');
    const index = await supervisor.get('/reconciliation');
    const refused = await supervisor.submit(index, { 'from[day]': '31', 'from[month]': '2' });
    expect(refused.status).toBe(422);
    expect(refused.$('input[name="from[day]"]').val()).toBe('31');
    expect(refused.text).toContain('The first day must be a real date');
  });

  it('one person explains and closes it; the second is told, and keeps his words', async () => {
    const { supervisor, href, page } = await aDifference();
    const empty = await supervisor.submit(page, { outcome: 'words', words: ' ' });
    expect([empty.status, empty.text.includes('Write what the difference is')]).toEqual([
      422,
      true,
    ]);
    const second = await bench.bench.desk.signInAs('supervisor');
    const theirs = await second.get(href);
    expect(
      (await supervisor.submit(page, { outcome: 'words', words: 'Paid for a skip.' })).status,
    ).toBe(303);
    expect(
      (await supervisor.submit(page, { outcome: 'words', words: 'Paid for a skip.' })).status,
    ).toBe(303);
    const late = await second.submit(theirs, { outcome: 'words', words: 'A garden party.' });
    expect(late.status).toBe(409);
    expect(late.$('textarea').val()).toBe('A garden party.');
    expect(late.text).toContain('Paid for a skip.');
    expect((await supervisor.get('/reconciliation')).text).toContain('No difference is open.');
    // Explained, it stays so: the next comparison finds it again and nobody is asked again.
    await runToEnd(await start());
    expect((await supervisor.get('/reconciliation')).text).toContain('No difference is open.');
  }, 120_000);

  it('an auditor reads and closes nothing; an officer sees nothing', async () => {
    const { href } = await aDifference();
    const auditor = await bench.bench.desk.signInAs('auditor');
    const page = await auditor.get(href);
    expect([page.status, page.$('textarea').length]).toEqual([200, 0]);
    expect((await auditor.post(`${href}/explanation`, { words: 'x' })).status).toBe(403);
    const officer = await bench.bench.desk.signInAs('officer');
    expect((await officer.get('/reconciliation')).status).toBe(403);
  }, 120_000);
});
