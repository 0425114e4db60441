import { hashPassword } from '../../../src/staff/password-hash.js';
import { disableAccount, setPasswordHash } from '../../../src/staff/staff-accounts.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  signIn,
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication();
});
afterAll(() => desk.stop());

/** A page that anyone signed in may see; whether it exists is another test's matter. */
const isSignedIn = async (browser: TestBrowser) => (await browser.get('/sign-in')).location === '/';

async function attempt(email: string, password: string): Promise<Answer> {
  const browser = desk.visitor();
  const page = await browser.get('/sign-in');
  return browser.submit(page, { email, password });
}

/** Without what must differ: the token, the reference and what was typed. */
function sameText(answer: Answer, email: string): string {
  return answer.text
    .replaceAll(email, 'EMAIL')
    .replace(/name="_csrf" value="\w+"/, '')
    .replace(/Page reference \w+/, '');
}

describe('signing in', () => {
  it('takes the right password, whatever the case of the email address', async () => {
    const staff = await desk.addStaff('officer');
    const browser = desk.visitor();
    const page = await browser.get('/sign-in');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Sign in to Permit Desk');
    const answer = await browser.submit(page, {
      email: ` ${staff.email.toUpperCase()} `,
      password: TEST_PASSWORD,
    });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('answers an unknown address, a wrong password and a disabled account alike', async () => {
    const staff = await desk.addStaff('officer');
    const disabled = await desk.addStaff('officer');
    await desk.app.get(UnitOfWork).run((tx) => disableAccount(tx, disabled.id, new Date()));
    const unknown = 'nobody@staff.example.com';
    const answers = [
      [await attempt(staff.email, 'not this password'), staff.email],
      [await attempt(unknown, TEST_PASSWORD), unknown],
      [await attempt(disabled.email, TEST_PASSWORD), disabled.email],
    ] as const;
    const [first] = answers;
    expect(first[0].status).toBe(422);
    expect(first[0].$('.govuk-error-summary').text()).toContain(
      'Email address or password is not right',
    );
    for (const [answer, email] of answers) {
      expect(answer.status).toBe(422);
      expect(sameText(answer, email)).toBe(sameText(...first));
    }
  });

  it('says what is missing and keeps the email address, never the password', async () => {
    const empty = await attempt('', '');
    expect(empty.status).toBe(422);
    const links = empty.$('.govuk-error-summary a').toArray();
    expect(links.map((link) => [empty.$(link).attr('href'), empty.$(link).text()])).toEqual([
      ['#email', 'Enter your email address'],
      ['#password', 'Enter your password'],
    ]);
    const wrong = await attempt('somebody@staff.example.com', 'a wrong password');
    expect(wrong.$('#email').attr('value')).toBe('somebody@staff.example.com');
    expect(wrong.text).not.toContain('a wrong password');
  });

  it('never goes to another site afterwards', async () => {
    const evil = ['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example'];
    for (const next of [...evil, '/sign-out', 'x'.repeat(3000)]) {
      const staff = await desk.addStaff('officer');
      const browser = desk.visitor();
      await browser.get('/sign-in');
      const answer = await browser.post('/sign-in', {
        email: staff.email,
        password: TEST_PASSWORD,
        next,
      });
      expect([next, answer.location]).toEqual([next, '/']);
    }
  });
});

describe('the session', () => {
  it('has a new id after signing in; the one from before is dead', async () => {
    const staff = await desk.addStaff('officer');
    const browser = desk.visitor();
    await browser.get('/sign-in');
    const planted = browser.cookies.get('permit-desk');
    await signIn(browser, staff.email);
    expect(planted).toBeDefined();
    expect(browser.cookies.get('permit-desk')).not.toBe(planted);
    const attacker = desk.visitor();
    attacker.cookies.set('permit-desk', planted ?? '');
    expect(await isSignedIn(attacker)).toBe(false);
  });

  it('is one HttpOnly, SameSite=Lax cookie; its id stands hashed in the database', async () => {
    const browser = desk.visitor();
    const page = await browser.get('/sign-in');
    const cookies = page.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^permit-desk=.+; Path=\/; HttpOnly; SameSite=Lax$/);
    const id = /^s:([^.]+)\./.exec(decodeURIComponent(browser.cookies.get('permit-desk') ?? ''));
    const rows = await desk.database.dataSource.query(
      'SELECT id_hash, content FROM staff_sessions WHERE id_hash = ? OR content LIKE ?',
      [id?.[1], `%${id?.[1]}%`],
    );
    expect(rows).toEqual([]);
  });

  it('takes a spoilt, giant or empty cookie for none', async () => {
    const officer = await desk.signInAs('officer');
    const good = officer.cookies.get('permit-desk') ?? '';
    for (const bad of [good.slice(0, -3) + 'xyz', '', 'x'.repeat(9000), 's%3Aabc.def']) {
      const visitor = desk.visitor();
      visitor.cookies.set('permit-desk', bad);
      const answer = await visitor.get('/sign-in');
      expect(answer.status).toBe(200);
    }
  });

  it('ends after 20 minutes without use, brings its owner back and says why', async () => {
    const officer = await desk.signInAs('officer');
    desk.clock.advance({ minutes: 19 });
    expect(await isSignedIn(officer)).toBe(true);
    desk.clock.advance({ minutes: 19 });
    expect(await isSignedIn(officer)).toBe(true);
    desk.clock.advance({ minutes: 20, seconds: 1 });
    const lapsed = await officer.get('/api/docs?from=here');
    const page = await officer.follow({
      ...lapsed,
      location:
        lapsed.location ?? '/sign-in?next=%2Fapi%2Fdocs%3Ffrom%3Dhere&because=session-ended',
    });
    expect(page.$('main').text()).toContain('after 20 minutes without use, and 10 hours after');
    expect(page.$('input[name=next]').attr('value')).toBe('/api/docs?from=here');
    const back = await officer.submit(page, {
      email: officer.staff.email,
      password: TEST_PASSWORD,
    });
    expect([back.status, back.location]).toEqual([303, '/api/docs?from=here']);
  });

  it('ends 10 hours after signing in, however busy', async () => {
    const officer = await desk.signInAs('officer');
    for (let quarter = 1; quarter < 40; quarter += 1) {
      desk.clock.advance({ minutes: 15 });
      expect([quarter, await isSignedIn(officer)]).toEqual([quarter, true]);
    }
    desk.clock.advance({ minutes: 15, seconds: 1 });
    expect(await isSignedIn(officer)).toBe(false);
  });

  it('is over within one request when the account is disabled or the password reset', async () => {
    const unitOfWork = desk.app.get(UnitOfWork);
    const disabled = await desk.signInAs('officer');
    await unitOfWork.run((tx) => disableAccount(tx, disabled.staff.id, desk.clock.now()));
    expect(await isSignedIn(disabled)).toBe(false);
    const reset = await desk.signInAs('officer');
    const passwordHash = await hashPassword('another long phrase 99');
    await unitOfWork.run((tx) =>
      setPasswordHash(tx, reset.staff.id, passwordHash, desk.clock.now()),
    );
    expect(await isSignedIn(reset)).toBe(false);
    const [left] = await desk.database.dataSource.query(
      'SELECT COUNT(*) AS sessions FROM staff_sessions WHERE account_id IN (?)',
      [[disabled.staff.id, reset.staff.id]],
    );
    expect(Number(left.sessions)).toBe(0);
  });

  it('takes a change of role at once', async () => {
    const officer = await desk.signInAs('officer');
    await desk.database.dataSource.query('UPDATE staff_accounts SET role = ? WHERE id = ?', [
      'auditor',
      officer.staff.id,
    ]);
    const page = await officer.get('/nowhere-at-all');
    expect(page.status).toBe(404);
    const signInPage = await officer.get('/sign-in?next=/x');
    expect(signInPage.location).toBe('/x');
  });

  it('leaves an account its three newest sessions', async () => {
    const first = await desk.signInAs('officer');
    const others = [];
    for (let count = 0; count < 3; count += 1) {
      desk.clock.advance({ seconds: 2 });
      const browser = desk.visitor();
      await signIn(browser, first.staff.email);
      others.push(browser);
    }
    expect(await isSignedIn(first)).toBe(false);
    for (const browser of others) expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('signing out', () => {
  it('ends the session in the database and clears what the browser kept', async () => {
    const officer = await desk.signInAs('officer');
    const cookie = officer.cookies.get('permit-desk') ?? '';
    const answer = await officer.post('/sign-out');
    expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(officer.cookies.has('permit-desk')).toBe(false);
    officer.cookies.set('permit-desk', cookie);
    expect(await isSignedIn(officer)).toBe(false);
  });

  it('is not put back by a request that was under way', async () => {
    const officer = await desk.signInAs('officer');
    const [out] = await Promise.all([
      officer.post('/sign-out'),
      ...Array.from({ length: 8 }, () => officer.get('/sign-in')),
    ]);
    expect(out.status).toBe(303);
    const [left] = await desk.database.dataSource.query(
      'SELECT COUNT(*) AS sessions FROM staff_sessions WHERE account_id = ?',
      [officer.staff.id],
    );
    expect(Number(left.sessions)).toBe(0);
  });
});

describe('forms from elsewhere', () => {
  const same = { 'sec-fetch-site': 'same-origin' };

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sub-domain', { origin: 'http://x.127.0.0.1', 'sec-fetch-site': 'same-site' }],
    ['another site in an old browser', { origin: 'https://evil.example', 'sec-fetch-site': '' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('refuses a sign-in and a sign-out from %s', async (_from, headers) => {
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

  it('refuses a request that does not say where it comes from', async () => {
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
  ])('refuses %s and ends nothing', async (_what, token) => {
    const officer = await desk.signInAs('officer');
    const answer = await officer.post('/sign-out', { _csrf: await token() });
    expect(answer.status).toBe(403);
    expect(answer.$('h1').text()).toBe('Your session ended');
    expect(await isSignedIn(officer)).toBe(true);
  });

  it('takes no token from the address', async () => {
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
