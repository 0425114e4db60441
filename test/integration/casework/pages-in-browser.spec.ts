import type { Browser } from 'playwright-core';
import type { Application } from '../../../src/applications/applications.store.js';
import { insertLetter } from '../../../src/letters/letters.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { type TestStaff } from '../../support/test-application.js';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import {
  aFailedLetter,
  aStuckPayment,
  type CaseworkBench,
  hours,
  startCaseworkBench,
} from './casework-bench.js';

/** The pages of casework in a real browser: at both widths, with and without script, axe clean. */

let bench: CaseworkBench;
let browser: Browser;
let officer: TestStaff;
let held: Application;
let letterId: string;
let commandId: string;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.addStaff('officer');
  browser = await launchChromium();
  held = await bench.add((it) =>
    it
      .inReviewBy(officer.id, hours(-1))
      .paid(5500, undefined, hours(5))
      .withPaper('utility_bill')
      .withV5C(),
  );
  for (let index = 0; index < 30; index += 1) {
    const permitTypeCode = ['resident', 'essential_carer', 'disabled_resident'][index % 3];
    await bench.add(
      (it) => {
        const one = it.with({
          permitTypeCode: permitTypeCode ?? 'resident',
          receivedAt: hours(-index * 9),
        });
        return index % 3 === 0 ? one.paid(5500, undefined, hours(index + 3)) : one.free();
      },
      [null, 'T2', 'T12'][index % 3] ?? null,
    );
  }
  await bench.desk.app.get(UnitOfWork).run(async (tx) => {
    const letter = aFailedLetter(held.id);
    letterId = letter.id;
    await insertLetter(tx, letter);
  });
  commandId = await aStuckPayment(bench, officer.id);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const signedIn = (visit: Visit = {}) =>
  signedInPage(browser, { url: bench.desk.url, staff: officer }, visit);

const pages = () => [
  '/my-work',
  '/queue',
  '/queue?status=all&zone=T2&sort=received&direction=desc',
  '/queue?zone=T12&age=10&assigned=me',
  `/applications/${held.reference}`,
  `/applications/${held.reference}/notes/new`,
  `/applications/${held.reference}/letters/${letterId}`,
  '/letters-not-delivered',
  '/refunds',
];

it.each([1366, 320])(
  'every page is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn({ width });
    for (const path of pages()) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectSoundPage(page, path);
    }
    await page.context().close();
  },
  90_000,
);

it.each([true, false])(
  'an officer takes the next case and gives it back (script: %s)',
  async (script) => {
    const page = await signedIn({ script });
    await page.click('text=Review next case');
    await page.waitForURL('**/applications/PD-*');
    expect(await page.textContent('main')).toContain(officer.name);
    await page.click('text=Give the case back');
    await page.waitForURL('**/applications/PD-*');
    expect(await page.textContent('main')).toContain('Claim this case');
    await page.context().close();
  },
);

it('filters and pages work by keyboard without script', async () => {
  const page = await signedIn({ script: false });
  await page.goto('/queue');
  await page.selectOption('select[name=zone]', 'T2');
  await page.focus('text=Apply filters');
  await page.keyboard.press('Enter');
  await page.waitForURL(/zone=T2/);
  expect(await page.locator('tbody tr').count()).toBeLessThan(25);
  await page.focus('.moj-filter__tag');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.search.includes('zone=T2'));
  await page.focus('a[rel=next]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/after=/);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
  await page.context().close();
});

it('a payment that needs a person is sent back to work', async () => {
  const page = await signedIn({ script: false });
  await page.goto('/refunds');
  await page.click('text=Try again');
  await page.waitForURL('**/refunds');
  expect(await page.textContent('main')).toContain('Nothing to do');
  const [row]: { state: string }[] = await bench.desk.database.dataSource.query(
    'SELECT state FROM payment_commands WHERE id = ?',
    [commandId],
  );
  expect(row?.state).toBe('requested');
  await page.context().close();
});
