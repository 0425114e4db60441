import { newId } from '../../../src/platform/database/new-id.js';
import { addDays } from '../../../src/shared/london-date.js';
import { type ReconcileBench, startReconcileBench, TODAY } from './reconcile-bench.js';

/** The alarm of the daily comparison: in the log for whoever runs the desk, on the page for supervisors. */

let bench: ReconcileBench;
beforeAll(async () => (bench = await startReconcileBench()), 120_000);
afterAll(() => bench.stop());

const query = (sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<unknown[]>(sql, values);
const hoursAgo = (hours: number) =>
  new Date(bench.bench.desk.clock.now().getTime() - hours * 3_600_000);

async function addDaily(columns: Record<string, unknown>): Promise<string> {
  const id = newId();
  const row = {
    ...{ id, from_on: addDays(TODAY, -14), to_on: addDays(TODAY, -1), is_daily: 1 },
    ...{ next_page: 1, rounds: 1, matched: 0, caught_up: 0, started_at: hoursAgo(30), ...columns },
  };
  await query(`INSERT INTO reconciliation_runs (${Object.keys(row).join(', ')}) VALUES (?)`, [
    Object.values(row),
  ]);
  return id;
}

async function alarms(): Promise<string[]> {
  bench.errors.length = 0;
  await bench.watch.run();
  return (bench.errors as { alarm: string }[]).map(({ alarm }) => alarm);
}

async function warnings(): Promise<string> {
  const supervisor = await bench.bench.desk.signInAs('supervisor');
  const page = await supervisor.get('/reconciliation');
  return page.$('.govuk-warning-text').text();
}

it('is raised while none has finished for a day, and ends with the next that does', async () => {
  expect(await alarms()).toEqual([]);
  await bench.addPayment();
  expect(await alarms()).toEqual(['reconciliation-overdue']);
  expect(await warnings()).toContain('The daily comparison has never finished.');
  const id = await addDaily({ step: 'done', ended_at: hoursAgo(27) });
  expect(await alarms()).toEqual(['reconciliation-overdue']);
  expect(await warnings()).toContain('The daily comparison is overdue: none has finished since');
  await query('UPDATE reconciliation_runs SET ended_at = ? WHERE id = ?', [hoursAgo(25), id]);
  expect(await alarms()).toEqual([]);
  expect(await warnings()).toBe('');
  const day = addDays(TODAY, -1);
  await query('UPDATE reconciliation_runs SET ended_at = ? WHERE id = ?', [hoursAgo(27), id]);
  // One day alone does not stand in for the fortnight; the whole of it does, whoever asked.
  await bench.compare(day);
  expect(await alarms()).toEqual(['reconciliation-overdue']);
  await bench.compare(addDays(TODAY, -14), day);
  expect(await alarms()).toEqual([]);
}, 120_000);

it('is raised for a run that stopped until somebody compares as much', async () => {
  await query('DELETE FROM reconciliation_findings');
  await query('UPDATE reconciliation_differences SET cleared_by_run = NULL');
  await query('DELETE FROM reconciliation_runs');
  await addDaily({
    ...{ step: 'done', ended_at: hoursAgo(20), started_at: hoursAgo(20) },
    from_on: addDays(TODAY, -15),
  });
  await addDaily({ step: 'failed', started_at: hoursAgo(2), ended_at: hoursAgo(1), problem: 'x' });
  expect(await alarms()).toEqual(['reconciliation-stopped']);
  expect(await warnings()).toContain('stopped. Compare the last two weeks again below.');
  await bench.compare(addDays(TODAY, -14), addDays(TODAY, -1));
  expect(await alarms()).toEqual([]);
}, 120_000);

it('is raised for a run that gets no further', async () => {
  const id = await addDaily({
    ...{ step: 'comparing', started_at: hoursAgo(3), went_on_at: hoursAgo(1) },
    to_on: addDays(TODAY, -2),
  });
  expect(await alarms()).toEqual([]);
  await query('UPDATE reconciliation_runs SET went_on_at = ? WHERE id = ?', [hoursAgo(2.1), id]);
  expect(await alarms()).toEqual(['reconciliation-stuck']);
  expect(bench.errors).toMatchObject([{ run: id }]);
  expect(await warnings()).toContain('A comparison has got no further since');
  await query("UPDATE reconciliation_runs SET step = 'done', ended_at = ? WHERE id = ?", [
    ...[hoursAgo(0), id],
  ]);
}, 120_000);

it('is raised for differences that are left alone, which My work counts', async () => {
  const providerId = await bench.payOutside({ state: 'captured' });
  await bench.compare(addDays(TODAY, -14), addDays(TODAY, -1));
  expect(await alarms()).toEqual([]);
  const supervisor = await bench.bench.desk.signInAs('supervisor');
  const work = await supervisor.get('/my-work');
  expect(work.$('a[href="/reconciliation"]').text()).toBe('1 difference');
  await query('UPDATE reconciliation_differences SET found_at = ? WHERE provider_payment_id = ?', [
    ...[hoursAgo(49), providerId],
  ]);
  expect(await alarms()).toEqual(['differences-unexplained']);
  expect(JSON.stringify(bench.errors)).not.toContain(providerId);
  expect(await warnings()).toContain('The oldest open difference was found on');
}, 120_000);
