import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { callPay, type PayAnswer } from './call-pay.js';

const HOUR_MS = 3_600_000;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.stop());

const GOOD = {
  amount: 5500,
  reference: 'PD-7K3M-92',
  description: 'Resident parking permit',
  return_url: 'http://127.0.0.1:3000/paid',
  delayed_capture: true,
  metadata: { application: 'PD-7K3M-92', zone: 12, renewal: false },
};

const pay = (method: string, path: string, body?: unknown): Promise<PayAnswer> =>
  callPay(sandbox.payUrl, method, path, body);

async function refused(answer: Promise<PayAnswer>): Promise<unknown[]> {
  const { status, json } = await answer;
  return [status, json['code']];
}

describe('creating a payment', () => {
  it('answers 201 with the documented shape', async () => {
    const { status, json } = await pay('POST', '/v1/payments', GOOD);
    expect(status).toBe(201);
    expect(json['payment_id']).toMatch(/^[a-z0-9]{26}$/);
    expect(json).toMatchObject({
      amount: 5500,
      reference: 'PD-7K3M-92',
      description: 'Resident parking permit',
      language: 'en',
      state: { status: 'created', finished: false },
      payment_provider: 'sandbox',
      refund_summary: { status: 'pending', amount_available: 5500, amount_submitted: 0 },
      settlement_summary: {},
      delayed_capture: true,
      moto: false,
      return_url: GOOD.return_url,
      metadata: GOOD.metadata,
    });
    const links = json['_links'] as Record<string, unknown>;
    expect(Object.keys(links).sort()).toEqual(
      ['cancel', 'events', 'next_url', 'next_url_post', 'refunds', 'self'].sort(),
    );
    expect(links['next_url_post']).toMatchObject({
      type: 'application/x-www-form-urlencoded',
      method: 'POST',
    });
  });

  it.each([
    ['amount', { ...GOOD, amount: undefined }, 422, 'P0101'],
    ['reference', { ...GOOD, reference: undefined }, 422, 'P0101'],
    ['description', { ...GOOD, description: ' ' }, 422, 'P0101'],
    ['return_url', { ...GOOD, return_url: undefined }, 422, 'P0101'],
    ['amount', { ...GOOD, amount: '5500' }, 422, 'P0102'],
    ['amount', { ...GOOD, amount: 0 }, 422, 'P0102'],
    ['amount', { ...GOOD, amount: 29 }, 422, 'P0102'],
    ['amount', { ...GOOD, amount: 10_000_001 }, 422, 'P0102'],
    ['reference', { ...GOOD, reference: 'x'.repeat(256) }, 422, 'P0102'],
    ['reference', { ...GOOD, reference: 'a<b' }, 400, 'P0102'],
    ['description', { ...GOOD, description: 12 }, 422, 'P0102'],
    ['delayed_capture', { ...GOOD, delayed_capture: 'yes' }, 422, 'P0102'],
    ['language', { ...GOOD, language: 'fr' }, 422, 'P0102'],
    ['email', { ...GOOD, email: 'x'.repeat(255) }, 422, 'P0102'],
    ['return_url', { ...GOOD, return_url: 'javascript:alert(1)' }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: null }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: 'no' }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: { ['k'.repeat(31)]: 1 } }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: { key: 'v'.repeat(101) } }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: { key: null } }, 422, 'P0102'],
    ['metadata', { ...GOOD, metadata: { key: [] } }, 422, 'P0102'],
    [
      'metadata',
      { ...GOOD, metadata: Object.fromEntries([...Array(16).keys()].map((n) => [`k${n}`, n])) },
      422,
      'P0102',
    ],
  ])('refuses a bad %s: %#', async (field, body, status, code) => {
    const { status: told, json } = await pay('POST', '/v1/payments', body);
    expect({ told, code: json['code'], field: json['field'] }).toEqual({
      told: status,
      code,
      field,
    });
    expect(json['description']).toContain(field);
    expect(await sandbox.control.payments()).toEqual([]);
  });

  it('refuses what this account may not do', async () => {
    const attempt = (body: object): Promise<unknown[]> =>
      refused(pay('POST', '/v1/payments', { ...GOOD, ...body }));
    expect(await attempt({ moto: true })).toEqual([422, 'P0196']);
    expect(await attempt({ authorisation_mode: 'moto_api' })).toEqual([422, 'P0195']);
    expect(await attempt({ agreement_id: 'x'.repeat(26) })).toEqual([400, 'P0104']);
    await sandbox.control.changeSettings({ payLiveAccount: true });
    expect(await attempt({})).toEqual([422, 'P0920']);
    expect(
      (await pay('POST', '/v1/payments', { ...GOOD, return_url: 'https://x.example' })).status,
    ).toBe(201);
  });

  it('refuses a body that is not JSON (P0197) and a request without one (P0920)', async () => {
    const url = `${sandbox.payUrl}/v1/payments`;
    expect(await refused(callPay(url, 'POST', '', '{"amount":'))).toEqual([400, 'P0197']);
    expect(await refused(pay('POST', '/v1/payments'))).toEqual([400, 'P0920']);
  });
});

describe('the key', () => {
  it.each(['GET', 'POST'])('is asked for first: %s', async (method) => {
    const response = await fetch(`${sandbox.payUrl}/v1/payments`, {
      method,
      headers: { authorization: 'Bearer api_test_wrong' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  });
});

describe('a payment nobody knows', () => {
  it.each([
    ['GET', '', 'P0200'],
    ['GET', '/events', 'P0300'],
    ['POST', '/cancel', 'P0500'],
    ['POST', '/capture', 'P1000'],
    ['POST', '/refunds', 'P0600'],
    ['GET', '/refunds', 'P0800'],
    ['GET', '/refunds/nothing', 'P0700'],
  ])('%s %s answers 404 %s', async (method, action, code) => {
    const body = action === '/refunds' && method === 'POST' ? { amount: 1 } : undefined;
    const path = `/v1/payments/${'0'.repeat(26)}${action}`;
    expect(await refused(pay(method, path, body))).toEqual([404, code]);
  });
});

describe('a hold', () => {
  const hold = (created_date?: string): Promise<string> =>
    sandbox.control
      .makePayment({ amount: 5500, reference: 'PD-1', ...(created_date && { created_date }) })
      .then((payment) => payment.payment_id);
  const seen = async (id: string): Promise<PayAnswer['json']> =>
    (await pay('GET', `/v1/payments/${id}`)).json;

  it('can be captured and cancelled, and shows both links', async () => {
    const json = await seen(await hold());
    expect(json['state']).toEqual({ status: 'capturable', finished: false });
    expect(json['_links']).toMatchObject({
      capture: { method: 'POST' },
      cancel: { method: 'POST' },
    });
    expect(json['_links']).not.toHaveProperty('next_url');
  });

  it('is captured once; asking again changes nothing; then it cannot be cancelled', async () => {
    const id = await hold();
    expect((await pay('POST', `/v1/payments/${id}/capture`)).status).toBe(204);
    const json = await seen(id);
    expect(json).toMatchObject({
      state: { status: 'success', finished: true },
      refund_summary: { status: 'available', amount_available: 5500, amount_submitted: 0 },
      settlement_summary: { captured_date: expect.any(String) as string },
    });
    expect(json['_links']).not.toHaveProperty('capture');
    expect(json['_links']).not.toHaveProperty('cancel');
    expect((await pay('POST', `/v1/payments/${id}/capture`)).status).toBe(204);
    expect(await seen(id)).toEqual(json);
    expect(await refused(pay('POST', `/v1/payments/${id}/cancel`))).toEqual([400, 'P0501']);
  });

  it('is cancelled once; then it can be neither cancelled, captured nor refunded', async () => {
    const id = await hold();
    expect((await pay('POST', `/v1/payments/${id}/cancel`)).status).toBe(204);
    expect(await seen(id)).toMatchObject({
      state: { status: 'cancelled', finished: true, code: 'P0040' },
      refund_summary: { status: 'unavailable' },
    });
    expect(await refused(pay('POST', `/v1/payments/${id}/cancel`))).toEqual([400, 'P0501']);
    expect(await refused(pay('POST', `/v1/payments/${id}/capture`))).toEqual([409, 'P1003']);
    const refund = pay('POST', `/v1/payments/${id}/refunds`, {
      amount: 5500,
      refund_amount_available: 5500,
    });
    expect(await refused(refund)).toEqual([400, 'P0603']);
  });

  it('lapses 120 hours after it was made, to the millisecond', async () => {
    const id = await hold(new Date(Date.now() - HOUR_MS).toISOString());
    await sandbox.control.moveClock(119 * HOUR_MS - 30_000);
    expect((await seen(id))['state']).toMatchObject({ status: 'capturable' });
    await sandbox.control.moveClock(119 * HOUR_MS);
    const json = await seen(id);
    expect(json['state']).toEqual({
      status: 'failed',
      finished: true,
      code: 'P0020',
      message: 'Payment expired',
    });
    expect(json['refund_summary']).toMatchObject({ status: 'unavailable' });
    expect(await refused(pay('POST', `/v1/payments/${id}/capture`))).toEqual([409, 'P1003']);
    expect(await refused(pay('POST', `/v1/payments/${id}/cancel`))).toEqual([400, 'P0501']);
    const { json: events } = await pay('GET', `/v1/payments/${id}/events`);
    const statuses = (events['events'] as { state: { status: string } }[]).map(
      (event) => event.state.status,
    );
    expect(statuses).toEqual(['created', 'started', 'submitted', 'capturable', 'failed']);
  });

  it('is refunded for some time only after the bank has taken the money', async () => {
    const id = await hold();
    await sandbox.control.changeSettings({ captureDelayMs: HOUR_MS });
    await pay('POST', `/v1/payments/${id}/capture`);
    const refund = { amount: 5500, refund_amount_available: 5500 };
    const attempt = pay('POST', `/v1/payments/${id}/refunds`, refund);
    expect((await attempt).json['description']).toBe(
      'The payment is not available for refund. Payment refund status: pending',
    );
    await sandbox.control.moveClock(HOUR_MS);
    expect((await pay('POST', `/v1/payments/${id}/refunds`, refund)).status).toBe(202);
  });

  it('is not completed when the resident takes longer than 90 minutes', async () => {
    const { json } = await pay('POST', '/v1/payments', GOOD);
    await sandbox.control.moveClock(90 * 60_000);
    expect((await seen(String(json['payment_id'])))['state']).toMatchObject({ code: 'P0020' });
  });
});

describe('too many requests', () => {
  it('are refused from the sixteenth POST of a kind in a second, when switched on', async () => {
    await sandbox.control.changeSettings({ payRateLimit: true });
    const answers = await Promise.all(
      [...Array(20).keys()].map(() => pay('POST', '/v1/payments', GOOD)),
    );
    const refusals = answers.filter((answer) => answer.status === 429);
    expect(refusals).toHaveLength(5);
    expect(refusals[0]?.json['code']).toBe('P0900');
    const [held] = await sandbox.control.payments();
    const capture = `/v1/payments/${held?.payment_id ?? ''}/capture`;
    expect((await pay('POST', capture)).status).toBe(409);
  });
});
