import { randomUUID } from 'node:crypto';
import { signLink } from '../../../src/evidence-requests/signed-link.js';
import { createLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { startTestApplication, type TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { photo } from '../files/sample-files.js';
import {
  anAddress,
  type AskAgainBench,
  NOW,
  sendAnswer,
  startAskAgainBench,
} from './ask-again-bench.js';

let bench: AskAgainBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startAskAgainBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());
beforeEach(() => bench.desk.clock.set(NOW));

const look = (link: string, address = anAddress()) =>
  bench.desk.visitor().get(link, { 'x-forwarded-for': address });

async function aLink(): Promise<{ id: string; reference: string; link: string }> {
  const built = await bench.addCase(officer.staff.id);
  const { id, reference } = built.application;
  return { id, reference, link: await bench.ask(officer, built) };
}

describe('a link', () => {
  it('attack 002: that is forged, cut, lengthened or for no request is the same page not found', async () => {
    const { link } = await aLink();
    const token = link.slice('/r/'.length);
    const at = (place: number) =>
      `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
    const other = signLink('another secret of thirty-two characters', {
      requestId: randomUUID(),
      expiresAt: new Date('2027-01-01T00:00:00Z'),
    });
    const unsent = signLink(bench.desk.settings.LINK_SECRET, {
      requestId: randomUUID(),
      expiresAt: new Date('2027-01-01T00:00:00Z'),
    });
    const wrong = [at(0), at(25), at(71), token.slice(1), `${token}A`, 'x', other, unsent];
    const texts = new Set<string>();
    for (const one of wrong) {
      const answer = await look(`/r/${one}`);
      expect([one, answer.status]).toEqual([one, 404]);
      texts.add(
        answer
          .$('main')
          .text()
          .replace(/[\w-]{8,}/g, ''),
      );
    }
    expect(texts.size).toBe(1);
    expect((await look(link)).status).toBe(200);
  });

  it('works after the last day, and no longer once its own time is over', async () => {
    const { link } = await aLink();
    bench.desk.clock.set('2026-12-18T23:59:59Z');
    const late = await look(link);
    expect(late.status).toBe(200);
    expect(late.$('main').text()).toContain('That day has passed');
    bench.desk.clock.set('2026-12-19T00:00:00Z');
    const expired = await look(link);
    expect(expired.status).toBe(410);
    expect(expired.$('main').text()).toContain(bench.desk.settings.COUNCIL_PHONE);
    expect(expired.text).not.toMatch(/PD-/);
    const sent = await bench.desk
      .visitor()
      .post(link, { _csrf: 'x' }, { 'x-forwarded-for': anAddress() });
    expect(sent.status).toBe(410);
  });

  it('attack 002: answers only its own request', async () => {
    const [one, other] = [await aLink(), await aLink()];
    await sendAnswer(bench, one.link, {
      files: [{ field: 'file-1', name: 'bill.jpg', content: await photo() }],
    });
    expect((await bench.application(one.id))['status']).toBe('submitted');
    expect((await bench.application(other.id))['status']).toBe('awaiting_evidence');
    expect((await look(other.link)).text).not.toContain(one.reference);
  });

  it('takes no form from another page, and none with another link’s form token', async () => {
    const [one, other] = [await aLink(), await aLink()];
    const foreign = await bench.desk.visitor().send('POST', one.link, {
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ 'cannot-1': 'x' }),
    });
    expect(foreign.status).toBe(403);
    const token = String((await look(other.link)).$('input[name=_csrf]').val());
    const wrong = await sendAnswer(bench, one.link, { fields: { _csrf: token, 'cannot-1': 'x' } });
    expect(wrong.status).toBe(403);
    expect((await bench.application(one.id))['status']).toBe('awaiting_evidence');
  });

  it('says that nothing more is needed once an officer stops waiting, and takes nothing', async () => {
    const { id, reference, link } = await aLink();
    const page = await look(link);
    const { version } = await bench.application(id);
    const claimed = await officer.post(`/applications/${reference}/claim`, {
      version: String(version),
      formId: randomUUID(),
      drawnAt: NOW.toISOString(),
    });
    expect(claimed.status).toBe(303);
    expect((await bench.request(id)).state).toBe('closed');
    const closed = await look(link);
    expect([closed.status, closed.$('h1').text()]).toEqual([200, 'Nothing more is needed']);
    const body = new URLSearchParams({
      _csrf: String(page.$('input[name=_csrf]').val()),
      'cannot-1': 'Too late',
    });
    const headers = { origin: bench.desk.url, 'sec-fetch-site': 'same-origin' };
    const sent = await bench.desk.visitor().send('POST', link, { headers, body });
    expect([sent.status, sent.location]).toEqual([303, link]);
    expect((await bench.application(id))['status']).toBe('in_review');
  });
});

describe('limits for one address', () => {
  it('looking is slowed down after sixty in a minute, for that address only', async () => {
    const { link } = await aLink();
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push((await look(link, '198.51.100.1')).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(statuses[60]).toBe(429);
    const slowed = await look(link, '198.51.100.1');
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(slowed.$('h1').text()).toBe('Wait a moment and try again');
    expect((await look(link, '198.51.100.2')).status).toBe(200);
  });

  it('guessing is stopped after twenty, and shuts out no right link', async () => {
    const { link } = await aLink();
    const statuses: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      statuses.push((await look(`/r/${'A'.repeat(72)}`, '198.51.100.3')).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(statuses[20]).toBe(429);
    expect((await look(link, '198.51.100.3')).status).toBe(200);
  });

  it('sending is slowed down after twenty in a minute', async () => {
    const { link } = await aLink();
    const visitor = bench.desk.visitor();
    const statuses: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      const headers = { 'x-forwarded-for': '198.51.100.4' };
      statuses.push((await visitor.post(link, { _csrf: 'x' }, headers)).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(403));
    expect(statuses[20]).toBe(429);
  });
});

describe('the log', () => {
  it('never has the secret of a link', async () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line: string) => lines.push(line) });
    const desk = await startTestApplication({
      settings: { LOG_LEVEL: 'debug' },
      overrides: [{ provide: LOG, use: log }],
    });
    const token = signLink(desk.settings.LINK_SECRET, {
      requestId: randomUUID(),
      expiresAt: new Date('2099-01-01T00:00:00Z'),
    });
    expect((await desk.visitor().get(`/r/${token}`)).status).toBe(404);
    await desk.stop();
    const written = lines.join('');
    expect(written).toContain('/r/:token');
    expect(written).not.toContain(token);
    expect(written).not.toContain(token.slice(30));
  });
});
