import { type Browser, chromium, type Page } from 'playwright-core';
import { signIn } from '../../support/test-application.js';
import {
  type Officer,
  type ReviewDesk,
  startReviewDesk,
  storedPaper,
} from '../review/review-desk.js';
import { WORDS } from './drafts-desk.js';
import { axeFaults } from '../../support/axe.js';
import { eventually } from '../../support/journeys/running-desk.js';

/** Drafts in a real browser: a pause, a closed tab, a session that ends, a conflict, no script. */

let desk: ReviewDesk;
let browser: Browser;
let officer: Officer;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function open(script = true, width = 1366): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 768 },
    javaScriptEnabled: script,
  });
  const cookies = [...officer.cookies].map(([name, value]) => ({ name, value, url: desk.url }));
  await context.addCookies(cookies);
  return context.newPage();
}

async function aCase() {
  const [bill, v5c] = [await storedPaper(desk, 2), await storedPaper(desk)];
  const made = await desk.addCase((a) =>
    a.inReviewBy(officer.staff.id).withPaper('utility_bill', bill).withPaper('v5c', v5c),
  );
  return { ...made, url: `${desk.url}${made.path}` };
}

const kept = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/drafts') && answer.status() === 204);

describe('what is typed', () => {
  it('is kept at a pause, and filled in again by another tab after this one was closed', async () => {
    const { url } = await aCase();
    const page = await open();
    await page.goto(`${url}/withdrawal/new`);
    const said = kept(page);
    await page.locator('[name=words]').pressSequentially(WORDS);
    await said;
    expect(await page.locator('[data-draft-line]').innerText()).toMatch(/^Draft kept at \d/);
    await page.close();
    const again = await open();
    await again.goto(`${url}/withdrawal/new`);
    expect(await again.inputValue('[name=words]')).toBe(WORDS);
    expect(await again.locator('.desk-draft').innerText()).toContain('You had begun this at');
    await again.context().close();
  });

  it('is kept when the page is left at once, without a pause', async () => {
    const { url } = await aCase();
    const page = await open();
    await page.goto(`${url}/evidence/1`);
    await page.fill('[name=note]', WORDS);
    await page.locator('input[name="mark[name]"][value=does_not_match]').check({ force: true });
    await page.goto(`${url}/evidence/2`);
    // A browser does not tell of the answer to a page that was left: what counts is that it arrived.
    await eventually('words and mark were kept', async () => {
      await page.goto(`${url}/evidence/1`);
      const mark = page.locator('input[name="mark[name]"][value=does_not_match]');
      return (await page.inputValue('[name=note]')) === WORDS && (await mark.isChecked());
    });
    await page.context().close();
  });

  it('lies nowhere in the browser, and in no address', async () => {
    const { url } = await aCase();
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${url}/notes/new`);
    await page.fill('[name=words]', WORDS);
    await Promise.all([kept(page), page.locator('[name=words]').blur()]);
    const stored = await page.evaluate<number>('localStorage.length + sessionStorage.length');
    expect(stored).toBe(0);
    expect(asked.join(' ')).not.toContain('mother');
    await page.context().close();
  });

  it('is gone once the form was sent', async () => {
    const { url } = await aCase();
    const page = await open();
    await page.goto(`${url}/notes/new`);
    await page.fill('[name=words]', WORDS);
    await page
      .getByRole('button', { name: 'Save the note' })
      .or(page.locator('form[data-draft] button'))
      .first()
      .click();
    await page.waitForURL(/#notes$/);
    await page.goto(`${url}/notes/new`);
    expect(await page.inputValue('[name=words]')).toBe('');
    expect(await page.locator('.desk-draft').count()).toBe(0);
    await page.context().close();
  });

  it('survives the end of the session: kept before, said after, and there after signing in', async () => {
    const { url } = await aCase();
    const page = await open();
    await page.goto(`${url}/notes/new`);
    await page.fill('[name=words]', WORDS);
    await Promise.all([kept(page), page.locator('[name=words]').blur()]);
    await desk.database.dataSource.query('DELETE FROM staff_sessions WHERE account_id = ?', [
      officer.staff.id,
    ]);
    await page.locator('[name=words]').pressSequentially(' and more');
    await page.getByText('Your session has ended').waitFor();
    await page.goto(`${url}/notes/new`);
    expect(page.url()).toContain('/sign-in');
    await signIn(officer, officer.staff.email);
    const again = await open();
    await again.goto(`${url}/notes/new`);
    expect(await again.inputValue('[name=words]')).toBe(WORDS);
    await page.context().close();
    await again.context().close();
  });
});

describe('without script', () => {
  it('turning, enlarging and leafing lose no mark and no word, and save nothing', async () => {
    const { url, application } = await aCase();
    const page = await open(false);
    await page.goto(`${url}/evidence/1`);
    await page.locator('input[name="mark[name]"][value=matches]').check({ force: true });
    await page.fill('[name=note]', WORDS);
    for (const name of ['Turn right', 'Larger', 'Next page', 'Previous page']) {
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
    }
    expect(await page.inputValue('[name=note]')).toBe(WORDS);
    const mark = page.locator('input[name="mark[name]"][value=matches]');
    expect(await mark.isChecked()).toBe(true);
    expect(await page.locator('[data-viewer-image]').getAttribute('data-zoom')).toBe('100');
    const checks: unknown[] = await desk.database.dataSource.query(
      'SELECT paper_id FROM paper_checks WHERE application_id = ?',
      [application.id],
    );
    expect(checks).toEqual([]);
    await page.context().close();
  });

  it('Enter in a box saves, and does not turn the paper', async () => {
    const { url, application } = await aCase();
    const page = await open(false);
    await page.goto(`${url}/evidence/1`);
    await page.fill('[name="datedOn[day]"]', '2');
    await page.fill('[name="datedOn[month]"]', '11');
    await page.fill('[name="datedOn[year]"]', '2026');
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('[name="datedOn[year]"]').press('Enter'),
    ]);
    const checks: { verdict: string }[] = await desk.database.dataSource.query(
      'SELECT verdict FROM paper_checks WHERE application_id = ?',
      [application.id],
    );
    expect(checks).toEqual([{ verdict: 'undecided' }]);
    await page.context().close();
  });
});

describe.each([1366, 320])('at %d pixels', (width) => {
  it('a form that was begun before has no fault that axe finds and does not scroll sideways', async () => {
    const { url, path } = await aCase();
    await officer.post(`${path}/drafts`, {
      ...{ form: 'rejection', formId: '0b1f2f3e-8c1d-4a51-9d0e-6f6b1c2d3e4f', version: '0' },
      content: new URLSearchParams({ words: WORDS }).toString(),
    });
    const page = await open(true, width);
    await page.goto(`${url}/rejection/new`);
    expect(await page.locator('.desk-draft').innerText()).toContain('Throw it away');
    expect(await axeFaults(page)).toEqual([]);
    const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(sideways)).toBe(0);
    await page.context().close();
  });
});
