import { type Browser, chromium, type Page } from 'playwright-core';
import { TEST_PASSWORD, type TestStaff } from '../../support/test-application.js';
import { type ConflictDesk, startConflictDesk } from './conflict-desk.js';
import { axeFaults } from '../../support/axe.js';

/** Declaring, being kept from a case, handing it on, and the list before approval: in Chromium. */

let bench: ConflictDesk;
let browser: Browser;

beforeAll(async () => {
  bench = await startConflictDesk();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await bench.desk.stop();
});

async function signedIn(staff: TestStaff, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL: bench.desk.url,
    viewport: { width: 1366, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('input[name=email]', staff.email);
  await page.fill('input[name=password]', TEST_PASSWORD);
  await page.locator('main button').first().click();
  await page.waitForURL(/my-work/);
  return page;
}

/** Fits both widths, and axe finds nothing (axe needs script). */
async function isSound(page: Page, script: boolean, shot = ''): Promise<void> {
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    if (script) expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    const folder = process.env['SHOTS'];
    if (folder) {
      const name = new URL(page.url()).pathname.replace(/PD-[^/]+/, 'case').replaceAll('/', '_');
      await page.screenshot({
        path: `${folder}/${name}${shot}-${width}-${script}.png`,
        fullPage: true,
      });
    }
  }
  if (script) {
    expect(await axeFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1366, height: 900 });
}

const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
};

describe.each([true, false])('with script: %s', (script) => {
  it('attack 009: he declares his address, is kept from his case, and hands it on', async () => {
    const officer = await bench.desk.addStaff('officer');
    const application = await bench.add((a) =>
      a.inReviewBy(officer.id).withPaper('utility_bill').withV5C(),
    );
    const [property] = await bench.desk.database.dataSource.query(
      'SELECT address FROM properties WHERE uprn = ?',
      [application.uprn],
    );
    const page = await signedIn(officer, script);
    await page.getByRole('link', { name: 'My interests' }).click();
    await page.getByRole('link', { name: 'Add an address' }).click();
    await page.fill('[name=postcode]', 'le11 5zz');
    await press(page, 'Find the address');
    await page.locator(`input[value="${application.uprn}"]`).check({ force: true });
    await page.getByLabel('Mine', { exact: true }).check({ force: true });
    await isSound(page, script);
    await press(page, 'Declare it');
    await page.waitForURL(/my-interests$/);
    expect(await page.innerText('tbody')).toContain(property.address);
    expect(await page.innerText('main')).toContain('Cases you hold that this touches');
    await isSound(page, script);

    await page.getByRole('link', { name: application.reference }).click();
    expect(await page.innerText('main')).toContain('Leave this case to somebody else');
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await isSound(page, script, '-conflict');
    const refused = await page.goto(`/applications/${application.reference}/approval/new`);
    expect(refused?.status()).toBe(403);
    await isSound(page, script, '-refused');
    await press(page, 'Hand the case on');
    expect(await page.innerText('.moj-identity-bar')).toContain('Waiting for review');
    await page.context().close();
  }, 120_000);

  it('all that is missing is one list, the same before and after Approve is pressed', async () => {
    const officer = await bench.desk.addStaff('officer');
    const application = await bench.add((a) =>
      a.inReviewBy(officer.id).withPaper('utility_bill').with({ zoneCode: null }),
    );
    const page = await signedIn(officer, script);
    await page.goto(`/applications/${application.reference}`);
    const list = page.locator('[aria-labelledby=gate] li');
    const onCase = await list.allInnerTexts();
    expect(onCase.length).toBeGreaterThan(2);
    await isSound(page, script);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.waitForURL(/approval\/new$/);
    expect(await page.locator('main ul li').allInnerTexts()).toEqual(onCase);
    await isSound(page, script);
    await page.goBack();
    await list.getByRole('link', { name: 'Review paper 1' }).first().click();
    await page.waitForURL(/evidence\/1$/);
    await page.context().close();
  }, 120_000);
});
