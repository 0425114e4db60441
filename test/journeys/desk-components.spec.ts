import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import express from 'express';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { DeskShell } from '../../src/platform/web/page-shell.js';
import { renderPage } from '../../src/platform/web/render-page.js';
import { loadDeskAssets } from '../../src/platform/web/static-assets.js';
import { installViews } from '../../src/platform/web/views.js';
import {
  assetsDir,
  testSettings,
  testShell,
  testViewsDir,
  viewsDir,
} from '../support/render-view.js';
import { kitchenSink } from '../views/kitchen-sink.js';
import { axeFaults } from '../support/axe.js';

/** The page with one of everything, in a real browser, with and without script. */

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";
const paper =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="850"><rect width="600" height="850" fill="#fff"/></svg>';
const shell: DeskShell = {
  ...testShell,
  session: { idleSeconds: 1200, extendPath: '/session/stay' },
};

let browser: Browser;
let server: Server;
let address = '';
const received: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
  const app = express();
  const assets = loadDeskAssets({ assetsDir });
  installViews(app, { viewsDir, extraDirs: [testViewsDir] });
  app.locals['desk'] = { ...testSettings, assets: assets.links };
  app.use('/assets', assets.serve);
  app.get('/test-paper.svg/:page', (_req, res) => res.type('svg').send(paper));
  app.get(['/', '/applications/PD-4K7M2C/review'], async (req, res) => {
    req.shell = shell;
    res.set('Content-Security-Policy', policy);
    const page = kitchenSink();
    page.viewer.rotation = Number(req.query['rotate'] ?? 0);
    await renderPage(req, res, { view: 'kitchen-sink', page });
  });
  app.get('/session/stay', (req, res) => {
    received.push(req.path);
    res.type('svg').send(paper);
  });
  app.post('/save', (req, res) => {
    received.push(`${req.path} ${req.get('x-csrf-token') ?? ''}`.trim());
    setTimeout(() => res.status(204).end(), 300);
  });
  server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function open(given: { width?: number; script?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1366, height: 768 },
    javaScriptEnabled: given.script !== false,
  });
  return context.newPage();
}

const tooLow = `[...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea')]
  .filter((e) => !e.matches('.govuk-skip-link'))
  .filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height < 24; })
  .map((e) => e.outerHTML.slice(0, 80))`;

describe.each([1366, 320])('at %d pixels', (width) => {
  it('has no fault that axe can find, no sideways scroll, nothing too small to hit', async () => {
    const page = await open({ width });
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate(tooLow)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);
});

describe('with script', () => {
  it('turns the paper at once and remembers it in the form and the address', async () => {
    const page = await open();
    await page.goto(address);
    await page.getByRole('link', { name: 'Turn right' }).click();
    expect(await page.locator('[data-viewer-image]').getAttribute('data-rotation')).toBe('90');
    expect(await page.locator('[name=viewerRotation]').inputValue()).toBe('90');
    expect(page.url()).toContain('rotate=90');
    expect(
      await page.getByRole('link', { name: 'Next page' }).first().getAttribute('href'),
    ).toContain('page=3');
    await page.context().close();
  }, 60_000);

  it('shows only what belongs to the chosen answer', async () => {
    const page = await open();
    await page.goto(address);
    const words = page.getByLabel('What is wrong with it');
    expect(await words.isVisible()).toBe(true);
    await page.getByLabel('Accept', { exact: true }).check();
    expect(await words.isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);

  it('hides nothing when one of the scripts is missing', async () => {
    const page = await open();
    await page.route('**/viewer.js', (route) => route.abort());
    await page.goto(address);
    await page.getByLabel('Accept', { exact: true }).check();
    expect(await page.getByLabel('What is wrong with it').isVisible()).toBe(true);
    expect(await page.getByText('No letters sent.').isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  it('sends a form once, however often it is asked', async () => {
    const page = await open();
    await page.goto(address);
    received.length = 0;
    await page.evaluate(`(() => {
      const form = document.querySelector('form[action="/save"]');
      form.requestSubmit(); form.requestSubmit(); form.requestSubmit();
    })()`);
    await page.waitForTimeout(800);
    expect(received).toEqual(['/save']);
    await page.context().close();
  }, 60_000);

  it('warns once before the session ends and stays on one key', async () => {
    const page = await open();
    await page.clock.install();
    await page.goto(address);
    const notice = page.getByRole('dialog', { name: 'Are you still there?' });
    await page.clock.fastForward('17:59');
    expect(await notice.isVisible()).toBe(false);
    await page.clock.fastForward('00:02');
    expect(await notice.isVisible()).toBe(true);
    received.length = 0;
    await page.keyboard.press('Enter');
    await notice.waitFor({ state: 'hidden' });
    expect(received).toEqual(['/session/stay']);
    await page.context().close();
  }, 60_000);
});

describe('without script', () => {
  it('turns the paper by its link and hides nothing', async () => {
    const page = await open({ script: false });
    await page.goto(address);
    expect(await page.getByText('No letters sent.').isVisible()).toBe(true);
    expect(await page.getByLabel('What is wrong with it').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Turn right' }).click();
    expect(page.url()).toContain('rotate=90');
    expect(await page.locator('[data-viewer-image]').getAttribute('data-rotation')).toBe('90');
    await page.context().close();
  }, 60_000);
});
