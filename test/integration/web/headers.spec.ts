import { rawRequest } from '../../support/raw-request.js';
import { listRoutes } from '../../support/routes.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { ProbeModule } from './probe.module.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication({ module: ProbeModule });
});
afterAll(() => desk.stop());

const csp = ({ FILES_URL }: { FILES_URL: string }) =>
  `default-src 'none';script-src 'self';style-src 'self';img-src 'self' ${FILES_URL};connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';object-src 'none'`;

function expectHeaders(answer: { headers: Headers }, what: string): void {
  const { headers } = answer;
  const got = (name: string) => [what, headers.get(name)];
  expect(got('content-security-policy')).toEqual([what, csp(desk.settings)]);
  expect(got('referrer-policy')).toEqual([what, 'no-referrer']);
  expect(got('x-content-type-options')).toEqual([what, 'nosniff']);
  expect(got('x-frame-options')).toEqual([what, 'DENY']);
  expect(got('cross-origin-opener-policy')).toEqual([what, 'same-origin']);
  expect(got('cross-origin-resource-policy')).toEqual([what, 'same-origin']);
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(got('x-powered-by')).toEqual([what, null]);
  expect(headers.get('request-reference')).toMatch(/^[2-9B-Z]{10}$/);
}

describe('the headers', () => {
  it('attack 157, attack 197, attack 199: stand on every route, whatever it answers, and nothing is kept by a cache', async () => {
    const officer = await desk.signInAs('officer');
    for (const { verb, path, handler } of listRoutes(desk.app)) {
      if (path.startsWith('/sign-out')) continue;
      const address = path.replace(/[:*]\w+/g, 'x');
      const answer =
        verb === 'GET' ? await officer.get(address) : await officer.post(address, { x: 'y' });
      expectHeaders(answer, handler);
      expect([handler, answer.headers.get('cache-control')]).toEqual([handler, 'no-store']);
    }
  });

  it('stand on errors, refusals and assets', async () => {
    const visitor = desk.visitor();
    const page = await visitor.get('/sign-in');
    const style = page.$('link[rel=stylesheet]').attr('href') ?? '';
    for (const path of ['/nowhere', '/%zz', '/probe/throw/error', style, '/favicon.ico']) {
      expectHeaders(await visitor.get(path), path);
    }
    expectHeaders(await visitor.send('TRACE' as 'GET', '/x').catch(() => page), 'TRACE');
    expectHeaders(await visitor.send('DELETE', '/sign-in'), 'DELETE');
    expect((await visitor.get(style)).headers.get('cache-control')).toContain('immutable');
  });

  it('ask for https for two years when the public address has it, with __Host- cookies', async () => {
    const https = await startTestApplication({ settings: { PUBLIC_URL: 'https://desk.example' } });
    try {
      const answer = await rawRequest(https.url, 'GET', '/sign-in', { host: 'desk.example' });
      expect(answer.headers['strict-transport-security']).toBe('max-age=63072000');
      const [cookie] = answer.headers['set-cookie'] ?? [];
      expect(cookie).toMatch(/^__Host-permit-desk=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      const wrong = await rawRequest(https.url, 'GET', '/sign-in', { host: '127.0.0.1' });
      expect(wrong.status).toBe(400);
    } finally {
      await https.stop();
    }
  });
});
