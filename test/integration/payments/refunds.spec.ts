import type { FaultKind } from '../../../sandbox/control/faults.js';
import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import type { ProviderPayment } from '../../../src/payments/payment-gateway.js';
import { tryCommandAgain } from '../../../src/payments/payment-commands.store.js';
import { findPaymentById, promiseReturn } from '../../../src/payments/payments.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';
import {
  askRefund,
  commandOf,
  earnedFee,
  givenBack,
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
afterEach(async () => {
  await bench.sandbox.control.clearFaults();
  await bench.sandbox.control.changeSettings({ refundDelayMs: 0, refundListLagMs: 0 });
  expect(await ledgerFaults(bench)).toEqual([]);
});

const EARNED = ['hold_placed', 'captured', 'fee_earned'];
const known = (id: string) => findPaymentById(bench.desk.app.get(Database).reader, id);

async function asked(pence: number) {
  const payment = await earnedFee(bench, officer);
  const commandId = await askRefund(bench, payment, pence);
  if (commandId === null) throw new Error('There was no room for the refund.');
  return { payment, commandId };
}

async function fault(paymentId: string, kind: FaultKind, more: { delayMs?: number } = {}) {
  const target = { service: 'pay', operation: 'refund', paymentId } as const;
  await bench.sandbox.control.addFault({ ...target, fault: kind, ...more });
}

describe('20 part refunds at once (R-CAN-2)', () => {
  it('promise no more than was taken', async () => {
    const { id } = await earnedFee(bench, officer);
    const promised = await Promise.all(
      Array.from({ length: 20 }, () => bench.write((tx) => promiseReturn(tx, id, 500))),
    );
    expect(promised.filter(Boolean)).toHaveLength(11);
    expect((await known(id))?.returnsPromisedPence).toBe(5500);
  });

  it('return no more than was taken, each exactly once', async () => {
    const payment = await earnedFee(bench, officer);
    const commands = await Promise.all(
      Array.from({ length: 20 }, () => askRefund(bench, payment, 500)),
    );
    const going = commands.filter((id) => id !== null);
    expect(going).toHaveLength(11);
    // Twice each: the queue may hand one row out again.
    await Promise.all([...going, ...going].map((id) => work(bench, id, 60)));
    for (const id of going) expect(await commandOf(bench, id)).toMatchObject({ state: 'settled' });
    expect(await givenBack(bench, payment)).toEqual({ pence: 5500, requests: 11 });
    const references = await Promise.all(going.map((id) => commandOf(bench, id)));
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(11);
    expect((await known(payment.id))?.refundedPence).toBe(5500);
  }, 120_000);

  it('are refused by the database itself when something would promise more', async () => {
    const { id } = await earnedFee(bench, officer);
    await expect(
      bench.write((tx) =>
        tx.query('UPDATE payments SET returns_promised_pence = 5501 WHERE id = ?', [id]),
      ),
    ).rejects.toThrow(/ck_payments_returns/);
  });
});

describe('a part refund', () => {
  it('comes out of the fee', async () => {
    const { payment, commandId } = await asked(2000);
    await work(bench, commandId);
    expect(await commandOf(bench, commandId)).toMatchObject({
      ...{ state: 'settled', effect: 'refunded' },
    });
    expect(await journalKinds(bench, payment)).toEqual([...EARNED, 'refund_owed', 'refund_sent']);
  });

  it.each(['drop-before', 'drop-after', 'mid-body', 'status-500'] as const)(
    'is made exactly once when the answer is lost: %s (R-PAY-3)',
    async (kind) => {
      const { payment, commandId } = await asked(2000);
      await fault(payment.providerPaymentId, kind);
      const { problems } = await work(bench, commandId);
      expect(problems.length).toBeGreaterThan(0);
      expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
      expect(await givenBack(bench, payment)).toEqual({ pence: 2000, requests: 1 });
    },
  );

  it('is made exactly once when the answer comes after we stopped waiting', async () => {
    const { payment, commandId } = await asked(2000);
    await fault(payment.providerPaymentId, 'delay-answer', { delayMs: 11_000 });
    await work(bench, commandId);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
    expect(await givenBack(bench, payment)).toMatchObject({ pence: 2000 });
  }, 60_000);

  it('is not sent again a day later, when its answer was lost: it is read first', async () => {
    const { payment, commandId } = await asked(2000);
    await fault(payment.providerPaymentId, 'drop-after');
    await expect(bench.carryOut.run(commandId)).rejects.toThrow();
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'unknown' });
    const before = bench.desk.clock.now();
    bench.desk.clock.advance({ hours: 25 });
    await work(bench, commandId);
    bench.desk.clock.set(before);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
    expect(await givenBack(bench, payment)).toEqual({ pence: 2000, requests: 1 });
  });

  it.each([
    ['of a part', 2000],
    ['of all that is left', 5500],
  ])('%s is not sent while the list of refunds lags behind the payment', async (_, pence) => {
    const { payment, commandId } = await asked(pence);
    await bench.sandbox.control.changeSettings({ refundListLagMs: 1500 });
    await fault(payment.providerPaymentId, 'drop-after');
    const { done, problems } = await work(bench, commandId, 3);
    expect(done).toBe(false);
    expect(problems).toContain('The payment service does not list all of its refunds yet.');
    await bench.sandbox.control.changeSettings({ refundListLagMs: 0 });
    await work(bench, commandId);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
    expect(await givenBack(bench, payment)).toEqual({ pence, requests: 1 });
  });

  it('that nobody here asked for is posted, said on the case and cannot be promised again', async () => {
    const payment = await earnedFee(bench, officer);
    await bench.sandbox.control.letHappen(payment.providerPaymentId, 'refunded', 2000);
    // The next command reads the payment, and sees it.
    const commandId = await askRefund(bench, payment, 1000);
    await work(bench, String(commandId));
    expect(await bench.events(payment.applicationId)).toContain('refund-seen');
    expect((await known(payment.id))?.returnsPromisedPence).toBe(3000);
    expect(await askRefund(bench, payment, 2501)).toBeNull();
    expect(await givenBack(bench, payment)).toMatchObject({ pence: 3000 });
  });
});

describe('a refund that nobody here asked for', () => {
  it('and that fails at the bank takes no promise of ours with it (R-CAN-2)', async () => {
    const { payment } = await asked(2000);
    const seen = async (status: 'submitted' | 'error') => {
      const provider: ProviderPayment = {
        ...{ id: payment.providerPaymentId, state: 'success', amountPence: 5500 },
        ...{ createdAt: payment.createdAt, capturedAt: null, isDelayedCapture: true },
        ...{
          refundablePence: 0,
          cardPageUrl: null,
          isWhole: true,
          capturedOn: null,
          settledOn: null,
        },
        refunds: [{ id: `by-hand-${payment.id}`, amountPence: 5500, status, createdAt: null }],
      };
      const at = bench.desk.clock.now();
      await bench.write((tx) => keepProviderRead(tx, { paymentId: payment.id, provider, at }));
      return (await known(payment.id))?.returnsPromisedPence;
    };
    expect(await seen('submitted')).toBe(5500);
    expect(await seen('error')).toBe(2000);
    expect(await askRefund(bench, payment, 3501)).toBeNull();
  });
});

describe('a refund that the bank refuses after it was submitted (R-PAY-4)', () => {
  it('is sent, then failed, for a person, and owed again; another try returns it', async () => {
    await bench.sandbox.control.changeSettings({ refundDelayMs: 2000 });
    const { payment, commandId } = await asked(2000);
    await fault(payment.providerPaymentId, 'refund-error');
    const before = Date.now();
    const followed = await bench.carryOut.run(commandId);
    expect(followed.done ? 0 : followed.againAt.getTime() - before).toBeGreaterThan(4 * 60_000);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'sent' });
    await bench.sandbox.control.moveClock(10_000);
    expect(await bench.carryOut.run(commandId)).toEqual({ done: true });
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'needs_attention' });
    expect(await bench.events(payment.applicationId)).toContain('payment-needs-attention');
    const failed = [...EARNED, 'refund_owed', 'refund_sent', 'refund_failed'];
    expect(await journalKinds(bench, payment)).toEqual(failed);
    expect((await known(payment.id))?.refundedPence).toBe(0);

    await bench.sandbox.control.changeSettings({ refundDelayMs: 0 });
    await bench.write((tx) => tryCommandAgain(tx, commandId));
    await work(bench, commandId);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
    expect(await journalKinds(bench, payment)).toEqual([...failed, 'refund_sent']);
    expect(await givenBack(bench, payment)).toMatchObject({ pence: 2000 });
    await bench.sandbox.control.moveClock(0);
  });

  it('is not sent again once somebody gave the same amount back at the payment service', async () => {
    const { payment, commandId } = await asked(2000);
    await fault(payment.providerPaymentId, 'refund-error');
    await work(bench, commandId);
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'needs_attention' });
    await bench.sandbox.control.letHappen(payment.providerPaymentId, 'refunded', 2000);
    // The next command reads the payment, and sees it.
    await work(bench, String(await askRefund(bench, payment, 1000)));
    expect(await commandOf(bench, commandId)).toMatchObject({ state: 'settled' });
    expect(await givenBack(bench, payment)).toMatchObject({ pence: 3000 });
    expect((await known(payment.id))?.returnsPromisedPence).toBe(3000);
  });
});
