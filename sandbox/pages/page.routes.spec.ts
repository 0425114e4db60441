import {
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
} from '../notify-settings.js';
import { type OfficialClient, officialClient } from '../notify/official-client.js';
import { callPay } from '../pay/call-pay.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';

const ATTACK = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"&';
const DAY_MS = 86_400_000;
let sandbox: Sandbox;
let client: OfficialClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = officialClient(sandbox.notifyUrl);
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.stop());

async function page(path: string): Promise<string> {
  return (await fetch(`${sandbox.url}${path}`)).text();
}

async function sendEmail(subject: string, body: string): Promise<string> {
  const { data } = await client.sendEmail(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, 'ada@example.com', {
    personalisation: { subject, body },
    reference: ATTACK,
  });
  return data.id;
}

describe('the payments', () => {
  it('say in words what became of the money', async () => {
    const made = { amount: 5500, created_date: '2026-11-19T15:05:00.000Z' };
    await sandbox.control.moveClock(Date.parse('2026-11-20T12:00:00Z') - Date.now());
    const held = await sandbox.control.makePayment({ ...made, reference: 'PD-HELD' });
    await sandbox.control.makePayment({ ...made, reference: 'PD-2', state: 'refunded' });
    expect(await page('/')).toContain('Held until 24 November 2026 at 3:05pm');
    expect(await page('/payments?reference=pd-2')).toContain('Refunded');
    expect(await page('/payments?reference=pd-2')).not.toContain('PD-HELD');
    await callPay(sandbox.payUrl, 'POST', `/v1/payments/${held.payment_id}/cancel`);
    expect(await page('/')).toContain('Hold cancelled');
    const detail = await page(`/payments/${held.payment_id}`);
    expect(detail).toContain('20 November 2026 at 12:00pm: the hold was cancelled');
  });

  it('stand on the first page by their latest change', async () => {
    const old = await sandbox.control.makePayment({
      amount: 100,
      reference: 'PD-OLD',
      created_date: new Date(Date.now() - DAY_MS).toISOString(),
    });
    await sandbox.control.makePayment({ amount: 100, reference: 'PD-NEW' });
    const order = async (): Promise<string[]> =>
      [...(await page('/')).matchAll(/PD-(OLD|NEW)/g)].map((match) => match[0]);
    expect(await order()).toEqual(['PD-NEW', 'PD-OLD']);
    await callPay(sandbox.payUrl, 'POST', `/v1/payments/${old.payment_id}/cancel`);
    expect(await order()).toEqual(['PD-OLD', 'PD-NEW']);
  });

  it('say when a hold has lapsed', async () => {
    await sandbox.control.makePayment({ amount: 100, reference: 'PD-1' });
    await sandbox.control.moveClock(5 * DAY_MS);
    expect(await page('/payments')).toContain('Hold lapsed');
  });

  it('come newest first, fifty a page', async () => {
    for (let number = 10; number < 61; number += 1) {
      const created_date = `2026-11-19T10:${number - 10 < 10 ? '0' : ''}${number - 10}:00Z`;
      await sandbox.control.makePayment({ amount: 100, reference: `PD-${number}`, created_date });
    }
    const first = await page('/payments');
    expect(first.indexOf('PD-60')).toBeLessThan(first.indexOf('PD-59'));
    expect(first).not.toContain('>PD-10<');
    expect(await page('/payments?page=2')).toContain('>PD-10<');
  });
});

describe('the messages', () => {
  it('show the whole letter with its address', async () => {
    const { data } = await client.sendLetter(SANDBOX_NOTIFY_LETTER_TEMPLATE_ID, {
      personalisation: {
        address_line_1: 'Ada Example',
        address_line_2: '1 Invented Street',
        address_line_3: 'LE1 1AA',
        subject: 'Your application',
        body: '# What you need\n\nBring one of\n\n* a bill\n* a tenancy\n\nYours',
      },
    });
    const letter = await page(`/messages/${data.id}`);
    for (const words of ['Ada Example', 'LE1 1AA', '<h2>What you need</h2>', '<li>a bill</li>']) {
      expect(letter).toContain(words);
    }
    expect(await page('/')).toContain('Your application');
  });

  it('link only addresses on this machine', async () => {
    const id = await sendEmail(
      'Links',
      [
        'Use http://127.0.0.1:3000/answer/abc?x=1&y=2.',
        'http://localhost:3000/ok',
        'http://localhost@evil.example/a http://127.0.0.1.evil.example/b',
        'https://evil.example/c javascript:alert(1) http://127.0.0.1:3000@evil.example/d',
      ].join('\n'),
    );
    const links = [...(await page(`/messages/${id}`)).matchAll(/<a href="([^"]*)">http/g)];
    expect(links.map((link) => link[1])).toEqual([
      'http://127.0.0.1:3000/answer/abc?x=1&amp;y=2',
      'http://localhost:3000/ok',
    ]);
  });
});

describe('what strangers wrote', () => {
  it('is shown as text everywhere and runs nowhere', async () => {
    const id = await sendEmail(
      ATTACK,
      `${ATTACK}\n\n# ${ATTACK}\n\n* ${ATTACK} http://localhost/"><script>`,
    );
    const made = await sandbox.control.makePayment({
      amount: 100,
      reference: ATTACK,
      description: ATTACK,
    });
    const search = `?reference=${encodeURIComponent(ATTACK)}`;
    for (const path of [
      '/',
      `/messages/${id}`,
      `/payments/${made.payment_id}`,
      `/payments${search}`,
      `/messages${search}`,
    ]) {
      const shown = await page(path);
      expect(shown).toContain('&lt;script&gt;');
      expect(shown).not.toContain('<script');
      expect(shown).not.toContain('<img');
    }
  });

  it('meets a policy that allows no script at all', async () => {
    const { headers } = await fetch(sandbox.url);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(await page('/')).not.toMatch(/<style|style="|onclick/);
  });
});

it('says plainly that it is a stand-in, and has its own style sheet and missing page', async () => {
  expect(await page('/')).toContain('stands in for GOV.UK Pay and GOV.UK Notify');
  const style = await fetch(`${sandbox.url}/style.css`);
  expect([style.status, style.headers.get('content-type')]).toEqual([
    200,
    'text/css; charset=utf-8',
  ]);
  expect((await fetch(`${sandbox.url}/payments/none`)).status).toBe(404);
});
