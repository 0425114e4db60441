import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { callPay, type PayAnswer } from './call-pay.js';

let sandbox: Sandbox;
let id: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(async () => {
  await sandbox.control.reset();
  await sandbox.control.changeSettings({ refundDelayMs: 60_000 });
  const made = await sandbox.control.makePayment({
    state: 'captured',
    amount: 5500,
    reference: 'PD-1',
  });
  id = made.payment_id;
});
afterAll(() => sandbox.stop());

const refund = (body: object | string): Promise<PayAnswer> =>
  callPay(sandbox.payUrl, 'POST', `/v1/payments/${id}/refunds`, body);
const summary = async (): Promise<unknown> =>
  (await callPay(sandbox.payUrl, 'GET', `/v1/payments/${id}`)).json['refund_summary'];

describe('a refund', () => {
  it('is submitted, then paid back; the payment is then fully refunded', async () => {
    const { status, json } = await refund({ amount: 5500, refund_amount_available: 5500 });
    expect(status).toBe(202);
    expect(json).toMatchObject({ amount: 5500, status: 'submitted', settlement_summary: {} });
    const one = `/v1/payments/${id}/refunds/${String(json['refund_id'])}`;
    expect((await callPay(sandbox.payUrl, 'GET', one)).json['status']).toBe('submitted');
    await sandbox.control.moveClock(60_000);
    expect((await callPay(sandbox.payUrl, 'GET', one)).json['status']).toBe('success');
    const { json: list } = await callPay(sandbox.payUrl, 'GET', `/v1/payments/${id}/refunds`);
    expect(list).toMatchObject({
      payment_id: id,
      _embedded: { refunds: [{ status: 'success', amount: 5500 }] },
    });
    expect(await summary()).toEqual({
      status: 'full',
      amount_available: 0,
      amount_submitted: 5500,
    });
    const again = await refund({ amount: 5500, refund_amount_available: 0 });
    expect([again.status, again.json['code']]).toEqual([400, 'P0603']);
  });

  it('may be a part; the wrong amount available is 412 and P0604 and gives nothing', async () => {
    expect((await refund({ amount: 2000, refund_amount_available: 5500 })).status).toBe(202);
    const stale = await refund({ amount: 3500, refund_amount_available: 5500 });
    expect([stale.status, stale.json['code']]).toEqual([412, 'P0604']);
    expect(await summary()).toMatchObject({ amount_available: 3500, amount_submitted: 2000 });
    const tooMuch = await refund({ amount: 3501, refund_amount_available: 3500 });
    expect([tooMuch.status, tooMuch.json['code']]).toEqual([400, 'P0603']);
  });

  it('that the bank refuses ends in error and the money is available again', async () => {
    await sandbox.control.addFault({ service: 'pay', operation: 'refund', fault: 'refund-error' });
    const { json } = await refund({ amount: 5500, refund_amount_available: 5500 });
    expect(json['status']).toBe('submitted');
    expect(await summary()).toMatchObject({ amount_available: 0 });
    await sandbox.control.moveClock(60_000);
    const one = `/v1/payments/${id}/refunds/${String(json['refund_id'])}`;
    expect((await callPay(sandbox.payUrl, 'GET', one)).json['status']).toBe('error');
    expect(await summary()).toMatchObject({ status: 'available', amount_available: 5500 });
  });

  it.each([
    [{}, 422, 'P0601'],
    [{ amount: 'x' }, 422, 'P0602'],
    [{ amount: 0 }, 422, 'P0602'],
    [{ amount: 10_000_001 }, 422, 'P0602'],
    ['{', 400, 'P0697'],
    ['', 400, 'P0920'],
  ])('is refused when the body is %j', async (body, status, code) => {
    const answer = await refund(body);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect(await summary()).toMatchObject({ amount_submitted: 0 });
  });

  it('is unknown under another id', async () => {
    const path = `/v1/payments/${id}/refunds/none`;
    expect((await callPay(sandbox.payUrl, 'GET', path)).json['code']).toBe('P0700');
  });
});
