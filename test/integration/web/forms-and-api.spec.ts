import { randomUUID } from 'node:crypto';
import { newSecret, secretHash } from '../../../src/platform/web/secret.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { ProbeModule } from './probe.module.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication({ module: ProbeModule });
});
afterAll(() => desk.stop());

describe('a form', () => {
  it('refuses fields it does not know, fields sent twice and hidden names', async () => {
    const officer = await desk.signInAs('officer');
    const post = async (fields: Record<string, string | string[]>) =>
      (await officer.post('/probe/note', fields)).status;
    expect(await post({ text: 'one' })).toBe(200);
    expect(await post({ text: 'one', status: 'approved' })).toBe(400);
    expect(await post({ text: ['one', 'two'] })).toBe(400);
    expect(await post({ 'text[]': 'one' })).toBe(400);
    expect(await post({ 'verdict[__proto__]': 'x', text: 'one' })).toBe(400);
    expect(await post({ __proto__x: 'x', text: 'one' })).toBe(400);
    // The reader of forms drops this name before anybody sees it.
    expect(await post({ ['__proto__']: 'x', text: 'one' })).toBe(200);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('too large, of another kind or in another alphabet is refused', async () => {
    const officer = await desk.signInAs('officer');
    expect((await officer.post('/probe/note', { text: 'x'.repeat(300_000) })).status).toBe(413);
    const kinds = [
      'application/json',
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded; charset=utf-16',
    ];
    for (const kind of kinds) {
      const answer = await officer.send('POST', '/probe/note', {
        headers: { 'content-type': kind, origin: desk.url, 'sec-fetch-site': 'same-origin' },
        body: '{"text":"x"}',
      });
      expect([kind, answer.status]).toEqual([kind, 415]);
    }
  });
});

describe('the API', () => {
  const call = async (body: string, key?: string, headers = {}) =>
    desk.visitor().send('POST', '/api/v1/probe', {
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...headers,
      },
      body,
    });

  async function key(scopes = 'applications:write', revoked = false): Promise<string> {
    const made = `pd_${newSecret()}`;
    await desk.database.dataSource.query(
      `INSERT INTO api_clients (id, name, key_hash, scopes, created_at, revoked_at)
       VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), IF(?, UTC_TIMESTAMP(3), NULL))`,
      [randomUUID(), randomUUID(), secretHash(made), scopes, revoked],
    );
    return made;
  }

  it('takes a key with the scope, tells problems as problem+json and knows no session', async () => {
    const good = await call('{"a":1}', await key());
    expect([good.status, JSON.parse(good.text)]).toMatchObject([201, { body: { a: 1 } }]);
    expect(good.headers.getSetCookie()).toEqual([]);
    const none = await call('{}', 'pd_nonsense');
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(none.headers.get('content-type')).toContain('application/problem+json');
    expect((await call('{}', await key('applications:read'))).status).toBe(403);
    expect((await call('{}', await key('applications:write', true))).status).toBe(401);
    const bad = await call('{"bad":true}', await key());
    expect(JSON.parse(bad.text)).toMatchObject({
      status: 422,
      title: 'No',
      errors: [{ pointer: '/bad', text: 'Is bad' }],
    });
  });

  it.each([
    ['a hidden name', '{"__proto__":{"isAdmin":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
    ['depth 10,000', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['NaN', '{"a":NaN}'],
    ['a comma too many', '{"a":1,}'],
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, written otherwise', '{"a":1,"\\u0061":2}'],
    ['half a character', '{"a":"\\ud83d"}'],
    ['a bare value', '5'],
  ])('attack 134, attack 135: refuses JSON with %s quickly', async (_what, body) => {
    const started = Date.now();
    const answer = await call(body, await key());
    expect(answer.status).toBe(400);
    expect(Date.now() - started).toBeLessThan(1000);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('attack 135: refuses ten megabytes and UTF-16', async () => {
    expect((await call(`{"a":"${'x'.repeat(10_000_000)}"}`, await key())).status).toBe(413);
    const utf16 = { 'content-type': 'application/json; charset=utf-16' };
    expect((await call('{}', await key(), utf16)).status).toBe(415);
  });
});
