import type { Browser } from 'playwright-core';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import { type Lane, type MoneyBench, type RefundCase, startMoneyBench } from './money-bench.js';

/** The pages of the money in a real browser: at both widths, with and without script, axe clean. */

let bench: MoneyBench;
let browser: Browser;
const cases = new Map<Lane, RefundCase>();

beforeAll(async () => {
  bench = await startMoneyBench();
  browser = await launchChromium();
  for (const lane of ['waiting', 'unknown', 'sent', 'failed', 'attention'] as const) {
    cases.set(lane, await bench.refund(lane));
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const signedIn = (visit: Visit = {}) =>
  signedInPage(browser, { url: bench.desk.url, staff: bench.supervisor }, visit);
const caseIn = (lane: Lane): RefundCase => {
  const found = cases.get(lane);
  if (!found) throw new Error(`No case is in ${lane}.`);
  return found;
};
const pages = () => [
  '/refunds',
  '/refunds?lane=failed&age=1h',
  `/refunds/${caseIn('failed').commandId}/another-way/new`,
  `/applications/${caseIn('failed').application.reference}`,
  `/applications/${caseIn('sent').application.reference}/money`,
  new URL(bench.desk.settings.statusLinkOf(caseIn('sent').application, 365)).pathname,
];

it.each([1366, 320])(
  'every page is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn({ width });
    for (const path of pages()) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectSoundPage(page, path.replace(/^(\/s\/).*/, '$1resident'));
    }
    await page.goto(`/refunds/${caseIn('failed').commandId}/another-way/new`);
    await page.getByRole('button', { name: 'Check before you record it' }).click();
    await expectSoundPage(page, 'another-way-422');
    await page.getByLabel('Cheque').check();
    await page.getByLabel('Day').fill('20');
    await page.getByLabel('Month').fill('11');
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Reference of the payment').fill('Cheque 000123');
    await page.getByLabel('Why it was not given back').fill('The card is closed: a cheque.');
    await page.getByRole('button', { name: 'Check before you record it' }).click();
    await page.getByRole('button', { name: 'Record £55 as given back' }).waitFor();
    await expectSoundPage(page, 'another-way-check');
    const answer = await page.goto('/s/not-a-link');
    expect(answer?.status()).toBe(404);
    await expectSoundPage(page, '/s/not-a-link');
    await page.context().close();
  },
  120_000,
);

it('a failed refund is settled another way by keyboard without script', async () => {
  const page = await signedIn({ script: false });
  await page.goto('/refunds?lane=failed');
  await page.focus('text=Settled another way >> nth=-1');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/another-way/new');
  await page.focus('#way');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  for (const part of ['20', '11', '2026']) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Cheque 000123');
  await page.focus('#reason');
  await page.keyboard.type('The card is closed: sent a cheque.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.focus('button[value=send]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/refunds?lane=another_way');
  expect(await page.textContent('#refunds')).toContain(caseIn('failed').application.reference);
  await page.goto(`/applications/${caseIn('failed').application.reference}`);
  expect(await page.textContent('main')).toContain('£55 given back another way: Cheque 000123');
  await page.context().close();
}, 60_000);

it('the list is narrowed and taken away as a file by keyboard without script', async () => {
  const page = await signedIn({ script: false });
  await page.goto('/refunds');
  await page.selectOption('select[name=lane]', 'waiting');
  await page.focus('text=Apply filters');
  await page.keyboard.press('Enter');
  await page.waitForURL(/lane=waiting/);
  await page.focus('#reason');
  await page.keyboard.type('For the month’s end');
  await page.focus('text=Download as CSV');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('refunds-2026-11-20.csv');
  await page.context().close();
}, 60_000);
