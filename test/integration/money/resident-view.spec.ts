import { randomUUID } from 'node:crypto';
import { signLink } from '../../../src/evidence-requests/signed-link.js';
import { readingLevel } from '../../support/reading-level.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type MoneyBench, startMoneyBench } from './money-bench.js';

let bench: MoneyBench;
let visitor: TestBrowser;
let addresses = 0;

beforeAll(async () => {
  bench = await startMoneyBench();
  visitor = bench.desk.visitor();
});
afterAll(() => bench.stop());

const anAddress = () => `198.51.100.${(addresses += 1)}`;
const pathOf = (application: { id: string; receivedAt: Date }) =>
  new URL(bench.desk.settings.statusLinkOf(application, 365)).pathname;
const look = (path: string, address = anAddress()) =>
  visitor.get(path, { 'x-forwarded-for': address });

describe('the resident’s page', () => {
  it('says where the application and the money stand, to be kept by nobody', async () => {
    const application = await bench.paidCase('capturable');
    const page = await look(pathOf(application));
    expect(page.status).toBe(200);
    const text = page.$('main').text();
    expect(text).toContain(application.reference);
    expect(text).toContain('We have your application');
    expect(text).toContain('£55 is held on your card until');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(readingLevel(page.$('main').text()).grade).toBeLessThanOrEqual(9);
  });

  it('names nobody and nothing that would help a stranger', async () => {
    const { application } = await bench.refund('attention');
    const page = await look(pathOf(application));
    expect(page.text).not.toMatch(/Priya|AB12|example\.com|refused|account disabled/);
    expect(page.$('main').text()).toContain('We rejected your application on 20 November 2026');
    expect(page.$('main').text()).toContain('We want to give back your £55');
  });

  it('follows the money: with the bank, failed, given back another way', async () => {
    const words = async (lane: 'sent' | 'failed') =>
      (await look(pathOf((await bench.refund(lane)).application))).$('main').text();
    expect(await words('sent')).toContain('We are giving back your £55');
    expect(await words('failed')).toContain('Your bank did not accept the £55');
  });

  it('says nothing of a decision whose letter waits for a second look', async () => {
    const { application } = await bench.refund('waiting');
    const [decision] = await bench.query<{ id: string }>(
      'SELECT id FROM decisions WHERE application_id = ?',
      [application.id],
    );
    await bench.query(
      `INSERT INTO quality_checks (id, decision_id, application_id, state, asked_at, due_at)
       VALUES (?, ?, ?, 'waiting', ?, ?)`,
      [randomUUID(), decision?.id, application.id, hours(-1), hours(20)],
    );
    const text = (await look(pathOf(application))).$('main').text();
    expect(text).toContain('We are looking at your application');
    expect(text).not.toMatch(/reject|give back|giving/i);
  });

  it('is the same plain page for a link that is altered, over, unknown or for papers elsewhere', async () => {
    const application = await bench.paidCase(null);
    const right = pathOf(application);
    const token = right.slice('/s/'.length);
    const { LINK_SECRET } = bench.desk.settings;
    const expiresAt = hours(24);
    const wrong = [
      `/s/${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`,
      `/s/${'A'.repeat(72)}`,
      '/s/x',
      `/s/${signLink(LINK_SECRET, { requestId: randomUUID(), expiresAt })}`,
      pathOf({ id: randomUUID(), receivedAt: application.receivedAt }),
      pathOf({ id: application.id, receivedAt: new Date('2025-10-01T09:00:00Z') }),
    ];
    const texts = new Set<string>();
    for (const path of wrong) {
      const page = await look(path);
      expect([path, page.status]).toEqual([path, 404]);
      texts.add(page.$('main').text());
      expect(page.text).not.toContain(application.reference);
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain(bench.desk.settings.COUNCIL_PHONE);
    expect((await look(right)).status).toBe(200);
  });

  it('takes no papers with the link of this page', async () => {
    const application = await bench.paidCase(null);
    const asPapers = pathOf(application).replace('/s/', '/r/');
    expect((await look(asPapers)).status).toBe(404);
  });

  it('is slowed down after sixty looks in a minute, and guessing after twenty', async () => {
    const path = pathOf(await bench.paidCase(null));
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push((await look(path, '203.0.113.1')).status);
    expect(statuses.indexOf(429)).toBe(60);
    const guesses: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      guesses.push((await look(`/s/${'A'.repeat(72)}`, '203.0.113.2')).status);
    }
    expect(guesses.indexOf(429)).toBe(20);
    expect((await look(path, '203.0.113.2')).status).toBe(200);
  });
});
