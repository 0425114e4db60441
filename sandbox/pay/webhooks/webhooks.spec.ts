import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SANDBOX_PAY_WEBHOOK_SECRET } from '../../pay-settings.js';
import { isJsonObject, type JsonObject } from '../../server/exchange.js';
import { type Sandbox, startSandbox } from '../../start-sandbox.js';
import { callPay } from '../call-pay.js';

interface Received {
  body: string;
  signature: string;
  type: string | undefined;
}

const HOUR_MS = 3_600_000;
let sandbox: Sandbox;
let receiver: Server;
let webhookUrl: string;
let received: Received[] = [];
let answer = 200;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { 'pay-signature': signature, 'content-type': type } = request.headers;
      received.push({ body, signature: String(signature), type });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/pay`;
});
beforeEach(async () => {
  received = [];
  answer = 200;
  await sandbox.control.reset();
  await sandbox.control.changeSettings({ webhookUrl, refundDelayMs: 0 });
});
afterAll(async () => {
  await sandbox.stop();
  receiver.close();
  receiver.closeAllConnections();
});

const bodies = (): JsonObject[] =>
  received.map(({ body }) => JSON.parse(body) as unknown).filter(isJsonObject);
const types = (): unknown[] => bodies().map((body) => body['event_type']);
const hmac = (body: string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Received so far: ${JSON.stringify(types())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function capturedPayment(): Promise<string> {
  const { payment_id } = await sandbox.control.makePayment({ amount: 5500, reference: 'PD-1' });
  await callPay(sandbox.payUrl, 'POST', `/v1/payments/${payment_id}/capture`);
  return payment_id;
}

const refund = (id: string): Promise<unknown> =>
  callPay(sandbox.payUrl, 'POST', `/v1/payments/${id}/refunds`, { amount: 100 });

describe('webhook messages', () => {
  it('tell what happened, signed over the very bytes, as Pay does', async () => {
    const id = await capturedPayment();
    await refund(id);
    await until(() => received.length === 3);
    expect(types().sort()).toEqual([
      'card_payment_captured',
      'card_payment_refunded',
      'card_payment_succeeded',
    ]);
    for (const { body, signature, type } of received) {
      expect(type).toBe('application/json');
      expect(signature).toBe(hmac(body, SANDBOX_PAY_WEBHOOK_SECRET));
      expect(signature).toMatch(/^[0-9a-f]{64}$/);
    }
    const [first] = bodies();
    expect(first).toMatchObject({
      webhook_message_id: expect.stringMatching(/^[a-z0-9]{26}$/) as string,
      api_version: 1,
      resource_id: id,
      resource_type: 'payment',
      resource: { payment_id: id, amount: 5500, state: { status: 'success' } },
    });
    expect(first).not.toHaveProperty('id');
    expect(first?.['resource']).not.toHaveProperty('_links');
  });

  it('say nothing of a hold, and nothing of what happened before the webhook was there', async () => {
    await sandbox.control.makePayment({ amount: 1, reference: 'PD-1' });
    const old = { amount: 1, reference: 'PD-2', created_date: '2026-01-01T09:00:00.000Z' };
    await sandbox.control.makePayment({ ...old, state: 'captured' });
    await capturedPayment();
    await until(() => received.length === 2);
    expect(types().sort()).toEqual(['card_payment_captured', 'card_payment_succeeded']);
  });

  it('tell that a payment was cancelled, and that a hold lapsed', async () => {
    const make = async (): Promise<string> =>
      (await sandbox.control.makePayment({ amount: 1, reference: 'PD-1' })).payment_id;
    await callPay(sandbox.payUrl, 'POST', `/v1/payments/${await make()}/cancel`);
    await until(() => received.length === 1);
    expect(types()).toEqual(['card_payment_failed']);
    await make();
    await sandbox.control.moveClock(121 * HOUR_MS);
    await until(() => received.length === 2);
    expect(types()[1]).toBe('card_payment_expired');
  });

  it.each([
    ['id', ['id']],
    ['both', ['webhook_message_id', 'id']],
  ])('call their id as told: %s', async (webhookIdField, fields) => {
    await sandbox.control.changeSettings({ webhookIdField });
    await capturedPayment();
    await until(() => received.length === 2);
    const [first] = bodies();
    expect(Object.keys(first ?? {}).filter((name) => /(^|_)id$/.test(name))).toEqual([
      ...fields,
      'resource_id',
    ]);
  });

  it('come again after a minute by the clock until they are answered with 2xx', async () => {
    answer = 500;
    await capturedPayment();
    await until(() => received.length === 2);
    answer = 202;
    await sandbox.control.moveClock(61_000);
    await until(() => received.length === 4);
    const ids = bodies().map((body) => String(body['webhook_message_id']));
    expect(new Set(ids).size).toBe(2);
    await sandbox.control.moveClock(HOUR_MS);
    const messages = await sandbox.control.webhooks();
    expect(messages.map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
      [500, 202],
      [500, 202],
    ]);
  });

  it('come again when their answer was lost (at least once)', async () => {
    const fault = { service: 'pay', operation: 'webhook', fault: 'drop-after' } as const;
    await sandbox.control.addFault({ ...fault, times: 2 });
    await capturedPayment();
    await until(() => received.length === 2);
    await sandbox.control.moveClock(61_000);
    await until(() => received.length === 4);
    const ids = bodies().map((body) => String(body['webhook_message_id']));
    expect(new Set(ids).size).toBe(2);
  });

  it('come from two webhooks, each with its own secret and id, while a secret is changed', async () => {
    await sandbox.control.changeSettings({ webhookSecondSecret: 'the next one' });
    await capturedPayment();
    await until(() => received.length === 4);
    const signers = received.map(({ body, signature }) =>
      [SANDBOX_PAY_WEBHOOK_SECRET, 'the next one'].findIndex(
        (secret) => hmac(body, secret) === signature,
      ),
    );
    expect(signers.sort()).toEqual([0, 0, 1, 1]);
    expect(new Set(bodies().map((body) => body['webhook_message_id'])).size).toBe(4);
  });

  it('come in disorder and some twice, the same way for the same seed', async () => {
    await sandbox.control.changeSettings({ webhookSeed: 7 });
    for (let made = 0; made < 10; made += 1) await refund(await capturedPayment());
    await until(() => received.length > 30);
    const inOrder = [...types()].sort((a, b) => String(b).localeCompare(String(a)));
    expect(types()).not.toEqual(inOrder);
  });

  it('wait, when held, until they are delivered in the order asked for', async () => {
    await sandbox.control.changeSettings({ webhooksHeld: true });
    const id = await capturedPayment();
    const made = await sandbox.control.makeWebhook({
      paymentId: id,
      eventType: 'card_payment_settled',
      messageId: 'made-by-hand',
    });
    expect(received).toEqual([]);
    expect(await sandbox.control.deliverWebhooks([made.id, made.id])).toEqual([200, 200]);
    expect(received.map(({ body }) => body)).toEqual([made.body, made.body]);
    expect(await sandbox.control.deliverWebhooks(Array(20).fill(made.id), true)).toHaveLength(20);
  });

  it('go to this machine only', async () => {
    const wrong = { webhookUrl: 'https://permits.example.org/webhooks/pay' };
    await expect(sandbox.control.changeSettings(wrong)).rejects.toThrow('127.0.0.1');
  });
});
