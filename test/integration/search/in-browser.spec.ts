import type { Browser, Page } from 'playwright-core';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import { type TestStaff } from '../../support/test-application.js';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import { startSearchBench } from './search-bench.js';

/** Search and saved views in a real browser: at both widths, with and without script, axe clean. */

let bench: Awaited<ReturnType<typeof startSearchBench>>;
let browser: Browser;
let officer: TestStaff;

beforeAll(async () => {
  bench = await startSearchBench();
  officer = await bench.desk.addStaff('officer');
  browser = await launchChromium();
  const plates = ['LG09RVK', 'LGO9RVK', 'LG08RVK', 'LG09RVX'];
  for (let index = 0; index < 32; index += 1) {
    const registration = plates[index] ?? `QX${index + 10}ABC`;
    const registrationKey = lookAlikeKey(registration);
    const applicantName = index % 2 === 0 ? 'Priya Example' : 'Zoë O’Neill-Example';
    await bench.addCase({ registration, registrationKey, applicantName });
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const signedIn = (visit: Visit = {}) =>
  signedInPage(browser, { url: bench.desk.url, staff: officer }, visit);

async function search(page: Page, typed: string): Promise<void> {
  await page.fill('input[name=typed]', typed);
  await page.press('input[name=typed]', 'Enter');
}

it.each([1366, 320])(
  'every state is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn({ width });
    await expectSoundPage(page, 'header');
    await page.goto('/searches/new');
    await expectSoundPage(page, 'first');
    await search(page, '');
    await page.waitForSelector('.govuk-error-summary');
    await expectSoundPage(page, 'nothing-typed');
    await search(page, 'Nobody Atall');
    await page.waitForURL(/searches\/[0-9a-f-]{36}$/);
    await expectSoundPage(page, 'nothing-found');
    await search(page, 'lg09 rvk');
    await page.waitForSelector('#found tbody');
    await expectSoundPage(page, 'look-alikes');
    await search(page, 'example');
    await page.waitForSelector('a[rel=next]');
    await expectSoundPage(page, 'pages');
    await page.goto('/searches/00000000-0000-4000-8000-000000000000');
    await expectSoundPage(page, 'over');
    const zone = width === 320 ? 'T12' : 'T2';
    await page.goto(`/queue?zone=${zone}`);
    await expectSoundPage(page, 'queue');
    await page.click('text=Save this view');
    await expectSoundPage(page, 'save-view');
    await page.fill('#name', `Zone ${zone}`);
    await page.click('main button');
    await page.waitForURL(`**/queue?zone=${zone}`);
    await expectSoundPage(page, 'queue-with-view');
    await page.goto('/queue/views');
    await expectSoundPage(page, 'views');
    await page.context().close();
  },
  90_000,
);

it.each([true, false])(
  'by keyboard from the header to the next page, back, and a reload (script: %s)',
  async (script) => {
    const page = await signedIn({ script });
    await page.focus('#search-all');
    await page.keyboard.type('example');
    await page.keyboard.press('Enter');
    await page.waitForURL(/searches\/[0-9a-f-]{36}$/);
    expect(await page.locator('#found tbody tr').count()).toBe(25);
    const first = page.url();
    await page.focus('a[rel=next]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/page=2/);
    expect(await page.locator('#found tbody tr').count()).toBe(7);
    await page.goBack();
    expect([page.url(), await page.locator('#found tbody tr').count()]).toEqual([first, 25]);
    await page.reload();
    expect(await page.locator('#found tbody tr').count()).toBe(25);
    expect(await page.inputValue('input[name=typed]')).toBe('example');
    await page.context().close();
  },
  60_000,
);
