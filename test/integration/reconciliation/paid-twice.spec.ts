import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/database/new-id.js';
import { DAY, LONG_AGO, type ReconcileBench, startReconcileBench } from './reconcile-bench.js';

/** Two payments of one reference: somebody paid twice, and that is not forgotten before it is put right. */

let bench: ReconcileBench;
beforeAll(async () => (bench = await startReconcileBench()), 120_000);
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);

async function compare(from: string): Promise<void> {
  const id = newId();
  await query(
    `INSERT INTO reconciliation_runs
       (id, from_on, to_on, asked_by, is_daily, step, next_page, rounds, matched, caught_up, started_at)
     SELECT ?, ?, ?, id, NULL, 'reading', 1, 1, 0, 0, UTC_TIMESTAMP(3) FROM staff_accounts LIMIT 1`,
    [id, from, DAY],
  );
  while (!(await bench.job.run(id)).done);
}

const found = () =>
  query<{ kind: string; provider: string }>(
    `SELECT kind, provider_payment_id AS provider FROM reconciliation_differences
      WHERE cleared_at IS NULL ORDER BY kind, provider`,
  );

it('a payment made twice stays open when a later period has the one of them alone', async () => {
  const reference = randomUUID();
  const taken = { reference, state: 'captured' } as const;
  const early = { ...taken, created_date: `${LONG_AGO}T08:00:00.000Z` };
  const first = await bench.addPayment(early);
  await bench.addPayment(taken);
  await compare(LONG_AGO);
  const both = await found();
  expect(both.map(({ kind }) => kind)).toEqual(['duplicate', 'duplicate']);
  await compare(DAY);
  expect(await found()).toEqual(both);
  await bench.bench.sandbox.control.letHappen(first.providerId, 'refunded', 5500);
  await compare(LONG_AGO);
  expect(await found()).toEqual([]);
}, 120_000);
