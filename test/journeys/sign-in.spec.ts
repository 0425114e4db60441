import type { Page } from 'playwright-core';
import {
  type Account,
  type RunningDesk,
  signIn,
  startRunningDesk,
} from '../support/journeys/running-desk.js';
import type { Visitor } from '../support/journeys/visitor.js';

/** Signing in, a session that lapses under an officer's hands, and signing out. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

/** As if nobody had touched the browser for longer than a session lasts. */
async function lapse({ id }: Account): Promise<void> {
  await desk.database.dataSource.query(
    'UPDATE staff_sessions SET last_seen_at = last_seen_at - INTERVAL 21 MINUTE WHERE account_id = ?',
    [id],
  );
}

async function claimedCase(visitor: Visitor): Promise<string> {
  const { reference } = await desk.receive([]);
  await visitor.goTo(`/applications/${reference}`);
  await visitor.press('Claim this case');
  return reference;
}

describe.each([true, false])('with script: %s', (script) => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = await desk.visitor({ script });
  });
  afterEach(() => visitor.close());

  it('refuses a wrong password in one sentence, then takes the right one to the page asked for', async () => {
    await visitor.goTo('/queue?zone=Z3');
    expect(await visitor.heading()).toBe('Sign in to Permit Desk');
    await visitor.page.fill('#email', officer.email);
    await visitor.page.fill('#password', 'no such badgers');
    await visitor.press('Sign in');
    expect(visitor.status).toBe(422);
    expect(await visitor.page.locator('.govuk-error-summary').innerText()).toContain(
      'Email address or password is not right',
    );
    expect(await visitor.page.inputValue('#email')).toBe(officer.email);
    await signIn(visitor, officer);
    expect(visitor.page.url()).toBe(`${desk.url}/queue?zone=Z3`);
    expect(await visitor.page.locator('header').innerText()).toContain('Robin Officer');
  }, 240_000);

  it('says that the session lapsed and comes back to the page', async () => {
    await signIn(visitor, officer);
    await lapse(officer);
    await visitor.goTo('/queue');
    expect(await visitor.words()).toContain('Your session ended');
    await signIn(visitor, officer);
    expect(visitor.page.url()).toBe(`${desk.url}/queue`);
  }, 240_000);

  it('keeps what was typed into a form when the session lapsed meanwhile', async () => {
    await signIn(visitor, officer);
    const reference = await claimedCase(visitor);
    const words = 'The bill shows the flat’s old name.';
    await visitor.page.locator('main textarea').fill(words);
    await lapse(officer);
    // What is typed is kept while it is typed, which an ended session does not allow either.
    visitor.mayBeRefused(`/applications/${reference}/drafts`);
    await visitor.press('Save the note');
    expect(await visitor.words()).toContain('Nothing was saved');
    expect(await visitor.words()).toContain(words);
    const tab = visitor.page.waitForEvent('popup');
    await visitor.page.getByRole('link', { name: /^Sign in again/ }).click();
    await signInOnTab(await tab);
    await visitor.press('Send again');
    await visitor.press('Send again');
    expect(visitor.page.url()).toContain(`/applications/${reference}`);
    expect((await desk.rows('case_notes', reference)).map((row) => row['words'])).toEqual([words]);
  }, 240_000);

  it('is over for good after signing out, in every tab', async () => {
    await signIn(visitor, officer);
    const [session] = await visitor.page.context().cookies();
    const other = await visitor.page.context().newPage();
    await other.goto('/queue');
    await visitor.press('Sign out');
    await other.reload();
    expect(other.url()).toContain('/sign-in');
    if (!session) throw new Error('There was no cookie.');
    await visitor.page.context().addCookies([session]);
    await visitor.goTo('/my-work');
    expect(await visitor.heading()).toBe('Sign in to Permit Desk');
  }, 240_000);
});

async function signInOnTab(tab: Page): Promise<void> {
  await tab.fill('#email', officer.email);
  await tab.fill('#password', 'four quiet badgers dig');
  await Promise.all([tab.waitForEvent('load'), tab.click('main button')]);
  await tab.close();
}
