import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { instantsOf, type Period } from '../../src/payment-comparisons/period.rules.js';
import { LISTED_A_PAGE } from '../../src/payments/payment-gateway.js';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { addDays, londonDateOf } from '../../src/shared/london-date.js';
import type { BenchOfficer } from './bench-officers.js';
import { type Figure, figure } from './figures.js';
import { keptMb, residentMb } from './memory.js';
import { addPaymentsOnBothSides, firstDay } from './payments-on-both-sides.js';

interface Wishes {
  source: DataSource;
  officer: BenchOfficer;
  workerPid: number;
  sandboxUrl: string;
  payments: number;
}

/** What a comparison may leave in the memory of the worker, however many payments there are. */
const MEMORY_AIM_MB = 64;
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 30 * 60_000;

/**
 * A comparison of a period asked for on the page and carried out by the worker, to a bare loop of the
 * same pages of the list and the same rows of ours. Finds the seven differences that are there, or fails.
 */
export async function paymentsReconciled(wishes: Wishes): Promise<Figure[]> {
  const { source, payments, workerPid } = wishes;
  const on = addDays(londonDateOf(new Date()), -3);
  const period = { fromOn: firstDay(on), toOn: on };
  await clearDays(source, period);
  const expected = await addPaymentsOnBothSides({ ...wishes, count: payments, on });
  const before = await keptMb(workerPid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentMb(workerPid))), 100);
  const began = performance.now();
  const runId = await ask(wishes, period);
  await ended(source, runId);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  await holdAgainst(source, runId, expected);
  const kept = await keptMb(workerPid);
  const floor = await floorSeconds(source, period);
  const speed = { floor: payments / floor };
  return [
    figure(`reconciliation of ${payments} payments`, 's', seconds, { floor }),
    figure('reconciliation: payments compared', 'payments/s', payments / seconds, speed),
    figure('reconciliation: memory it adds to the worker', 'MB', most - before),
    figure('reconciliation: memory the worker keeps of it', 'MB', kept - before, {
      aim: MEMORY_AIM_MB,
    }),
  ];
}

/** Payments of the invented cases are not known to the sandbox: they go to other days. */
async function clearDays(source: DataSource, period: Period): Promise<void> {
  const { from, to } = instantsOf(period);
  await source.query(
    `UPDATE payments SET created_at = created_at - INTERVAL 60 DAY
      WHERE created_at >= ? AND created_at < ?`,
    [from, to],
  );
}

/** Through the form, as a supervisor does. */
async function ask({ source, officer }: Wishes, { fromOn, toOn }: Period): Promise<string> {
  await source.query("UPDATE staff_accounts SET role = 'supervisor' WHERE id = ?", [officer.id]);
  await officer.visitor.get('/reconciliation');
  const formId = randomUUID();
  const day = (name: string, on: string) => {
    const [year = '', month = '', date = ''] = on.split('-');
    return { [`${name}[day]`]: date, [`${name}[month]`]: month, [`${name}[year]`]: year };
  };
  const fields = { ...day('from', fromOn), ...day('to', toOn), formId };
  const answer = await officer.visitor.post('/reconciliation', fields);
  await source.query("UPDATE staff_accounts SET role = 'officer' WHERE id = ?", [officer.id]);
  if (answer.status !== 303) throw new Error(`Asking to compare answered ${answer.status}.`);
  return formId;
}

async function ended(source: DataSource, runId: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const [run]: { step: string; problem: string | null }[] = await source.query(
      'SELECT step, problem FROM reconciliation_runs WHERE id = ?',
      [runId],
    );
    if (run?.step === 'done') return;
    if (run?.step === 'failed') throw new Error(`The comparison stopped: ${run.problem}`);
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('The comparison did not end.');
}

/** A comparison that is quick and wrong is no comparison. */
async function holdAgainst(
  source: DataSource,
  runId: string,
  expected: readonly string[],
): Promise<void> {
  const rows: { found: string }[] = await source.query(
    `SELECT CONCAT(d.kind, ' ', d.provider_payment_id) AS found
       FROM reconciliation_findings f JOIN reconciliation_differences d ON d.id = f.difference_id
      WHERE f.run_id = ?`,
    [runId],
  );
  const found = rows.map((row) => row.found).sort();
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new Error(`Found ${found.join(', ')} instead of ${expected.join(', ')}.`);
}

/** Every page of the list and every row of ours with its ledger, read and thrown away. */
async function floorSeconds(source: DataSource, period: Period): Promise<number> {
  const began = performance.now();
  await readPages(period);
  const { from, to } = instantsOf(period);
  await source.query(
    `SELECT p.id, p.provider_payment_id, p.state, p.amount_pence, p.refunded_pence,
            SUM(CASE WHEN e.debit_account = 'provider_clearing' THEN e.amount_pence
                     WHEN e.credit_account = 'provider_clearing' THEN -e.amount_pence END) AS pence
       FROM payments p
       LEFT JOIN ledger_journals j ON j.payment_id = p.id
       LEFT JOIN ledger_entries e ON e.journal_id = j.id
      WHERE p.created_at >= ? AND p.created_at < ? GROUP BY p.id`,
    [from, to],
  );
  return (performance.now() - began) / 1000;
}

async function readPages(period: Period): Promise<void> {
  const { PAY_URL, PAY_API_KEY } = readSettings(process.env);
  const { from, to } = instantsOf(period);
  const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
  const headers = { authorization: `Bearer ${PAY_API_KEY}`, accept: 'application/json' };
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = new URLSearchParams({
      ...{ from_date: seconds(from), to_date: seconds(to) },
      ...{ page: String(page), display_size: String(LISTED_A_PAGE) },
    });
    const answer = await fetch(`${PAY_URL}/v1/payments?${query.toString()}`, { headers });
    const { total } = (await answer.json()) as { total: number };
    pages = Math.ceil(total / LISTED_A_PAGE);
  }
}
