import { MindMoney } from '../../../src/payments/mind-money.task.js';
import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import { findPaymentById, type Payment } from '../../../src/payments/payments.store.js';
import type { ProviderPayment } from '../../../src/payments/payment-gateway.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import {
  checkRejection,
  type DecidingBench,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';
import {
  accounts,
  commandOf,
  earnedFee,
  journalKinds,
  ledgerFaults,
  type Officer,
  work,
} from './refunds-bench.js';

let bench: DecidingBench;
let officer: Officer;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const sql = (text: string, values: unknown[] = []) =>
  bench.desk.database.dataSource.query<Record<string, unknown>[]>(text, values);

async function rejected(money: 'held' | 'captured') {
  const { application } = await bench.addCase({ officerId: officer.staff.id, money });
  await send(officer, await checkRejection(officer, application.reference));
  const [command] = await bench.rows('payment_commands', application.id);
  await work(bench, String(command?.['id']));
  const payment = await findPaymentById(
    bench.desk.app.get(Database).reader,
    String(command?.['payment_id']),
  );
  if (!payment) throw new Error('The payment is gone.');
  return { payment, commandId: String(command?.['id']) };
}

describe('the ledger of cases', () => {
  it('has nothing left of a hold that a rejection cancelled', async () => {
    const before = await accounts(bench);
    const { payment } = await rejected('held');
    expect(await journalKinds(bench, payment)).toEqual(['hold_placed', 'hold_voided']);
    expect(await accounts(bench)).toEqual(before);
  });

  it('has nothing left of money that was taken and refunded', async () => {
    const before = await accounts(bench);
    const { payment } = await rejected('captured');
    expect(await journalKinds(bench, payment)).toEqual([
      ...['hold_placed', 'captured', 'refund_owed', 'refund_sent'],
    ]);
    expect(await accounts(bench)).toEqual(before);
  });

  it('has the fee of an approval as income', async () => {
    const before = await accounts(bench);
    await earnedFee(bench, officer);
    expect(await accounts(bench)).toEqual({
      ...before,
      provider_clearing: before.provider_clearing + 5500,
      income: before.income - 5500,
    });
  });

  it('verifies, and after it is upgraded from before there was one it is the same again', async () => {
    await rejected('captured');
    await earnedFee(bench, officer);
    const held = await bench.addCase({ officerId: officer.staff.id });
    const before = await accounts(bench);
    expect(await ledgerFaults(bench)).toEqual([]);
    await sql('DELETE FROM ledger_entries');
    await sql('UPDATE ledger_journals SET reverses_id = NULL');
    await sql('DELETE FROM ledger_journals');
    expect(await ledgerFaults(bench)).not.toEqual([]);
    const { app } = bench.desk;
    const task = new MindMoney(
      ...([app.get(UnitOfWork), app.get(Database), app.get(Outbox), app.get(Clock)] as const),
    );
    await task.run();
    expect(await accounts(bench)).toEqual(before);
    expect(await ledgerFaults(bench)).toEqual([]);
    expect(held.application.status).toBe('in_review');
    const [count] = await sql('SELECT COUNT(*) AS journals FROM ledger_journals');
    await task.run();
    expect(await sql('SELECT COUNT(*) AS journals FROM ledger_journals')).toEqual([count]);
  });

  it('gives a command that lost its job another one, once', async () => {
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    await send(officer, await checkRejection(officer, application.reference));
    const [command] = await bench.rows('payment_commands', application.id);
    const id = String(command?.['id']);
    await sql(`UPDATE outbox_jobs SET state = 'dead' WHERE subject_id = ?`, [id]);
    const { app } = bench.desk;
    const task = new MindMoney(
      ...([app.get(UnitOfWork), app.get(Database), app.get(Outbox), app.get(Clock)] as const),
    );
    await task.run();
    await task.run();
    const jobs = await sql(`SELECT job, state FROM outbox_jobs WHERE subject_id = ?`, [id]);
    expect(jobs.filter(({ state }) => state === 'waiting')).toEqual([
      { job: 'release-payment', state: 'waiting' },
    ]);
    await work(bench, id);
    expect(await commandOf(bench, id)).toMatchObject({ state: 'settled' });
  });

  it.each([
    ['captured_differs', 'UPDATE payments SET captured_pence = 5499 WHERE id = ?'],
    ['refunded_differs', 'UPDATE payments SET refunded_pence = 1 WHERE id = ?'],
    ['hold_differs', `UPDATE payments SET state = 'capturable' WHERE id = ?`],
  ] as const)('is found not to verify: %s', async (fault, change) => {
    const payment = await earnedFee(bench, officer);
    await sql(change, [payment.id]);
    expect(await ledgerFaults(bench)).toContainEqual({ fault, about: payment.id });
    await sql(
      `UPDATE payments SET captured_pence = 5500, refunded_pence = 0, state = 'success' WHERE id = ?`,
      [payment.id],
    );
    expect(await ledgerFaults(bench)).toEqual([]);
  });

  it('is found not to verify when an entry was altered or lost', async () => {
    const { payment } = await rejected('held');
    const entry = `journal_id = (SELECT id FROM ledger_journals WHERE effect_key = ?)`;
    const key = [`void:${payment.id}`];
    await sql(`UPDATE ledger_entries SET amount_pence = 5400 WHERE ${entry}`, key);
    const found = (await ledgerFaults(bench)).map(({ fault }) => fault).sort();
    expect(found).toEqual(['hold_differs', 'kept_for_closed_case', 'reversal_differs']);
    await sql(`DELETE FROM ledger_entries WHERE ${entry}`, key);
    expect((await ledgerFaults(bench)).map(({ fault }) => fault)).toContain(
      'journal_moves_nothing',
    );
    await sql(
      `INSERT INTO ledger_entries (journal_id, line, debit_account, credit_account, amount_pence)
       SELECT id, 1, 'customer', 'held', 5500 FROM ledger_journals WHERE effect_key = ?`,
      key,
    );
    expect(await ledgerFaults(bench)).toEqual([]);
  });
});

describe('readings that are kept in another order than they were made', () => {
  const READ: Omit<ProviderPayment, 'id'> = {
    ...{ state: 'created', amountPence: 5500, isDelayedCapture: true, refundablePence: 0 },
    ...{ createdAt: new Date('2026-11-18T09:00:00Z'), capturedAt: null, refunds: [] },
    ...{ isWhole: true, capturedOn: null, settledOn: null, cardPageUrl: null },
  };
  const REFUNDED = { id: 'rf-', amountPence: 2000, createdAt: null } as const;
  const READINGS: readonly Partial<ProviderPayment>[] = [
    { state: 'submitted' },
    { state: 'capturable' },
    { state: 'success', refundablePence: 5500 },
    { state: 'success', refunds: [{ ...REFUNDED, status: 'submitted' }] },
    { state: 'success', refunds: [{ ...REFUNDED, status: 'error' }] },
  ];

  it('end the same in all 120 orders', async () => {
    const ends = new Set<string>();
    for (const order of permutations([0, 1, 2, 3, 4])) {
      const payment = await newPayment();
      for (const index of order) {
        const reading = READINGS[index] ?? {};
        const refunds = (reading.refunds ?? []).map((refund) => ({
          ...refund,
          id: `rf-${payment.id}`,
        }));
        const provider = { ...READ, ...reading, refunds, id: payment.providerPaymentId };
        const at = new Date(Date.UTC(2026, 10, 20, 10 + index));
        await bench.write((tx) => keepProviderRead(tx, { paymentId: payment.id, provider, at }));
      }
      ends.add(await endOf(payment));
    }
    expect(ends.size).toBe(1);
    expect(await ledgerFaults(bench)).toEqual([]);
  }, 240_000);

  async function newPayment(): Promise<Payment> {
    const { application } = await bench.addCase({ officerId: officer.staff.id, pence: 0 });
    await sql(
      `INSERT INTO payments (id, application_id, provider_payment_id, amount_pence, state,
                             refunded_pence, created_at)
       VALUES (UUID(), ?, ?, 5500, 'created', 0, UTC_TIMESTAMP(3))`,
      [application.id, `order-${application.reference}`],
    );
    const [row] = await bench.rows('payments', application.id);
    const { reader } = bench.desk.app.get(Database);
    const payment = await findPaymentById(reader, String(row?.['id']));
    if (!payment) throw new Error('The payment was not written.');
    return payment;
  }

  async function endOf({ id, applicationId }: Payment): Promise<string> {
    const [kept] = await sql(
      `SELECT state, captured_pence, refunded_pence, returns_promised_pence, state_read_at
         FROM payments WHERE id = ?`,
      [id],
    );
    const journals = await sql(
      `SELECT kind, debit_account, credit_account, amount_pence FROM ledger_journals j
         JOIN ledger_entries e ON e.journal_id = j.id WHERE payment_id = ?
        ORDER BY kind, debit_account, credit_account`,
      [id],
    );
    return JSON.stringify([kept, journals, (await bench.events(applicationId)).length]);
  }
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
