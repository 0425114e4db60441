import type { Browser } from 'playwright-core';
import { type TestStaff } from '../../support/test-application.js';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import { type DecidingBench, send, startDecidingBench } from '../deciding/deciding-bench.js';
import { aRejection, checkReopening, free, type Person, WHY } from './again-steps.js';

/** Overturning, second looks and reviews in a real browser: both widths, with and without script. */

let bench: DecidingBench;
let browser: Browser;
let officer: Person;
let supervisor: TestStaff;
let clerk: Person;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
  clerk = await bench.desk.signInAs('support');
  supervisor = await bench.desk.addStaff('supervisor');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const signedIn = (visit: Visit = {}) =>
  signedInPage(browser, { url: bench.desk.url, staff: supervisor }, visit);

function share(percent: number) {
  bench.desk.settings.QUALITY_SAMPLE_PERCENT = percent;
}

it.each([
  { width: 1366, script: true },
  { width: 320, script: true },
])(
  'a supervisor finds a drawn rejection, does not agree, and the case is decided again (%j)',
  async (given) => {
    share(100);
    const { application } = await aRejection(bench, officer, free(officer));
    share(0);
    const page = await signedIn(given);
    await page.getByRole('link', { name: /decision/ }).click();
    await expectSoundPage(page, 'second-looks');
    await page.getByRole('link', { name: application.reference }).click();
    await expectSoundPage(page, 'second-look');
    await page.getByRole('button', { name: 'Finish the second look' }).click();
    await expectSoundPage(page, 'second-look-422');
    await page.getByLabel('I do not agree').check();
    await page.getByLabel('What you found').fill('The bill is in date.');
    await page.getByRole('button', { name: 'Finish the second look' }).click();
    await page.waitForURL('**/second-looks');
    await expectSoundPage(page, 'second-looks-after');
    await page.goto(`/applications/${application.reference}/decision`);
    await expectSoundPage(page, 'decision-reopened');
    expect(await page.textContent('main')).toContain('This decision no longer stands');
    await page.goto('/second-looks/shares/new');
    await expectSoundPage(page, 'share');
    await page.context().close();
  },
  120_000,
);

it.each([
  { width: 1366, script: false },
  { width: 320, script: true },
])(
  'a supervisor takes a rejection up and holds it (%j)',
  async (given) => {
    share(0);
    const { application } = await aRejection(bench, officer);
    const page = await signedIn(given);
    await page.goto(`/applications/${application.reference}/decision`);
    if (given.script) await expectSoundPage(page, 'decision');
    await page.getByRole('button', { name: 'Decide it again' }).click();
    if (given.script) await expectSoundPage(page, 'reopening');
    await page.getByLabel('I do').check();
    await page.getByLabel('Why the rejection does not stand').fill(WHY);
    await page.getByRole('button', { name: 'Check the letter' }).click();
    if (given.script) await expectSoundPage(page, 'reopening-check');
    await page.getByRole('button', { name: 'Reopen and send' }).click();
    await page.waitForURL(`**/applications/${application.reference}`);
    const words = await page.textContent('main');
    expect(words).toContain('In review');
    expect(words).toContain('Decision taken up again');
    await page.goto(`/applications/${application.reference}/approval/new`);
    expect(await page.textContent('main')).toContain('The payment was given back');
    await page.context().close();
  },
  120_000,
);

it.each([
  { width: 1366, script: false },
  { width: 1366, script: true },
  { width: 320, script: true },
])(
  'a review is recorded, and answered from the list (%j)',
  async (given) => {
    share(0);
    const { application } = await aRejection(bench, officer, free(officer));
    const page = await signedIn(given);
    await page.goto(`/applications/${application.reference}/decision`);
    await page.getByRole('button', { name: 'Record a request for a review' }).click();
    if (given.script) await expectSoundPage(page, 'review-new');
    await page.getByRole('radio', { name: 'Telephone' }).check();
    const today = new Date();
    await page.getByLabel('Day', { exact: true }).fill(String(today.getUTCDate()));
    await page.getByLabel('Month', { exact: true }).fill(String(today.getUTCMonth() + 1));
    await page.getByLabel('Year', { exact: true }).fill(String(today.getUTCFullYear()));
    await page.getByLabel('What the resident says').fill('The bill is new.');
    await page.getByRole('button', { name: 'Check the letter' }).click();
    if (given.script) await expectSoundPage(page, 'review-new-check');
    await page.getByRole('button', { name: 'Open the review and send' }).click();
    await page.waitForURL('**/decision');
    if (given.script) await expectSoundPage(page, 'decision-in-review');
    await page.goto('/my-work');
    await page
      .getByRole('link', { name: /review/ })
      .last()
      .click();
    if (given.script) await expectSoundPage(page, 'reviews');
    await page.getByRole('link', { name: application.reference }).click();
    if (given.script) await expectSoundPage(page, 'review-outcome');
    await page.getByLabel('The decision stands').check();
    await page.getByLabel('Your answer to what the resident says').fill('The bill is from July.');
    await page.getByRole('button', { name: 'Go on' }).click();
    if (given.script) await expectSoundPage(page, 'review-outcome-check');
    await page.getByRole('button', { name: 'Answer and send' }).click();
    await page.waitForURL('**/decision');
    expect(await page.textContent('main')).toContain('The decision stands');
    await page.context().close();
  },
  120_000,
);

it('goes by keyboard alone through the second look', async () => {
  share(100);
  const { application } = await aRejection(bench, officer, free(officer));
  share(0);
  const page = await signedIn();
  await page.goto(`/applications/${application.reference}/second-look`);
  await page.focus('input[name="answer"]');
  await page.keyboard.press('Space');
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate('document.activeElement.textContent.trim()');
    if (focused === 'Finish the second look') break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/second-looks');
  expect(await bench.rows('quality_checks', application.id)).toMatchObject([{ state: 'agreed' }]);
  await page.context().close();
}, 60_000);

it('tells support what was decided, and never what colleagues wrote', async () => {
  share(0);
  const { application } = await aRejection(bench, officer, free(officer));
  const boss = await bench.desk.signInAs('supervisor');
  const checked = await checkReopening(boss, application.reference, { privateNote: 'Between us.' });
  await send(boss, checked);
  const page = await clerk.get(`/applications/${application.reference}/decision`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('This decision no longer stands');
  expect(page.text).not.toContain('Between us.');
});
