import type { Browser, Page } from 'playwright-core';
import { newId } from '../../../src/platform/database/new-id.js';
import { expectSoundPage, launchChromium, signedInPage } from '../../support/test-chromium.js';
import { type ReconcileBench, startReconcileBench } from './reconcile-bench.js';

/** A comparison from the form to its explanation, in a real browser, with and without script. */

let bench: ReconcileBench;
let browser: Browser;
beforeAll(async () => {
  bench = await startReconcileBench();
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bench.stop();
});

it.each([
  { width: 1366, script: true },
  { width: 320, script: true },
  { width: 1366, script: false },
])(
  'a supervisor compares, looks at what differs and explains it (%j)',
  async (visit) => {
    const { desk } = bench.bench;
    const taken = await bench.addPayment({ state: 'captured', amount: 5400 });
    await desk.database.dataSource.query('UPDATE payments SET amount_pence = 5500 WHERE id = ?', [
      taken.id,
    ]);
    const staff = await desk.addStaff('supervisor');
    const page = await signedInPage(browser, { url: desk.url, staff }, visit);
    const look = (name: string) =>
      visit.script ? expectSoundPage(page, `reconciliation-${name}`) : Promise.resolve();
    await page.goto('/refunds');
    await page.getByRole('link', { name: 'Reconciliation' }).click();
    await look('empty');
    await page.locator('[name="from[day]"]').fill('32');
    await page.getByRole('button', { name: 'Compare' }).click();
    expect(await page.textContent('.govuk-error-summary')).toContain('The first day');
    await look('422');
    await page.goto('/reconciliation');
    for (const name of ['from', 'to']) {
      const day = new Date(Date.now() - 2 * 24 * 3_600_000);
      await page.locator(`[name="${name}[day]"]`).fill(String(day.getUTCDate()));
      await page.locator(`[name="${name}[month]"]`).fill(String(day.getUTCMonth() + 1));
      await page.locator(`[name="${name}[year]"]`).fill(String(day.getUTCFullYear()));
    }
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL('**/reconciliation/runs/*');
    await look('under-way');
    await bench.job.run(new URL(page.url()).pathname.split('/').at(-1) ?? newId());
    await page.goto(page.url());
    await look('done');
    await page.getByRole('link', { name: `Amount differs ${taken.providerId}` }).click();
    await look('difference');
    await page
      .getByLabel('What it is, and why it may be closed')
      .fill('The price changed that morning; agreed by letter.');
    await page.getByRole('button', { name: 'Close the difference' }).click();
    await page.getByText('Explained', { exact: true }).first().waitFor();
    await look('explained');
    await page.goto('/reconciliation');
    await look('list');
    await correctTheLedger(page, look);
    await page.context().close();
  },
  120_000,
);

/** Up to the council’s limit, by one person; above it, another is asked. */
async function correctTheLedger(page: Page, look: (name: string) => Promise<void>) {
  for (const amount of [300, 5500]) {
    const providerId = await bench.payOutside({ state: 'captured', amount });
    await bench.compare();
    await page.goto('/reconciliation');
    await look(`list-${amount}`);
    await page.getByRole('link', { name: `Not known to Permit Desk ${providerId}` }).click();
    await page.getByLabel(/By correcting our ledger/).check();
    await page.getByLabel('Cause').selectOption('not_placed');
    await page.getByLabel('What it is, and why').fill('Nobody can say whose payment this was.');
    await look(`correct-${amount}`);
    await page.getByRole('button', { name: 'Close the difference' }).click();
    const tag = amount > 1000 ? 'Waits for a colleague' : 'Explained';
    await page.getByText(tag, { exact: true }).first().waitFor();
    await look(`corrected-${amount}`);
  }
  const [asked] = await bench.bench.desk.database.dataSource.query<{ id: string }[]>(
    "SELECT difference_id AS id FROM reconciliation_corrections WHERE state = 'waiting' LIMIT 1",
  );
  const staff = await bench.bench.desk.addStaff('supervisor');
  const visit = { width: page.viewportSize()?.width ?? 1366 };
  const other = await signedInPage(browser, { url: bench.bench.desk.url, staff }, visit);
  await other.goto(`/reconciliation/differences/${asked?.id}`);
  await other.getByLabel('Agree and correct the ledger').check();
  await expectSoundPage(other, 'answer');
  await other.getByRole('button', { name: 'Send your answer' }).click();
  await other.getByText('Explained', { exact: true }).first().waitFor();
  await expectSoundPage(other, 'answered');
  await other.context().close();
}
