import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { callPay } from './call-pay.js';

let sandbox: Sandbox;
let payment: { payment_id: string; _links: { next_url: { href: string } } };

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  const { json } = await callPay(sandbox.payUrl, 'POST', '/v1/payments', {
    amount: 5500,
    reference: 'PD-1',
    description: 'Resident permit & badge',
    return_url: 'http://127.0.0.1:3000/paid?ref=1',
    delayed_capture: true,
  });
  payment = json as typeof payment;
});

const status = async (): Promise<unknown> =>
  (await callPay(sandbox.payUrl, 'GET', `/v1/payments/${payment.payment_id}`)).json['state'];

const choose = (outcome: string): Promise<Response> =>
  fetch(payment._links.next_url.href, {
    method: 'POST',
    body: new URLSearchParams({ outcome }),
    redirect: 'manual',
  });

describe('the card page', () => {
  it('shows the amount, starts the payment, and on paying the money is held', async () => {
    const page = await (await fetch(payment._links.next_url.href)).text();
    expect(page).toContain('Pay £55.00');
    expect(page).toContain('Resident permit &amp; badge');
    expect(await status()).toMatchObject({ status: 'started' });
    const answer = await choose('pay');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      'http://127.0.0.1:3000/paid?ref=1',
    ]);
    expect(await status()).toEqual({ status: 'capturable', finished: false });
  });

  it.each([
    ['decline', 'P0010'],
    ['cancel', 'P0030'],
  ])('on %s the payment fails with %s', async (outcome, code) => {
    await choose(outcome);
    expect(await status()).toMatchObject({ status: 'failed', finished: true, code });
  });

  it('does nothing more once the payment is finished', async () => {
    await choose('decline');
    await choose('pay');
    expect(await status()).toMatchObject({ code: 'P0010' });
  });
});
