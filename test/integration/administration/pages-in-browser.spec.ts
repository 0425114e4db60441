import type { Browser } from 'playwright-core';
import {
  startTestApplication,
  type TestApplication,
  type TestStaff,
} from '../../support/test-application.js';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';

/** The pages of administration in a real browser: at both widths, with and without script. */

let desk: TestApplication;
let browser: Browser;
let administrator: TestStaff;

beforeAll(async () => {
  desk = await startTestApplication();
  administrator = await desk.addStaff('administrator');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const signedIn = (visit: Visit = {}) =>
  signedInPage(browser, { url: desk.url, staff: administrator }, visit);

const PAGES = [
  '/administration',
  '/administration/letters',
  '/administration/letters/application_rejected',
  '/administration/letters/application_rejected/edit',
  '/administration/reasons',
  '/administration/reasons/new',
  '/administration/reasons/paper_too_old',
  '/administration/reasons/paper_too_old/edit',
  '/administration/evidence',
  '/administration/evidence/resident/vehicle_company',
  '/administration/deadlines',
  '/administration/deadlines/answer_usual_days',
  '/administration/deadlines/target-resident',
  '/administration/bank-holidays',
  '/administration/bank-holidays/2026-12-25/removal/new',
  '/administration/changes',
];

it.each([1366, 320])(
  'every page is axe clean and fits %s pixels',
  async (width) => {
    const page = await signedIn({ width });
    for (const path of PAGES) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await expectSoundPage(page, path);
    }
    await page.context().close();
  },
  180_000,
);

it.each([
  [true, 1366],
  [false, 320],
])(
  'a letter is tried, checked and published (script: %s, at %s pixels)',
  async (script, width) => {
    const page = await signedIn({ script, width });
    await page.goto('/administration/letters/evidence_requested/edit');
    const words = await page.inputValue('#body');
    await page.fill('#body', `${words}\n\nTried at ${width} pixels.`);
    await page.click('text=Try it on sample cases');
    await page.waitForSelector('#samples');
    if (script) await expectSoundPage(page, 'letter-tried');
    await page.click('text=Check before publishing');
    await page.waitForSelector('text=What changes');
    if (script) await expectSoundPage(page, 'letter-check');
    await page.click('main button:has-text("Publish")');
    await page.waitForURL('**/letters/evidence_requested');
    expect(await page.textContent('main')).toContain(`Tried at ${width} pixels.`);
    if (script) await expectSoundPage(page, 'letter-published');
    await page.goto('/administration/changes');
    expect(await page.textContent('main')).toContain('Letter: evidence requested');
    await page.context().close();
  },
  90_000,
);

it('what is wrong is said above the form, with everything typed, and passes axe', async () => {
  const page = await signedIn({ width: 320 });
  await page.goto('/administration/deadlines/answer_usual_days');
  await page.fill('#value', '99');
  await page.click('text=Check before publishing');
  await page.waitForSelector('.govuk-error-summary');
  expect(await page.inputValue('#value')).toBe('99');
  await expectSoundPage(page, 'number-fault');
  await page.context().close();
}, 60_000);
