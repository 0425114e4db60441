import { type Browser, chromium, type Page } from 'playwright-core';
import { startRedactionBench } from './redaction-bench.js';
import { axeFaults } from '../../support/axe.js';

/** Papers from the second host and their redaction, in a real browser: with and without script. */

type Bench = Awaited<ReturnType<typeof startRedactionBench>>;

let bench: Bench;
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  bench = await startRedactionBench();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await bench.desk.stop();
});

async function open(given: { width?: number; script?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1366, height: 768 },
    javaScriptEnabled: given.script !== false,
  });
  const { url } = bench.desk;
  const cookies = [...bench.officer.cookies].map(([name, value]) => ({ name, value, url }));
  await context.addCookies(cookies);
  return context.newPage();
}

async function aPaper(pages = 3): Promise<string> {
  return `${bench.desk.url}${(await bench.aStatement(pages)).paper}`;
}

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Nothing but a picture that really came has a size of its own. */
const widthOf = (selector: string) =>
  `(async () => { const i = document.querySelector('${selector}'); await i.decode().catch(() => 0); return i.naturalWidth; })()`;
const VIEWER = '[data-viewer-image]';

const FORM = '.desk-redact__form form';
const shoot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

describe('a paper in the browser', () => {
  it('comes from the other host without a cookie, and leafs without loading the page', async () => {
    const paper = await aPaper();
    const page = await open();
    const asked: string[] = [];
    const cookies: Promise<string | null>[] = [];
    page.on('request', (request) => {
      asked.push(request.url());
      if (request.url().includes('//files.')) cookies.push(request.headerValue('cookie'));
    });
    const fetchedBefore = page.waitForRequest(/\/pages\/2$/);
    await page.goto(paper);
    expect(await page.evaluate(widthOf(VIEWER))).toBe(300);
    await fetchedBefore;
    await page.focus('text=Next page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(widthOf(VIEWER))).toBe(300);
    expect(page.url()).toContain('page=2');
    expect(await page.textContent('[data-viewer-number]')).toBe('Page 2 of 3');
    expect(await page.getAttribute(VIEWER, 'alt')).toContain('page 2 of 3');
    expect(await page.inputValue('[name=viewerPage]')).toBe('2');
    await page.keyboard.press('Enter');
    expect(await page.textContent('[data-viewer-number]')).toBe('Page 3 of 3');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Previous page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(widthOf(VIEWER))).toBe(300);
    // One page was loaded, and each picture asked for once.
    expect(asked.filter((url) => url === paper)).toHaveLength(1);
    for (const number of [1, 2, 3]) {
      expect(asked.filter((url) => url === `${paper}/pages/${number}`)).toHaveLength(1);
    }
    expect(new Set(await Promise.all(cookies))).toEqual(new Set([null]));
    expect(cookies).toHaveLength(3);
  });

  it('shows its pages when the browser stayed open for longer than a link lives', async () => {
    const page = await open();
    await page.goto(await aPaper());
    expect(await page.evaluate(widthOf(VIEWER))).toBe(300);
    bench.desk.clock.advance({ seconds: 61 });
    for (const number of [2, 3]) {
      await page.click('text=Next page');
      expect([number, await page.evaluate(widthOf(VIEWER))]).toEqual([number, 300]);
    }
    await page.reload();
    expect(await page.evaluate(widthOf(VIEWER))).toBe(300);
  });

  it('says so when a picture does not come', async () => {
    const page = await open();
    await page.route(/\/pages\/1$/, (route) => route.abort());
    await page.goto(await aPaper());
    await page.waitForSelector('[data-viewer-problem]:not([hidden])');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('without script: pages by links, and the way back', async () => {
    const paper = await aPaper();
    const page = await open({ script: false });
    const came = () => page.waitForResponse((answer) => answer.url().includes('//files.'));
    const [first] = await Promise.all([came(), page.goto(paper)]);
    expect(first.status()).toBe(200);
    const [second] = await Promise.all([came(), page.click('text=Next page')]);
    expect([second.status(), second.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    await page.goBack();
    expect(page.url()).toBe(paper);
    expect(await page.evaluate(`document.querySelector('${VIEWER}').naturalWidth`)).toBe(300);
    expect(await page.getAttribute(VIEWER, 'src')).toMatch(/\/evidence\/2\/pages\/1$/);
  });
});

describe('blacking out', () => {
  it('with the mouse: the box drawn is the box typed, and the picture comes back black', async () => {
    const paper = await aPaper();
    const page = await open();
    await page.goto(paper);
    await page.click('text=Black out part of this page');
    const sheet = await page.locator('[data-redact-sheet]').boundingBox();
    if (!sheet) throw new Error('There is no page to draw on.');
    await page.mouse.move(sheet.x + sheet.width * 0.1, sheet.y + sheet.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(sheet.x + sheet.width * 0.6, sheet.y + sheet.height * 0.4, { steps: 4 });
    await page.mouse.up();
    const typed = async (side: string) => Number(await page.inputValue(`#${side}-1`));
    for (const [side, near] of [
      ['top', 20],
      ['bottom', 40],
      ['left', 10],
      ['right', 60],
    ] as const) {
      expect(Math.abs((await typed(side)) - near)).toBeLessThan(0.5);
    }
    expect(await page.locator('[data-redact-boxes] rect').count()).toBe(1);
    await page.check('[name=reason][value=numbers]', { force: true });
    await shoot(page, 'drawn');
    await page.click('text=Check before blacking out');
    await page.waitForSelector('text=You cannot undo this');
    await page.click('text=Black out for good');
    await page.waitForURL(/page=1/);
    expect(await page.textContent('.desk-viewer')).toContain('Part of page 1 was blacked out');
    await page.evaluate(widthOf(VIEWER));
    await shoot(page, 'done');
  });

  it('by keyboard alone: boxes follow what is typed, and can be cleared', async () => {
    const page = await open();
    await page.goto(`${await aPaper()}/redaction/new?page=2`);
    await page.focus('#top-1');
    for (const value of ['30', '40']) {
      await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    }
    expect(await page.locator('[data-redact-boxes] rect').getAttribute('height')).toBe('10');
    await page.locator('[data-redact-clear]').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-redact-boxes] rect').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('top-1');
  });

  it('without script: boxes by number, shown before anything is done', async () => {
    const paper = await aPaper();
    const page = await open({ script: false });
    await page.goto(`${paper}/redaction/new?page=1`);
    await page.fill('#top-1', '10');
    await page.fill('#bottom-1', '15');
    await page.check('[name=reason][value=money]', { force: true });
    await page.click('text=Check before blacking out');
    expect(await page.locator('rect').getAttribute('y')).toBe('10');
    await page.click('text=Change the boxes');
    await page.fill('#bottom-1', '20');
    await page.click('text=Check before blacking out');
    await page.click('text=Black out for good');
    expect(page.url()).toBe(`${paper}?page=1`);
    expect(await page.textContent('.desk-viewer')).toContain('The original is destroyed');
  });
});

describe.each([1366, 320])('at %d pixels', (width) => {
  it('no page of it has a fault that axe finds, or scrolls sideways', async () => {
    const paper = await aPaper();
    const page = await open({ width });
    const look = async (name: string) => {
      await shoot(page, `${name}-${width}`);
      expect([name, await axeFaults(page)]).toEqual([name, []]);
      expect([name, await page.evaluate(SIDEWAYS)]).toEqual([name, 0]);
    };
    await page.goto(paper);
    await look('paper');
    await page.goto(`${paper}/redaction/new?page=1`);
    await page.evaluate(widthOf('.desk-redact__image'));
    await look('boxes');
    await page.click('text=Check before blacking out');
    await page.waitForSelector('.govuk-error-summary');
    await look('errors');
    await page.fill('#top-1', '40');
    await page.fill('#bottom-1', '44');
    await page.check('[name=reason][value=money]', { force: true });
    await page.click('text=Check before blacking out');
    await page.waitForSelector(`${FORM} >> text=Black out for good`);
    await page.evaluate(widthOf('.desk-redact__image'));
    await look('check');
    await page.click('text=Black out for good');
    await page.waitForURL(/page=1/);
    await look('blacked out');
  }, 120_000);
});
