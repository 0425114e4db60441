import { randomUUID } from 'node:crypto';
import { CorrectLedger } from '../../../src/reconciliation/correct-ledger.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type ReconcileBench, startReconcileBench } from './reconcile-bench.js';

/** Corrections of the ledger by two people, or by two pages, at the same moment. */

let bench: ReconcileBench;
let supervisor: TestBrowser & { staff: { id: string } };
beforeAll(async () => {
  bench = await startReconcileBench();
  supervisor = await bench.bench.desk.signInAs('supervisor');
}, 120_000);
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);

const differencesOf = (providerId: string) =>
  query<{ id: string }>('SELECT id FROM reconciliation_differences WHERE provider_payment_id = ?', [
    providerId,
  ]);

const postedOf = (providerId: string) =>
  query(
    `SELECT j.id FROM ledger_journals j
       JOIN reconciliation_differences d ON j.effect_key = CONCAT('closed:', d.id)
      WHERE d.provider_payment_id = ?`,
    [providerId],
  );

const NOT_PLACED = { outcome: 'correct', cause: 'not_placed', words: 'Nobody knows whose it is.' };

it('two findings of one payment, closed at the same moment, are one posting', async () => {
  const providerId = await bench.payOutside({ state: 'captured', amount: 800 });
  await bench.compare();
  // As two comparisons at the same time leave it: found twice, under two names.
  await query(
    `INSERT INTO reconciliation_differences
       (id, difference_key, kind, provider_payment_id, theirs, gain_pence, found_at, last_found_at)
     SELECT UUID(), CONCAT(difference_key, ':again'), kind, provider_payment_id, theirs, gain_pence,
            found_at, last_found_at
       FROM reconciliation_differences WHERE provider_payment_id = ?`,
    [providerId],
  );
  const found = await differencesOf(providerId);
  const correct = bench.bench.desk.app.get(CorrectLedger);
  const outcomes = await Promise.all(
    found.map(({ id: differenceId }) =>
      correct.run({
        ...{ formId: randomUUID(), differenceId, cause: 'not_placed', words: 'Nobody knows.' },
        ...{ shownPence: 800, staffId: supervisor.staff.id },
      }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await postedOf(providerId)).toHaveLength(1);
}, 120_000);

it('the form of one answer answers no other correction', async () => {
  const [formId, other] = [randomUUID(), await bench.bench.desk.signInAs('supervisor')];
  const paid = [];
  for (const amount of [1500, 1600]) {
    paid.push(await bench.payOutside({ state: 'captured', amount }));
  }
  await bench.compare();
  const sent = [];
  for (const one of paid) {
    const [found] = await differencesOf(one);
    const path = `/reconciliation/differences/${found?.id}`;
    await supervisor.submit(await supervisor.get(path), NOT_PLACED);
    sent.push(await other.submit(await other.get(path), { answer: 'agree', formId }));
  }
  expect(sent.map(({ status }) => status)).toEqual([303, 409]);
  expect(await postedOf(paid[1] ?? '')).toEqual([]);
}, 120_000);
