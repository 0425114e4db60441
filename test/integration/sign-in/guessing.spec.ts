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
afterEach(() => desk.clock.advance({ hours: 2 }));

async function guess(browser: TestBrowser, email: string, headers = {}): Promise<Answer> {
  await browser.get('/sign-in');
  return browser.post('/sign-in', { email, password: 'a wrong password' }, headers);
}

async function guesses(browser: TestBrowser, email: string, count: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let one = 0; one < count; one += 1) statuses.push((await guess(browser, email)).status);
  return statuses;
}

describe('guessing a password', () => {
  it('attack 158: has to wait after five guesses, longer each time, and other accounts do not', async () => {
    const { email } = await desk.addStaff('officer');
    const stranger = desk.visitor();
    expect(await guesses(stranger, email, 5)).toEqual([422, 422, 422, 422, 422]);
    const sixth = await guess(stranger, email);
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '60']);
    expect(sixth.$('h1').text()).toBe('Wait 1 minute before you try again');
    const other = await desk.addStaff('officer');
    expect((await guess(stranger, other.email)).status).toBe(422);
    for (const minutes of [2, 4, 8, 15, 15]) {
      desk.clock.advance({ seconds: Number(await waitOf(email)) });
      expect((await guess(desk.visitor(), email)).status).toBe(422);
      expect(await waitOf(email)).toBe(String(minutes * 60));
    }
  });

  it('cannot keep out a browser the account was signed in with before', async () => {
    const officer = await desk.signInAs('officer');
    await officer.post('/sign-out');
    const stranger = desk.visitor();
    await guesses(stranger, officer.staff.email, 6);
    const newBrowser = desk.visitor();
    await newBrowser.get('/sign-in');
    const fromNew = await newBrowser.post('/sign-in', {
      email: officer.staff.email,
      password: TEST_PASSWORD,
    });
    expect(fromNew.status).toBe(429);
    await signIn(officer, officer.staff.email);
    expect((await officer.get('/sign-in')).location).toBe('/');
  });

  it('counts the guesses of a known browser apart, and stops them as well', async () => {
    const officer = await desk.signInAs('officer');
    await officer.post('/sign-out');
    const statuses = await guesses(officer, officer.staff.email, 6);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await guess(desk.visitor(), officer.staff.email)).status).toBe(422);
  });

  it('is not helped by another account’s known browser, or by a made-up one', async () => {
    const officer = await desk.signInAs('officer');
    await officer.post('/sign-out');
    const victim = await desk.addStaff('officer');
    await guesses(officer, victim.email, 5);
    officer.cookies.set('permit-desk-browser', 'A'.repeat(43));
    expect((await guess(officer, victim.email)).status).toBe(429);
  });

  it('gets no more guesses for sending twenty at once', async () => {
    const { email } = await desk.addStaff('officer');
    const browsers = Array.from({ length: 20 }, () => desk.visitor());
    const statuses = await Promise.all(
      browsers.map(async (one) => (await guess(one, email)).status),
    );
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('waits for an unknown account as for a known one', async () => {
    const email = 'nobody-at-all@staff.example.com';
    const statuses = await guesses(desk.visitor(), email, 6);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('attack 168: is counted by address too, whatever the browser says its address is', async () => {
    const statuses: number[] = [];
    for (let one = 0; one < 42; one += 1) {
      const forwarded = { 'x-forwarded-for': `192.0.2.${one}` };
      const email = `person-${one}@staff.example.com`;
      statuses.push((await guess(desk.visitor(), email, forwarded)).status);
    }
    expect(statuses.slice(0, 40).every((status) => status === 422)).toBe(true);
    expect(statuses.slice(40)).toEqual([429, 429]);
  });

  it('does not count the right password', async () => {
    const { email } = await desk.addStaff('officer');
    for (let one = 0; one < 7; one += 1) {
      const browser = desk.visitor();
      await signIn(browser, email);
    }
    expect((await guess(desk.visitor(), email)).status).toBe(422);
  });

  it('is remembered without anybody’s address, of either kind, in words', async () => {
    const { email } = await desk.addStaff('officer');
    await guess(desk.visitor(), email);
    const rows = await desk.database.dataSource.query('SELECT * FROM sign_in_guesses');
    expect(JSON.stringify(rows)).not.toContain(email);
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
  });
});

async function waitOf(email: string): Promise<string | null> {
  return (await guess(desk.visitor(), email)).headers.get('retry-after');
}

describe('behind a proxy of ours', () => {
  let proxied: TestApplication;
  beforeAll(async () => {
    proxied = await startTestApplication({ settings: { TRUST_PROXY: true } });
  });
  afterAll(() => proxied.stop());

  it('a stranger elsewhere cannot make the owner wait in a new browser', async () => {
    const { email } = await proxied.addStaff('officer');
    const elsewhere = { 'x-forwarded-for': '198.51.100.7' };
    const statuses: number[] = [];
    for (let one = 0; one < 12; one += 1) {
      statuses.push((await guess(proxied.visitor(), email, elsewhere)).status);
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    const owner = proxied.visitor();
    await owner.get('/sign-in');
    const signedIn = await owner.post(
      '/sign-in',
      { email, password: TEST_PASSWORD },
      { 'x-forwarded-for': '203.0.113.9' },
    );
    expect(signedIn.status).toBe(303);
  });
});
