import type { Browser } from 'playwright-core';
import {
  expectSoundPage,
  launchChromium,
  signedInPage,
  type Visit,
} from '../../support/test-chromium.js';
import { pdf } from '../files/sample-files.js';
import { anApplication } from '../../builders/an-application.js';
import {
  type ExceptionsBench,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

/** Asking for money back, answering, and rejecting a list, in a real browser at both widths. */

let bench: ExceptionsBench;
let browser: Browser;
let officer: StaffBrowser;
let supervisor: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const as = ({ staff }: StaffBrowser, visit: Visit) =>
  signedInPage(browser, { url: bench.desk.url, staff }, visit);

it.each([
  { width: 1366, script: true },
  { width: 320, script: true },
  { width: 1366, script: false },
])(
  'money back is asked for by one and approved by another (%j)',
  async (visit) => {
    const { reference } = await bench.granted(officer);
    const look = async (page: Parameters<typeof expectSoundPage>[0], name: string) => {
      if (visit.script) await expectSoundPage(page, name);
    };
    const page = await as(officer, visit);
    await page.goto(`/applications/${reference}`);
    await look(page, 'case-with-exceptions');
    await page.getByRole('button', { name: 'Ask for money back' }).click();
    await look(page, 'exception-new');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await look(page, 'exception-new-422');
    await page.getByLabel('How much').fill('27.50');
    await page.getByLabel('We made a mistake').check();
    await page.getByLabel('What happened').fill('The price of the wrong class was charged.');
    await page.getByLabel('The resident').check();
    await page.getByLabel('A paper that is not in the case').setInputFiles({
      ...{ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: await pdf(2) },
    });
    await page.getByRole('button', { name: 'Ask for approval' }).press('Enter');
    await page.waitForURL(`**/applications/${reference}#exceptions`);
    await look(page, 'case-exception-waits');
    await page.getByRole('link', { name: '£27.50' }).click();
    await look(page, 'exception-own');
    await page.context().close();

    const signer = await as(supervisor, visit);
    await signer.goto('/refund-exceptions');
    await look(signer, 'exceptions');
    await signer.getByRole('link', { name: reference }).click();
    await look(signer, 'exception');
    await expect(signer.locator('.desk-viewer__image').count()).resolves.toBe(1);
    await signer.waitForLoadState('networkidle');
    await signer.getByLabel('Approve').check();
    await signer.getByRole('button', { name: 'Check your answer' }).click();
    await look(signer, 'exception-check');
    await signer.getByRole('button', { name: 'Approve £27.50' }).click();
    await signer.waitForURL(/refund-exceptions\/[\da-f-]+$/);
    expect(await signer.textContent('main')).toContain('Approved');
    await look(signer, 'exception-approved');
    await signer.context().close();
  },
  120_000,
);

it.each([
  { width: 1366, script: true },
  { width: 320, script: true },
  { width: 1366, script: false },
])(
  'a supervisor rejects a whole list (%j)',
  async (visit) => {
    const { clientId, zoneCode } = bench;
    const uprn = await bench.addProperty();
    const place = { clientId, zoneCode, uprn };
    for (let index = 0; index < 3; index += 1) {
      await bench.write((tx) => anApplication(place).paid(5500).insert(tx));
    }
    await bench.write((tx) =>
      anApplication(place)
        .with({ onHoldUntil: new Date('2099-01-01') })
        .insert(tx),
    );
    const look = async (page: Parameters<typeof expectSoundPage>[0], name: string) => {
      if (visit.script) await expectSoundPage(page, name);
    };
    const page = await as(supervisor, visit);
    await page.goto('/queue?status=submitted');
    await look(page, 'queue-with-reject');
    await page.getByRole('link', { name: 'Reject every case of this list' }).click();
    await look(page, 'list-to-reject');
    await page.getByRole('button', { name: 'Choose the reasons' }).click();
    await look(page, 'bulk-rejection-new');
    await page.getByRole('button', { name: 'Check before rejecting' }).click();
    await look(page, 'bulk-rejection-422');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Check before rejecting' }).click();
    await look(page, 'bulk-rejection-check');
    await page.getByRole('button', { name: /^Reject \d+ cases?$/ }).click();
    await page.waitForURL('**/bulk-rejections/*');
    await look(page, 'bulk-rejection-run');
    expect(await page.textContent('h1')).toMatch(/^Rejecting \d+ cases?$/);
    await page.context().close();
  },
  120_000,
);
