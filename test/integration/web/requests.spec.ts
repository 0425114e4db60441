import { rawRequest, rawText } from '../../support/raw-request.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer } from '../../support/test-browser.js';
import { ProbeModule } from './probe.module.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication({ module: ProbeModule });
});
afterAll(() => desk.stop());

describe('a request', () => {
  it('attack 128: for another host is refused, and no link is made of what it says', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:3000']) {
      const answer = await rawRequest(desk.url, 'GET', '/sign-in', { host });
      expect([host, answer.status]).toEqual([host, 400]);
      expect(answer.text).not.toContain('evil');
    }
    expect(await rawText(desk.url, 'GET /sign-in HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    );
    const forwarded = await desk.visitor().get('/sign-in', { 'x-forwarded-host': 'evil.example' });
    expect([forwarded.status, forwarded.text.includes('evil')]).toEqual([200, false]);
  });

  it.each(['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    'attack 022: with the verb %s on a page is 405 and echoes nothing',
    async (verb) => {
      const answer = await rawRequest(desk.url, verb, '/sign-in', { 'x-echo': 'echo-me' });
      expect(answer.status).toBe(405);
      expect(answer.text).not.toContain('echo-me');
      if (verb !== 'TRACE' && verb !== 'PROPFIND') expect(answer.headers.allow).toBe('GET, POST');
    },
  );

  it('attack 023: cannot change its verb', async () => {
    const officer = await desk.signInAs('officer');
    const answer = await officer.post(
      '/probe/note?_method=DELETE',
      { text: 'kept' },
      { 'x-http-method-override': 'DELETE' },
    );
    expect(answer.status).toBe(200);
  });

  it('attack 024: has no way around the guard by its path', async () => {
    const paths = [
      '//probe/page',
      '/PROBE/PAGE',
      '/probe%2fpage',
      '/probe/page;x',
      '/x/../probe/page',
    ];
    for (const path of [...paths, '/probe/page.json', '/probe/./page', '/probe/page/']) {
      const answer = await rawRequest(desk.url, 'GET', path, {});
      expect([path, [303, 400, 404].includes(answer.status)]).toEqual([path, true]);
    }
  });

  it.each([
    ['1,000 parameters', `/sign-in?${'a=1&'.repeat(900)}x=1`],
    ['many names', `/sign-in?${Array.from({ length: 60 }, (_, one) => `p${one}=1`).join('&')}`],
    ['a hidden name', '/sign-in?__proto__=1'],
    ['bytes that are no text', '/sign-in/%ff'],
  ])('attack 136: with %s in its address is refused', async (_what, path) => {
    expect((await desk.visitor().get(path)).status).toBe(400);
  });

  it('attack 136: too long in its address or headers is refused', async () => {
    expect((await desk.visitor().get(`/sign-in?a=${'x'.repeat(5000)}`)).status).toBe(414);
    expect((await rawRequest(desk.url, 'GET', `/${'x'.repeat(100_000)}`, {})).status).toBe(431);
  });

  it('attack 137: cannot choose layout, view or locals', async () => {
    const plain = await desk.visitor().get('/sign-in');
    const tricks =
      '?layout=/etc/passwd&settings[views]=/&settings[view engine]=x&_locals=x&cache=0';
    const tricked = await desk.visitor().get(`/sign-in${tricks}`);
    const strip = (answer: Answer) =>
      answer.text.replace(/value="\w{64}"/, '').replace(/Page reference \w+/, '');
    expect(strip(tricked)).toBe(strip(plain));
  });

  it('attack 202: for what lies beside the application finds nothing', async () => {
    for (const path of [
      '/.git/config',
      '/.env',
      '/node_modules/x',
      '/dist/main.js.map',
      '/uploads/x',
      '/metrics',
      '/views/layouts/desk.hbs',
      '/assets/../package.json',
      '/assets/x/..%2f..%2fpackage.json',
    ]) {
      const answer = await rawRequest(desk.url, 'GET', path, {});
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('attack 201: with two lengths is refused and the connection is closed', async () => {
    const answer = await rawText(
      desk.url,
      'POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(
      await rawText(
        desk.url,
        'POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      ),
    ).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('/health', () => {
  it('says ok and nothing more, to any host', async () => {
    const answer = await rawRequest(desk.url, 'GET', '/health', { host: '10.0.0.7' });
    expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}']);
  });

  it('says unavailable in time when Redis is not there; pages work all the same', async () => {
    const without = await startTestApplication({ settings: { REDIS_URL: 'redis://127.0.0.1:9' } });
    try {
      const started = Date.now();
      const answer = await without.visitor().get('/health');
      expect([answer.status, answer.text]).toEqual([503, '{"status":"unavailable"}']);
      expect(Date.now() - started).toBeLessThan(2500);
      const officer = await without.signInAs('officer');
      expect(officer.cookies.has('permit-desk')).toBe(true);
    } finally {
      await without.stop();
    }
  });
});
