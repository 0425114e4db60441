import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { expectSoundPage, launchChromium, signedInPage } from '../../support/test-chromium.js';
import { type FinanceBench, startFinanceBench } from './finance-bench.js';

let bench: FinanceBench;
let browser: Browser;

beforeAll(async () => {
  bench = await startFinanceBench();
  browser = await launchChromium();
  await bench.post([['captured', 'provider_clearing', 'customer', 5500, '2026-10-05T12:00:00Z']]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

it.each([1366, 320])(
  'a supervisor takes the file of last month, from the board, at %s pixels',
  async (width) => {
    const { url } = bench.desk;
    const staff = bench.supervisor;
    const page = await signedInPage(browser, { url, staff }, { width });
    await page.goto('/refunds');
    await expectSoundPage(page, 'board-with-link');
    await page.click('text=Finance export');
    await page.waitForURL('**/finance-exports/new');
    await expectSoundPage(page, 'finance-export');
    await page.click('text=Download the file');
    await page.waitForSelector('.govuk-error-summary');
    await expectSoundPage(page, 'finance-export-reason');
    await page.focus('#reason');
    await page.keyboard.type('For the end of the month');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('finance-2026-10-01-to-2026-10-31.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('Payment taken');
    await page.goto('/finance-exports/new');
    expect(await page.textContent('table')).toContain('For the end of the month');
    await expectSoundPage(page, 'finance-export-taken');
    await page.context().close();
  },
  120_000,
);
