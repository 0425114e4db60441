import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication();
});
afterAll(() => desk.stop());

/** A page that anyone signed in may see; whether it exists is another test's matter. */
const isSignedIn = async (browser: TestBrowser) => (await browser.get('/sign-in')).location === '/';

describe('forms from elsewhere', () => {
  const same = { 'sec-fetch-site': 'same-origin' };

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sub-domain', { origin: 'http://x.127.0.0.1', 'sec-fetch-site': 'same-site' }],
    ['another site in an old browser', { origin: 'https://evil.example', 'sec-fetch-site': '' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('attack 154, attack 156: refuses a sign-in and a sign-out from %s', async (_from, headers) => {
    const officer = await desk.signInAs('officer');
    const out = await officer.post('/sign-out', {}, headers);
    expect(out.status).toBe(403);
    expect(out.$('form[action="/sign-out"] input[name!=_csrf]')).toHaveLength(0);
    expect(await isSignedIn(officer)).toBe(true);
    const visitor = desk.visitor();
    await visitor.get('/sign-in');
    const { email } = await desk.addStaff('officer');
    const signIn = { email, password: TEST_PASSWORD };
    expect((await visitor.post('/sign-in', signIn, headers)).status).toBe(403);
  });

  it('attack 155: refuses a request that does not say where it comes from', async () => {
    const officer = await desk.signInAs('officer');
    const answer = await officer.send('POST', '/sign-out', { body: new URLSearchParams() });
    expect(answer.status).toBe(403);
    expect(await isSignedIn(officer)).toBe(true);
  });

  it('takes Origin alone, as older browsers send it', async () => {
    const officer = await desk.signInAs('officer');
    const token = (await desk.database.dataSource.query(
      'SELECT content FROM staff_sessions WHERE account_id = ?',
      [officer.staff.id],
    )) as { content: string }[];
    const { csrfToken } = JSON.parse(token[0]?.content ?? '{}') as { csrfToken: string };
    const answer = await officer.send('POST', '/sign-out', {
      headers: { origin: desk.url },
      body: new URLSearchParams({ _csrf: csrfToken }),
    });
    expect(answer.status).toBe(303);
  });

  it.each([
    ['no token', () => Promise.resolve('')],
    ['a made-up token', () => Promise.resolve('0'.repeat(64))],
    ['the token of somebody else', async () => tokenOf(await desk.signInAs('officer'))],
  ])('attack 154: refuses %s and ends nothing', async (_what, token) => {
    const officer = await desk.signInAs('officer');
    const answer = await officer.post('/sign-out', { _csrf: await token() });
    expect(answer.status).toBe(403);
    expect(answer.$('h1').text()).toBe('Your session ended');
    expect(await isSignedIn(officer)).toBe(true);
  });

  it('attack 154: takes no token from the address', async () => {
    const officer = await desk.signInAs('officer');
    const token = await tokenOf(officer);
    const answer = await officer.send('POST', `/sign-out?_csrf=${token}`, {
      headers: { origin: desk.url, ...same },
    });
    expect(answer.status).toBe(403);
  });

  it('keeps what was typed when the session ended, and takes it when sent again', async () => {
    const { email } = await desk.addStaff('officer');
    const visitor = desk.visitor();
    await visitor.get('/sign-in');
    const stale = await visitor.post('/sign-in', { email, password: TEST_PASSWORD, _csrf: 'old' });
    expect([stale.status, stale.$('h1').text()]).toEqual([401, 'Your session ended']);
    expect(stale.$('input[name=email]').attr('value')).toBe(email);
    expect(stale.text).not.toContain(TEST_PASSWORD);
    const again = await visitor.submit(stale, { password: TEST_PASSWORD });
    expect(again.status).toBe(303);
  });

  async function tokenOf(browser: TestBrowser & { staff: { id: string } }): Promise<string> {
    const [row]: { content: string }[] = await desk.database.dataSource.query(
      'SELECT content FROM staff_sessions WHERE account_id = ?',
      [browser.staff.id],
    );
    return (JSON.parse(row?.content ?? '{}') as { csrfToken: string }).csrfToken;
  }
});
