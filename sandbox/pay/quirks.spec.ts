import { type FaultKind } from '../control/faults.js';
import { isJsonObject, type JsonObject } from '../server/exchange.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { callPay, type PayAnswer } from './call-pay.js';

let sandbox: Sandbox;
let id: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(async () => {
  await sandbox.control.reset();
  await sandbox.control.changeSettings({ refundDelayMs: 0 });
  const made = await sandbox.control.makePayment({ amount: 5500, reference: 'PD-1' });
  id = made.payment_id;
});
afterAll(() => sandbox.stop());

const pay = (method: string, path: string, body?: object): Promise<PayAnswer> =>
  callPay(sandbox.payUrl, method, path, body);
const of = (action = ''): string => `/v1/payments/${id}${action}`;
const capture = (): Promise<PayAnswer> => pay('POST', of('/capture'));
const refund = (amount: number, available: number): Promise<PayAnswer> =>
  pay('POST', of('/refunds'), { amount, refund_amount_available: available });
const listed = async (): Promise<JsonObject[]> => {
  const { json } = await pay('GET', of('/refunds'));
  const embedded = json['_embedded'] as { refunds: unknown[] };
  return embedded.refunds.filter(isJsonObject);
};
const spoil = (operation: string, fault: FaultKind, amountPence?: number): Promise<void> =>
  sandbox.control.addFault({
    ...{ service: 'pay', operation, paymentId: id, fault },
    ...(amountPence !== undefined && { amountPence }),
  });

describe('what is eventually consistent at Pay', () => {
  it('is the list of refunds, while the payment and the refund itself tell at once', async () => {
    await capture();
    await sandbox.control.changeSettings({ refundListLagMs: 60_000 });
    const made = await refund(1000, 5500);
    const read = await pay('GET', of());
    expect(read.json['refund_summary']).toMatchObject({ amount_submitted: 1000 });
    const one = await pay('GET', of(`/refunds/${String(made.json['refund_id'])}`));
    expect(one.json['status']).toBe('success');
    expect(await listed()).toEqual([]);
    await sandbox.control.moveClock(61_000);
    expect(await listed()).toMatchObject([{ amount: 1000, status: 'success' }]);
  });

  it('is the search: it shows neither a young payment nor what just happened to an old one', async () => {
    const search = async (): Promise<unknown> => (await pay('GET', '/v1/payments')).json['results'];
    await sandbox.control.changeSettings({ searchLagMs: 60_000 });
    expect(await search()).toEqual([]);
    await sandbox.control.moveClock(61_000);
    await capture();
    expect(await search()).toMatchObject([{ state: { status: 'capturable' } }]);
    await sandbox.control.moveClock(122_000);
    expect(await search()).toMatchObject([{ state: { status: 'success' } }]);
  });
});

describe('the search for refunds', () => {
  it('finds by day of creation, newest first, in pages', async () => {
    await capture();
    await refund(100, 5500);
    await sandbox.control.moveClock(60_000);
    await refund(200, 5400);
    const found = await pay('GET', '/v1/refunds?display_size=1');
    expect(found.json).toMatchObject({ total: 2, count: 1, page: 1 });
    expect(found.json['results']).toMatchObject([
      { amount: 200, payment_id: id, status: 'success' },
    ]);
    expect(found.json['_links']).toMatchObject({
      next_page: { href: `${sandbox.payUrl}/v1/refunds?display_size=1&page=2` },
    });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const none = await pay('GET', `/v1/refunds?from_date=${tomorrow}`);
    expect(none.json).toMatchObject({ total: 0 });
    const all = await pay('GET', `/v1/refunds?to_date=${tomorrow}`);
    expect(all.json).toMatchObject({ total: 2 });
  });

  it.each([
    ['from_date=yesterday', 422, 'P1101'],
    ['from_settled_date=1', 422, 'P1101'],
    ['display_size=501', 422, 'P1101'],
    ['page=2', 404, 'P1100'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await pay('GET', `/v1/refunds?${query}`);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });
});

describe('what the provider says of the bank account', () => {
  it('is nothing, unless the payment was made to say so', async () => {
    await capture();
    const { json } = await pay('GET', of());
    expect(json).not.toHaveProperty('fee');
    expect(json['settlement_summary']).not.toHaveProperty('settled_date');
  });

  it('is a fee once captured and a day of settlement once settled', async () => {
    const made = await sandbox.control.makePayment({
      ...{ amount: 5500, reference: 'PD-2', fee: 93, settle_after_ms: 172_800_000 },
    });
    id = made.payment_id;
    expect((await pay('GET', of())).json).not.toHaveProperty('fee');
    await capture();
    expect((await pay('GET', of())).json).toMatchObject({ fee: 93, net_amount: 5407 });
    await sandbox.control.moveClock(172_801_000);
    const { json } = await pay('GET', of());
    const settled = new Date(Date.now() + 172_800_000).toISOString().slice(0, 10);
    expect(json['settlement_summary']).toMatchObject({ settled_date: settled });
    const search = await pay('GET', `/v1/payments?from_settled_date=${settled}`);
    expect(search.json).toMatchObject({ total: 1 });
  });
});

describe('what happens between reading and acting', () => {
  it('a hold captured by other hands is not cancelled', async () => {
    await spoil('cancel', 'meanwhile-captured');
    expect((await pay('POST', of('/cancel'))).json['code']).toBe('P0501');
    expect((await pay('GET', of())).json['state']).toMatchObject({ status: 'success' });
  });

  it('a refund by other hands makes ours P0604', async () => {
    await capture();
    await spoil('refund', 'meanwhile-refunded', 700);
    const answer = await refund(1000, 5500);
    expect([answer.status, answer.json['code']]).toEqual([412, 'P0604']);
    expect(await listed()).toMatchObject([{ amount: 700, status: 'success' }]);
  });

  it('a hold that lapses is not captured', async () => {
    await spoil('capture', 'meanwhile-expired');
    expect((await capture()).json['code']).toBe('P1003');
  });

  it('can also be told at any time', async () => {
    expect(await sandbox.control.letHappen(id, 'cancelled')).toBe(true);
    expect(await sandbox.control.letHappen(id, 'captured')).toBe(false);
  });
});

describe('an answer that breaks off in the middle', () => {
  it('was carried out, and cannot be read', async () => {
    await capture();
    await spoil('refund', 'mid-body');
    await expect(refund(5500, 5500)).rejects.toThrow();
    expect(await listed()).toHaveLength(1);
    const [last] = await sandbox.control.log({ operation: 'refund' });
    expect(last).toMatchObject({ status: null, acted: true, fault: 'mid-body' });
  });
});

describe('misbehaviour by seed', () => {
  async function metBy(quirkSeed: number): Promise<unknown[]> {
    await sandbox.control.reset();
    await sandbox.control.changeSettings({ quirkSeed, quirkPercent: 40 });
    id = 'a'.repeat(26);
    await sandbox.control.makePayment({ amount: 5500, reference: 'PD-1', payment_id: id });
    for (let turn = 0; turn < 30; turn += 1) await pay('GET', of()).catch(() => null);
    await sandbox.control.changeSettings({ quirkSeed: 0 });
    return (await sandbox.control.log({ operation: 'read' })).map(({ fault }) => fault);
  }

  it('is the same for the same seed, another for another, and none for 0', async () => {
    const met = await metBy(1);
    expect(met.filter(Boolean).length).toBeGreaterThan(3);
    expect(await metBy(1)).toEqual(met);
    expect(await metBy(2)).not.toEqual(met);
    expect((await metBy(0)).filter(Boolean)).toEqual([]);
  });
});
