import { type Browser, chromium, type Page } from 'playwright-core';
import {
  type Officer,
  type ReviewDesk,
  startReviewDesk,
  storedPaper,
} from '../review/review-desk.js';
import { axeFaults } from '../../support/axe.js';

/** Single keys in a real browser (C4): off until switched on, never while somebody types. */

let desk: ReviewDesk;
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  desk = await startReviewDesk();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const ALL_KEYS = 'jk+-0r123456fax/n?gqgs'.split('');

async function anOfficer(own: Record<string, string> | null): Promise<Officer> {
  const officer = await desk.signInAs('officer');
  if (own === null) return officer;
  const page = await officer.get('/my-settings');
  const form = 'form[action="/my-settings/shortcuts"]';
  await officer.submit(page, { isOn: 'yes', act: 'save', ...own }, form);
  return officer;
}

async function open(officer: Officer, width = 1366): Promise<{ page: Page; path: string }> {
  const [bill, v5c] = [await storedPaper(desk, 2), await storedPaper(desk)];
  const { path } = await desk.addCase((a) =>
    a.inReviewBy(officer.staff.id).withPaper('utility_bill', bill).withPaper('v5c', v5c),
  );
  const context = await browser.newContext({ viewport: { width, height: 768 } });
  const cookies = [...officer.cookies].map(([name, value]) => ({ name, value, url: desk.url }));
  await context.addCookies(cookies);
  return { page: await context.newPage(), path: `${desk.url}${path}` };
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.outerHTML');
const paperPage = (page: Page) => page.locator('[data-viewer-number]').innerText();
const looks = (page: Page) =>
  page.evaluate<string>(
    `JSON.stringify({ ...document.querySelector('[data-viewer-image]').dataset })`,
  );

describe('while they are off', () => {
  it('no key changes anything, on the case and beside a paper', async () => {
    const { page, path } = await open(await anOfficer(null));
    for (const at of [path, `${path}/evidence/1`]) {
      await page.goto(at);
      const before = [page.url(), await focused(page)];
      const shown = at === path ? '' : await looks(page);
      for (const key of [...ALL_KEYS, 'Escape']) await page.keyboard.press(key);
      expect([page.url(), await focused(page)]).toEqual(before);
      if (at !== path) expect(await looks(page)).toBe(shown);
    }
    await page.context().close();
  });
});

describe('once they are on', () => {
  it('leaf, enlarge, shrink, fit and turn the paper, and leave it', async () => {
    const { page, path } = await open(await anOfficer({}));
    await page.goto(`${path}/evidence/1`);
    await page.keyboard.press('j');
    expect(await paperPage(page)).toBe('Page 2 of 2');
    await page.keyboard.press('k');
    expect(await paperPage(page)).toBe('Page 1 of 2');
    const image = page.locator('[data-viewer-image]');
    const zoom = () => image.getAttribute('data-zoom');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    expect(await zoom()).toBe('150');
    await page.keyboard.press('-');
    expect(await zoom()).toBe('100');
    await page.keyboard.press('0');
    expect(await zoom()).toBe('fit');
    await page.keyboard.press('r');
    expect(await image.getAttribute('data-rotation')).toBe('90');
    await page.locator('[data-viewer-stage]').focus();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('id="facts"');
    await page.context().close();
  });

  it('go to rows, to the queue, to search, and open approving and rejecting without sending', async () => {
    const { page, path } = await open(await anOfficer({}));
    await page.goto(path);
    await page.keyboard.press('2');
    expect(await focused(page)).toContain('/evidence/2');
    await page.keyboard.press('/');
    expect(await focused(page)).toContain('type="search"');
    await page.keyboard.type('axn');
    expect(page.url()).toBe(path);
    for (const [keys, at] of [
      ['a', '/approval/new'],
      ['x', '/rejection/new'],
      ['gq', '/queue'],
      ['gs', '/searches/new'],
    ] as const) {
      await page.goto(path);
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForURL(`**${at}*`);
    }
    const decisions: unknown[] = await desk.database.dataSource.query('SELECT id FROM decisions');
    expect(decisions).toEqual([]);
    await page.context().close();
  });

  it('only type while somebody writes a note, or presses a modifier', async () => {
    const { page, path } = await open(await anOfficer({}));
    await page.goto(`${path}/evidence/1`);
    await page.locator('[name=note]').focus();
    await page.keyboard.type('axn jk?');
    expect(await page.inputValue('[name=note]')).toBe('axn jk?');
    expect(await paperPage(page)).toBe('Page 1 of 2');
    await page.locator('input[name="mark[name]"]').first().focus();
    await page.keyboard.press('j');
    await page.locator('#facts').focus();
    for (const chord of ['Control+j', 'Alt+j', 'Meta+j', 'Shift+J']) {
      await page.keyboard.press(chord);
    }
    expect(await paperPage(page)).toBe('Page 1 of 2');
    expect(page.url()).toContain('/evidence/1');
    await page.context().close();
  });

  it('are other ones where this person chose so', async () => {
    const { page, path } = await open(await anOfficer({ 'keys[next_page]': 'd' }));
    await page.goto(`${path}/evidence/1`);
    await page.keyboard.press('j');
    expect(await paperPage(page)).toBe('Page 1 of 2');
    await page.keyboard.press('d');
    expect(await paperPage(page)).toBe('Page 2 of 2');
    await page.context().close();
  });

  it.each([1366, 320])(
    'are shown by “?” in a dialog that keeps the focus and closes by Escape (%d pixels)',
    async (width) => {
      const { page, path } = await open(await anOfficer({}), width);
      await page.goto(path);
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      for (let n = 0; n < 6; n += 1) {
        await page.keyboard.press('Tab');
        const isOutside = await page.evaluate<boolean>(
          `document.activeElement !== document.body && !document.querySelector('#shortcuts').contains(document.activeElement)`,
        );
        expect(isOutside).toBe(false);
      }
      await page.keyboard.press('a');
      expect(page.url()).toBe(path);
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await page.goto(`${desk.url}/my-settings`);
      expect(await axeFaults(page)).toEqual([]);
      const sideways =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(sideways)).toBe(0);
      await page.context().close();
    },
  );
});
