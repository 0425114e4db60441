import { type Browser, chromium, type Page } from 'playwright-core';
import { type Officer, type ReviewDesk, startReviewDesk, storedPaper } from './review-desk.js';
import { axeFaults } from '../../support/axe.js';

/** The review page in a real browser: by keyboard, without script, narrow, and for those who listen. */

let desk: ReviewDesk;
let browser: Browser;
let officer: Officer;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function open(given: { width?: number; script?: boolean; as?: Officer } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1366, height: 768 },
    javaScriptEnabled: given.script !== false,
  });
  const { cookies } = given.as ?? officer;
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: desk.url })));
  return context.newPage();
}

async function aCase(): Promise<string> {
  const [bill, v5c, tenancy] = [
    await storedPaper(desk, 2),
    await storedPaper(desk),
    await storedPaper(desk),
  ];
  const { path } = await desk.addCase((a) =>
    a
      .inReviewBy(officer.staff.id)
      .withPaper('utility_bill', bill)
      .withPaper('v5c', v5c)
      .withPaper('tenancy_agreement', tenancy),
  );
  return `${desk.url}${path}`;
}

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.each([1366, 320])('at %d pixels', (width) => {
  it('no page of a review has a fault that axe finds, or scrolls sideways', async () => {
    const path = await aCase();
    const page = await open({ width });
    const look = async (name: string) => {
      expect([name, await axeFaults(page)]).toEqual([name, []]);
      expect([name, await page.evaluate(sideways)]).toEqual([name, 0]);
    };
    for (const position of [1, 2, 3]) {
      await page.goto(`${path}/evidence/${position}`);
      await look(`paper ${position}`);
    }
    await page.goto(`${path}/evidence/2`);
    await page.click('button[value="accept"]');
    await page.waitForSelector('.govuk-error-summary');
    await look('errors');
    await page.goto(`${path}/vehicle?paper=2`);
    await look('registration');
    await page.fill('#registration', 'FY64BB0');
    await page.click('text=Save the registration');
    await page.waitForSelector('.govuk-error-summary');
    await look('registration with errors');
    const reader = await open({ width, as: await desk.signInAs('supervisor') });
    await reader.goto(`${path}/evidence/1`);
    expect(await axeFaults(reader)).toEqual([]);
  }, 120_000);
});

describe('without script', () => {
  it('the paper turns, grows and leafs by links, and a check is saved', async () => {
    const path = await aCase();
    const page = await open({ script: false });
    await page.goto(`${path}/evidence/1`);
    await page.click('text=Next page');
    await page.click('text=Turn right');
    await page.click('text=Larger');
    const image = page.locator('[data-viewer-image]');
    expect(await image.getAttribute('data-rotation')).toBe('90');
    expect(await image.getAttribute('data-zoom')).toBe('100');
    expect(await image.getAttribute('src')).toMatch(/\/pages\/2$/);
    await page.click('button[value="accept"]');
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter the date');
    expect(await image.getAttribute('data-rotation')).toBe('90');
    expect(await image.getAttribute('src')).toMatch(/\/pages\/2$/);
    await page.fill('#datedOn-day', '2');
    await page.fill('#datedOn-month', '11');
    await page.fill('#datedOn-year', '2026');
    await page.click('button[value="accept"]');
    expect(page.url()).toBe(`${path}/evidence/2`);
  });

  it('the reason of a variation opens when it is chosen', async () => {
    const path = await aCase();
    const page = await open({ script: false });
    await page.goto(`${path}/evidence/1`);
    expect(await page.isVisible('#why-name')).toBe(false);
    await page.check('[name="mark[name]"][value="acceptable_variation"]');
    expect(await page.isVisible('#why-name')).toBe(true);
  });
});

describe('with script', () => {
  it('the paper turns and grows at once, and an error brings the officer back to that place', async () => {
    const path = await aCase();
    const page = await open();
    await page.goto(`${path}/evidence/1`);
    await page.check('[name="mark[name]"][value="matches"]');
    await page.click('text=Turn right');
    await page.click('text=Larger');
    expect(await page.isChecked('[name="mark[name]"][value="matches"]')).toBe(true);
    await page.click('button[value="accept"]');
    await page.waitForSelector('.govuk-error-summary');
    const image = page.locator('[data-viewer-image]');
    expect(await image.getAttribute('data-rotation')).toBe('90');
    expect(await image.getAttribute('data-zoom')).toBe('100');
    expect(await page.isChecked('[name="mark[name]"][value="matches"]')).toBe(true);
  });

  it('a clean paper takes its date and one key, by keyboard alone', async () => {
    const path = await aCase();
    const page = await open();
    await page.goto(`${path}/evidence/1`);
    await page.keyboard.press('Tab');
    const skips: string[] = [];
    for (let press = 0; press < 3; press += 1) {
      skips.push(await page.evaluate('document.activeElement.textContent'));
      await page.keyboard.press('Tab');
    }
    expect(skips).toEqual(['Skip to main content', 'Go to the paper', 'Go to the facts']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await reach(page, 'datedOn-day');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('11');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2026');
    await reach(page, '', 'All match: accept');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${path}/evidence/2`);
  });

  it('Enter in a box saves what is there and accepts nothing', async () => {
    const path = await aCase();
    const page = await open();
    await page.goto(`${path}/evidence/1`);
    await page.fill('#datedOn-day', '2');
    await page.fill('#datedOn-month', '11');
    await page.fill('#datedOn-year', '2026');
    await page.press('#datedOn-year', 'Enter');
    await page.waitForURL(/evidence\/2$/);
    await page.goto(`${path}/evidence/1`);
    expect(await page.isChecked('[name="verdict"][value="undecided"]')).toBe(true);
    expect(await page.inputValue('#datedOn-year')).toBe('2026');
  });

  it('every control can be hit and none hides behind the buttons at the foot', async () => {
    const path = await aCase();
    const page = await open();
    await page.goto(`${path}/evidence/3`);
    await page.focus('#termTo-year');
    const box = await page.locator('#termTo-year').boundingBox();
    const foot = await page.locator('.desk-review__actions').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(tooSmall)).toEqual([]);
  });
});

const tooSmall = `[...document.querySelectorAll('#facts button, #facts .govuk-radios__item, .desk-viewer a')]
  .filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.height < 24 || r.width < 24); })
  .map((e) => e.outerHTML.slice(0, 80))`;

/** Goes on by Tab until the control is reached. */
async function reach(page: Page, id: string, text = ''): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    const at = await page.evaluate<string[]>(
      '[document.activeElement.id, document.activeElement.textContent.trim()]',
    );
    if (id ? at[0] === id : at[1] === text) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${id}${text}`);
}
