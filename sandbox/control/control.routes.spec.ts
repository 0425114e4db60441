import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callPay, type PayAnswer } from '../pay/call-pay.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { type FaultKind } from './faults.js';

const HOUR_MS = 3_600_000;
let sandbox: Sandbox;
let id: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(async () => {
  await sandbox.control.reset();
  id = (await sandbox.control.makePayment({ amount: 5500, reference: 'PD-1' })).payment_id;
});
afterAll(() => sandbox.stop());

const cancel = (): Promise<PayAnswer> =>
  callPay(sandbox.payUrl, 'POST', `/v1/payments/${id}/cancel`);
const status = async (): Promise<string> =>
  (await sandbox.control.payments())[0]?.state.status ?? 'none';
const spoilCancel = (fault: FaultKind, delayMs?: number): Promise<void> =>
  sandbox.control.addFault({
    service: 'pay',
    operation: 'cancel',
    paymentId: id,
    fault,
    ...(delayMs && { delayMs }),
  });
const cancels = async (): Promise<unknown[]> =>
  (await sandbox.control.log({ operation: 'cancel', paymentId: id })).map((request) => [
    request.status,
    request.acted,
    request.fault,
  ]);

describe('misbehaviour', () => {
  it('drop-after acts and cuts the line; the log counts one act', async () => {
    await spoilCancel('drop-after');
    await expect(cancel()).rejects.toThrow();
    expect(await status()).toBe('cancelled');
    expect((await cancel()).json['code']).toBe('P0501');
    expect(await cancels()).toEqual([
      [null, true, 'drop-after'],
      [400, false, undefined],
    ]);
  });

  it('drop-before cuts the line and does nothing', async () => {
    await spoilCancel('drop-before');
    await expect(cancel()).rejects.toThrow();
    expect(await status()).toBe('capturable');
    expect((await cancel()).status).toBe(204);
    expect(await cancels()).toEqual([
      [null, false, 'drop-before'],
      [204, true, undefined],
    ]);
  });

  it.each<[FaultKind, number, string]>([
    ['status-409', 409, 'P0502'],
    ['status-429', 429, 'P0900'],
    ['status-500', 500, 'P0598'],
    ['status-503', 503, 'P0999'],
  ])('%s answers so and does nothing', async (fault, told, code) => {
    await spoilCancel(fault);
    const answer = await cancel();
    expect([answer.status, answer.json['code']]).toEqual([told, code]);
    expect(await status()).toBe('capturable');
    expect((await cancel()).status).toBe(204);
  });

  it('delay waits before it acts, delay-answer acts before it waits', async () => {
    await spoilCancel('delay', 300);
    const late = cancel();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await status()).toBe('capturable');
    expect((await late).status).toBe(204);

    id = (await sandbox.control.makePayment({ amount: 100, reference: 'PD-2' })).payment_id;
    await spoilCancel('delay-answer', 300);
    const started = Date.now();
    const slow = cancel();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [second] = await sandbox.control.payments({ reference: 'PD-2' });
    expect(second?.state.status).toBe('cancelled');
    await slow;
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
  });

  it('meets only the payment, the operation and as many times as told', async () => {
    const other = await sandbox.control.makePayment({ amount: 100, reference: 'PD-2' });
    await sandbox.control.addFault({
      service: 'pay',
      operation: '*',
      paymentId: other.payment_id,
      fault: 'status-500',
      times: 2,
    });
    expect((await cancel()).status).toBe(204);
    const read = (): Promise<PayAnswer> =>
      callPay(sandbox.payUrl, 'GET', `/v1/payments/${other.payment_id}`);
    expect((await read()).status).toBe(500);
    expect((await read()).status).toBe(500);
    expect((await read()).status).toBe(200);
  });
});

describe('payments made to order', () => {
  it.each([
    ['created', 'created', undefined],
    ['started', 'started', undefined],
    ['held', 'capturable', undefined],
    ['captured', 'success', undefined],
    ['refunded', 'success', undefined],
    ['failed', 'failed', 'P0010'],
    ['cancelled', 'cancelled', 'P0040'],
    ['error', 'error', 'P0050'],
  ] as const)('%s is %s %s', async (state, told, code) => {
    const made = await sandbox.control.makePayment({ state, amount: 5500, reference: 'PD-9' });
    expect([made.state.status, made.state.code]).toEqual([told, code]);
    expect(made.refund_summary.status === 'full').toBe(state === 'refunded');
  });

  it('keep the id and the date they are given, and lapse by them', async () => {
    const made = await sandbox.control.makePayment({
      amount: 5500,
      reference: 'PD-8',
      payment_id: 'demo0000000000000000000001',
      created_date: new Date(Date.now() - 121 * HOUR_MS).toISOString(),
    });
    expect(made.payment_id).toBe('demo0000000000000000000001');
    expect(made.state).toMatchObject({ status: 'failed', code: 'P0020' });
  });
});

describe('the control itself', () => {
  const post = (path: string, body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${sandbox.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

  it.each([
    ['faults', '{"service":"bank","fault":"delay"}'],
    ['faults', '{"service":"pay","fault":"explode"}'],
    ['faults', '{"service":"pay","fault":"delay","times":0}'],
    ['clock', '{"offsetMs":"soon"}'],
    ['settings', '{"colour":"red"}'],
    ['settings', '{"payRateLimit":"yes"}'],
    ['payments', '{"reference":"PD-1"}'],
    ['payments', '{"amount":1,"reference":"PD-1","state":"lost"}'],
    ['payments', '{"amount":1,"reference":"PD-1","created_date":"Tuesday"}'],
    ['payments', '{"amount":1,"reference":"PD-1","payment_id":"../../etc/passwd"}'],
    ['payments', 'nonsense'],
  ])('refuses %s %s with 400 and says why', async (path, body) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.any(String) as string });
  });

  it('refuses a POST that a foreign page could send', async () => {
    expect((await post('reset', '{}', 'text/plain')).status).toBe(415);
    expect(await status()).toBe('capturable');
  });

  it('refuses a foreign name for this machine', async () => {
    const told = await new Promise((resolve, reject) => {
      const headers = { host: 'permits.evil.example' };
      get(`${sandbox.url}/control/log`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(told).toBe(421);
  });

  it('answers 404 and 405 elsewhere', async () => {
    expect((await fetch(`${sandbox.url}/nothing`)).status).toBe(404);
    expect((await fetch(`${sandbox.payUrl}/v1/payments/x/cancel`)).status).toBe(405);
  });
});

describe('a restart', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps payments and the clock, in whole files only', async () => {
    const first = await startSandbox({ port: 0, dataDir: folder });
    const made = await first.control.makePayment({ amount: 5500, reference: 'PD-1' });
    await callPay(first.payUrl, 'POST', `/v1/payments/${made.payment_id}/capture`);
    await first.control.moveClock(HOUR_MS);
    await first.stop();

    const second = await startSandbox({ port: 0, dataDir: folder });
    const [kept] = await second.control.payments();
    expect(kept).toMatchObject({ payment_id: made.payment_id, state: { status: 'success' } });
    const clock = (await (await fetch(`${second.url}/control/clock`)).json()) as object;
    expect(clock).toMatchObject({ offsetMs: HOUR_MS });
    expect(await readdir(join(folder, 'payments'))).toEqual([`${made.payment_id}.json`]);

    await second.control.reset();
    await second.stop();
    const third = await startSandbox({ port: 0, dataDir: folder });
    expect(await third.control.payments()).toEqual([]);
    await third.stop();
  });
});
