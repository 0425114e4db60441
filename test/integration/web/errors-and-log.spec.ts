import { Writable } from 'node:stream';
import { createLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { ProbeModule } from './probe.module.js';

let desk: TestApplication;
const logged: string[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    logged.push(chunk.toString());
    done();
  },
});

beforeAll(async () => {
  desk = await startTestApplication({
    module: ProbeModule,
    overrides: [{ provide: LOG, use: createLog('info', sink) }],
  });
});
afterAll(() => desk.stop());

describe('an error', () => {
  it.each([
    ['stale', 409, 'This changed while you were working on it'],
    ['commit', 503, 'We do not know whether your change was saved'],
    ['missing', 404, 'Page not found'],
    ['away', 503, 'Permit Desk is not available right now'],
    ['sql', 500, 'Sorry, something went wrong'],
    ['error', 500, 'Sorry, something went wrong'],
  ])(
    'attack 196: of the kind %s is a page that says nothing it should not',
    async (what, status, title) => {
      const answer = await desk.visitor().get(`/probe/throw/${what}?name=Ada+Resident`);
      expect([answer.status, answer.$('h1').text()]).toEqual([status, title]);
      expect(answer.text).toContain(answer.headers.get('request-reference'));
      expect(answer.text).not.toMatch(/Ada|SELECT|secret_column|ECONN|at .*\.ts/);
    },
  );

  it('attack 126, attack 127, attack 198: leaves no name, query, body or address in the log, and one line of JSON a request', async () => {
    const officer = await desk.signInAs('officer');
    logged.length = 0;
    for (const what of ['sql', 'missing', 'stale']) {
      await officer.get(`/probe/throw/${what}?name=Ada%0A%7B%22level%22%3A%22info%22%7D+AB12CDE`);
    }
    await officer.post('/probe/note', { text: 'Grace \u001b]8;; Resident\n{"msg":"approved"}' });
    await officer.get('/nowhere/AB12CDE');
    const lines = logged.join('').trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.join('')).not.toMatch(/Ada|Grace|AB12CDE|name=|nowhere\//);
    expect(logged.join('')).not.toContain('\u001b');
    const requests = entries.filter(({ part }) => part === 'request');
    expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/probe/throw/:what', 500],
      ['GET', '/probe/throw/:what', 404],
      ['GET', '/probe/throw/:what', 409],
      ['POST', '/probe/note', 200],
      ['GET', '(none)', 404],
    ]);
    expect(entries.find(({ part }) => part === 'web')).toMatchObject({
      error: 'QueryFailedError',
      errno: 1142,
      reference: requests[0]?.['reference'],
    });
  });
});
