import { promisify } from 'node:util';
import type { SessionData } from 'express-session';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { StaffSessionStore } from '../../../src/staff/session-store.js';
import { hashPassword } from '../../../src/staff/password-hash.js';
import { disableAccount, setPasswordHash } from '../../../src/staff/staff-accounts.store.js';
import {
  signIn,
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { ProbeModule } from '../web/probe.module.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication({ module: ProbeModule });
});
afterAll(() => desk.stop());

/** A page that anyone signed in may see; whether it exists is another test's matter. */
const isSignedIn = async (browser: TestBrowser) => (await browser.get('/sign-in')).location === '/';

describe('the session', () => {
  it('attack 149: has a new id after signing in; the one from before is dead', async () => {
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

  it('attack 152: takes a spoilt, giant or empty cookie for none', async () => {
    const officer = await desk.signInAs('officer');
    const good = officer.cookies.get('permit-desk') ?? '';
    for (const bad of [good.slice(0, -3) + 'xyz', '', 'x'.repeat(9000), 's%3Aabc.def']) {
      const visitor = desk.visitor();
      visitor.cookies.set('permit-desk', bad);
      const answer = await visitor.get('/sign-in');
      expect(answer.status).toBe(200);
    }
  });

  it('attack 150: ends after 20 minutes without use, brings its owner back and says why', async () => {
    const officer = await desk.signInAs('officer');
    desk.clock.advance({ minutes: 19 });
    expect(await isSignedIn(officer)).toBe(true);
    desk.clock.advance({ minutes: 19 });
    expect(await isSignedIn(officer)).toBe(true);
    desk.clock.advance({ minutes: 20, seconds: 1 });
    const lapsed = await officer.get('/probe/page?from=here');
    expect([lapsed.status, lapsed.location]).toEqual([
      303,
      '/sign-in?next=%2Fprobe%2Fpage%3Ffrom%3Dhere&because=session-ended',
    ]);
    const page = await officer.follow(lapsed);
    expect(page.$('main').text()).toContain('after 20 minutes without use, and 10 hours after');
    expect(page.$('input[name=next]').attr('value')).toBe('/probe/page?from=here');
    const back = await officer.submit(page, {
      email: officer.staff.email,
      password: TEST_PASSWORD,
    });
    expect([back.status, back.location]).toEqual([303, '/probe/page?from=here']);
  });

  it('attack 150: ends 10 hours after signing in, however busy', async () => {
    const officer = await desk.signInAs('officer');
    for (let quarter = 1; quarter < 40; quarter += 1) {
      desk.clock.advance({ minutes: 15 });
      expect([quarter, await isSignedIn(officer)]).toEqual([quarter, true]);
    }
    desk.clock.advance({ minutes: 15, seconds: 1 });
    expect(await isSignedIn(officer)).toBe(false);
  });

  it('attack 018: is over within one request when the account is disabled or the password reset', async () => {
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
    expect((await officer.get('/probe/page')).status).toBe(200);
    await desk.database.dataSource.query('UPDATE staff_accounts SET role = ? WHERE id = ?', [
      'administrator',
      officer.staff.id,
    ]);
    expect((await officer.get('/probe/page')).status).toBe(403);
  });

  it('attack 169: leaves an account its three newest sessions, and says so to the oldest', async () => {
    const first = await desk.signInAs('officer');
    const others = [];
    for (let count = 0; count < 3; count += 1) {
      desk.clock.advance({ seconds: 2 });
      const browser = desk.visitor();
      await signIn(browser, first.staff.email);
      others.push(browser);
    }
    expect(await isSignedIn(first)).toBe(false);
    const told = await first.follow(await first.get('/probe/page'));
    expect(told.$('main').text()).toContain('A fourth sign-in ends the oldest one.');
    for (const browser of others) expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('signing out', () => {
  it('attack 150: ends the session in the database and clears what the browser kept', async () => {
    const officer = await desk.signInAs('officer');
    const cookie = officer.cookies.get('permit-desk') ?? '';
    const answer = await officer.post('/sign-out');
    expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(officer.cookies.has('permit-desk')).toBe(false);
    officer.cookies.set('permit-desk', cookie);
    expect(await isSignedIn(officer)).toBe(false);
  });

  it('is not put back by a request that was under way and writes its session last', async () => {
    const store = new StaffSessionStore({
      database: desk.app.get(Database),
      clock: desk.clock,
      idleMinutes: 20,
      hours: 10,
    });
    const set = promisify(store.set.bind(store)) as (id: string, it: SessionData) => Promise<void>;
    const get = promisify(store.get.bind(store)) as (id: string) => Promise<SessionData | null>;
    const destroy = promisify(store.destroy.bind(store)) as (id: string) => Promise<void>;
    const { staff } = await desk.signInAs('officer');
    await set('session-of-the-test', { accountId: staff.id } as SessionData);
    const underWay = await get('session-of-the-test');
    await destroy('session-of-the-test');
    await set('session-of-the-test', { ...underWay, csrfToken: 'x' } as SessionData);
    expect(underWay?.accountId).toBe(staff.id);
    expect(await get('session-of-the-test')).toBeNull();
  });
});
