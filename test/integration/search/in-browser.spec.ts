import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import { TEST_PASSWORD, type TestStaff } from '../../support/test-application.js';
import { startSearchBench } from './search-bench.js';

/** Search and saved views in a real browser: at both widths, with and without script, axe clean. */

let bench: Awaited<ReturnType<typeof startSearchBench>>;
let browser: Browser;
let officer: TestStaff;

beforeAll(async () => {
  bench = await startSearchBench();
  officer = await bench.desk.addStaff('officer');
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
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

async function signedIn(given: { width?: number; script?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1366, height: 768 },
    javaScriptEnabled: given.script !== false,
    baseURL: bench.desk.url,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('#email', officer.email);
  await page.fill('#password', TEST_PASSWORD);
  await page.click('main button');
  await page.waitForURL('**/my-work');
  return page;
}

async function isSound(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect([name, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []]);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow]).toEqual([name, 0]);
  if (process.env['LOOK_AT']) {
    const width = page.viewportSize()?.width;
    const path = `${process.env['LOOK_AT']}/${name}-${width}.png`;
    await page.screenshot({ path, fullPage: true });
  }
}

async function search(page: Page, typed: string): Promise<void> {
  await page.fill('input[name=typed]', typed);
  await page.press('input[name=typed]', 'Enter');
}

it.each([1366, 320])(
  'every state is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn({ width });
    await isSound(page, 'header');
    await page.goto('/searches/new');
    await isSound(page, 'first');
    await search(page, '');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'nothing-typed');
    await search(page, 'Nobody Atall');
    await page.waitForURL(/searches\/[0-9a-f-]{36}$/);
    await isSound(page, 'nothing-found');
    await search(page, 'lg09 rvk');
    await page.waitForSelector('#found tbody');
    await isSound(page, 'look-alikes');
    await search(page, 'example');
    await page.waitForSelector('a[rel=next]');
    await isSound(page, 'pages');
    await page.goto('/searches/00000000-0000-4000-8000-000000000000');
    await isSound(page, 'over');
    const zone = width === 320 ? 'T12' : 'T2';
    await page.goto(`/queue?zone=${zone}`);
    await isSound(page, 'queue');
    await page.click('text=Save this view');
    await isSound(page, 'save-view');
    await page.fill('#name', `Zone ${zone}`);
    await page.click('main button');
    await page.waitForURL(`**/queue?zone=${zone}`);
    await isSound(page, 'queue-with-view');
    await page.goto('/queue/views');
    await isSound(page, 'views');
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
