import { addDays } from '../../../src/shared/london-date.js';
import { type ReconcileBench, startReconcileBench, TODAY } from './reconcile-bench.js';

/** Refunds that a colleague makes in the payment service's own pages, on payments of any age. */

let bench: ReconcileBench;
beforeAll(async () => (bench = await startReconcileBench()), 120_000);
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);
const control = () => bench.bench.sandbox.control;
const AWAY = 'SELECT 1 FROM payment_service_state WHERE away_since IS NOT NULL';
const YESTERDAY = addDays(TODAY, -1);
const OLD = { state: 'captured', created_date: `${addDays(TODAY, -40)}T09:00:00.000Z` } as const;

const refunded = async (id: string) => {
  const [row] = await query<{ pence: number }>(
    'SELECT refunded_pence AS pence FROM payments WHERE id = ?',
    [id],
  );
  return row?.pence;
};
const runOf = async (id: string) => {
  const [row] = await query(
    'SELECT step, refunds_total AS total, refunds_learnt AS learnt FROM reconciliation_runs WHERE id = ?',
    [id],
  );
  return row;
};

it('are found with the next comparison, posted, and said on the case', async () => {
  const { id, providerId } = await bench.addPayment(OLD);
  expect(await control().letHappen(providerId, 'refunded', 2000)).toBe(true);
  const run = await bench.compare(YESTERDAY, TODAY);
  expect(await runOf(run)).toEqual({ step: 'done', total: 1, learnt: 1 });
  expect(await refunded(id)).toBe(2000);
  const kinds = await query<{ kind: string }>(
    'SELECT kind FROM ledger_journals WHERE payment_id = ? ORDER BY recorded_at, id',
    [id],
  );
  expect(kinds.map(({ kind }) => kind)).toContain('refund_sent');
  expect(await bench.bench.events(bench.applicationId)).toContain('refund-seen');
  // Known, it is not asked about again.
  const again = await bench.compare(YESTERDAY, TODAY);
  expect(await runOf(again)).toEqual({ step: 'done', total: 1, learnt: 0 });
  const supervisor = await bench.bench.desk.signInAs('supervisor');
  const page = await supervisor.get(`/reconciliation/runs/${run}`);
  expect(page.$('main').text()).toContain('1 payment had one that Permit Desk had not heard of');
}, 120_000);

it('is read from the list of refunds again when it changes from page to page', async () => {
  const { control: pay } = bench.bench.sandbox;
  const { providerId } = await bench.addPayment({ ...OLD, amount: 60_000 });
  await Promise.all(Array.from({ length: 500 }, () => pay.letHappen(providerId, 'refunded', 100)));
  const made = await query<{ id: string }>('SELECT id FROM staff_accounts LIMIT 1');
  const id = '0f0f0f0f-0000-4000-8000-000000000001';
  await query(
    `INSERT INTO reconciliation_runs
       (id, from_on, to_on, asked_by, step, next_page, rounds, refunds_total, matched, caught_up, started_at)
     VALUES (?, ?, ?, ?, 'refunds', 2, 1, 502, 0, 0, UTC_TIMESTAMP(3))`,
    [id, YESTERDAY, TODAY, made[0]?.id],
  );
  // One fewer than the first page said: it is not believed, and read from its beginning.
  while (!(await bench.job.run(id)).done);
  expect(await runOf(id)).toMatchObject({ step: 'done', total: 501 });
  const [row] = await query('SELECT rounds FROM reconciliation_runs WHERE id = ?', [id]);
  expect(row).toEqual({ rounds: 2 });
}, 120_000);

it.each(['search', 'search-refunds'])(
  'while %s is not answered, pages say so, and no longer than that',
  async (operation) => {
    await control().addFault({ service: 'pay', operation, fault: 'status-500' });
    await expect(bench.compare(YESTERDAY, TODAY)).rejects.toThrow();
    expect(await query(AWAY)).toHaveLength(1);
    await bench.compare(YESTERDAY, TODAY);
    expect(await query(AWAY)).toEqual([]);
  },
  120_000,
);
