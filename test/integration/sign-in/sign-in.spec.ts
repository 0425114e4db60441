import {
  startTestApplication,
  TEST_PASSWORD,
  type TestApplication,
} from '../../support/test-application.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication();
});
afterAll(() => desk.stop());

describe('signing in', () => {
  it('shows a form, takes the right password and gives the session a new id', async () => {
    const staff = await desk.addStaff('officer');
    const browser = desk.visitor();
    const page = await browser.get('/sign-in');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Sign in to Permit Desk');
    const before = browser.cookies.get('permit-desk');
    const answer = await browser.submit(page, { email: staff.email, password: TEST_PASSWORD });
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/');
    expect(browser.cookies.get('permit-desk')).not.toBe(before);
  });

  it('answers /health', async () => {
    const answer = await desk.visitor().get('/health');
    expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}']);
  });
});
