import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { disableAccount } from '../../../src/staff/staff-accounts.store.js';
import {
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

  it('attack 167: answers an unknown address, a wrong password and a disabled account alike', async () => {
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

  it('attack 129: never goes to another site afterwards', async () => {
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
