import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import {
  type AskAgainBench,
  linkOf,
  NOW,
  startAskAgainBench,
} from '../integration/ask-again/ask-again-bench.js';
import { pdf, photo } from '../integration/files/sample-files.js';
import type { TestStaff } from '../support/test-application.js';
import type { TestBrowser } from '../support/test-browser.js';
import { axeFaults } from '../support/axe.js';

/** An officer asks for two papers again, the resident answers on a phone: with script and without. */

let bench: AskAgainBench;
let officer: TestBrowser & { staff: TestStaff };
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  bench = await startAskAgainBench();
  bench.desk.clock.set(NOW);
  officer = await bench.desk.signInAs('officer');
});
afterAll(async () => {
  await browser.close();
  await bench.stop();
});

const DESK = { width: 1366, height: 900 };
const PHONE = { width: 320, height: 640 };

/**
 * Nothing sticks out of the window, and axe finds nothing; axe is script itself, so it looks only
 * where script may run. With PICTURES set, a picture is kept.
 */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect([name, size.width, wide <= size.width]).toEqual([name, size.width, true]);
    const folder = process.env['PICTURES'];
    if (folder) {
      await page.screenshot({ path: `${folder}/${name}-${size.width}.png`, fullPage: true });
    }
  }
  if (name.endsWith('without-script')) return;
  expect([name, ...(await axeFaults(page))]).toEqual([name]);
}

async function signedIn(context: BrowserContext): Promise<Page> {
  const cookies = [...officer.cookies].map(([name, value]) => ({
    name,
    value,
    url: bench.desk.url,
  }));
  await context.addCookies(cookies);
  return context.newPage();
}

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (how, javaScriptEnabled) => {
  const picture = (name: string) => `${name}-${how.replace(' ', '-')}`;
  const options = { javaScriptEnabled, viewport: DESK };

  it('a request goes out and comes back', async () => {
    const { application } = await bench.addCase(officer.staff.id, (it) =>
      it.withPaper('bank_statement', {
        check: { verdict: 'ask_again', checkedBy: officer.staff.id },
      }),
    );
    const asking = await browser.newContext(options);
    const desk = await signedIn(asking);
    await desk.goto(`${bench.desk.url}/applications/${application.reference}`);
    await desk.getByRole('button', { name: 'Ask for a paper again' }).click();
    await looksRight(desk, picture('ask-1-form'));
    await desk.getByLabel('Day', { exact: true }).fill('1');
    await desk.getByLabel('Month', { exact: true }).fill('11');
    await desk.getByRole('button', { name: 'Check the letter' }).click();
    await looksRight(desk, picture('ask-2-faults'));
    await desk.getByLabel('Day', { exact: true }).fill('4');
    await desk.getByLabel('Month', { exact: true }).fill('December');
    await desk.getByRole('button', { name: 'Check the letter' }).click();
    await looksRight(desk, picture('ask-3-check'));
    await desk.getByRole('button', { name: 'Change it' }).click();
    expect(await desk.getByLabel('Day', { exact: true }).inputValue()).toBe('4');
    await desk.getByRole('button', { name: 'Check the letter' }).click();
    await desk.getByRole('button', { name: 'Send the letter' }).click();
    await desk.waitForURL(new RegExp(`/applications/${application.reference}$`));
    expect(await desk.locator('main').innerText()).toContain('Waiting for the resident');
    expect(await desk.locator('main').innerText()).toContain('by 4 December 2026');
    await looksRight(desk, picture('ask-4-case'));
    await asking.close();

    const [letter] = await bench.letters(application.id);
    const answering = await browser.newContext({ ...options, viewport: PHONE });
    const phone = await answering.newPage();
    await phone.goto(bench.desk.url + linkOf(letter ?? { body: '' }));
    await looksRight(phone, picture('answer-1-form'));
    await phone
      .getByLabel(/Choose a file: Utility bill/)
      .setInputFiles([{ name: 'bill.pdf', mimeType: 'application/pdf', buffer: await pdf() }]);
    await phone
      .getByLabel(/Choose a file: Bank statement/)
      .setInputFiles([
        { name: 'statement.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture') },
      ]);
    await phone.getByRole('button', { name: 'Send everything' }).click();
    await phone.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await looksRight(phone, picture('answer-2-faults'));
    await phone
      .getByLabel(/Choose a file: Bank statement/)
      .setInputFiles([{ name: 'statement.jpg', mimeType: 'image/jpeg', buffer: await photo() }]);
    await phone.getByRole('button', { name: 'Send everything' }).click();
    await phone.getByRole('heading', { name: 'We have what you sent' }).waitFor();
    await looksRight(phone, picture('answer-3-sent'));
    await answering.close();
    expect(await bench.application(application.id)).toMatchObject({ status: 'submitted' });
  }, 120_000);
});
