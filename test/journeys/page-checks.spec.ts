import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { Keys } from '../support/journeys/keys.js';
import { Visitor } from '../support/journeys/visitor.js';

/** The journeys lean on these checks; here each of them meets the fault that it is there to find. */

const page = (title: string, main: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head>
   <body><main><h1>${title}</h1>${main}</main></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  '/good': page('Good', '<p>All is well.</p>'),
  '/no-label': page('No label', '<input name="who">'),
  '/too-wide': page('Too wide', '<div style="width: 400px">wide</div>'),
  '/covered': page(
    'Covered',
    `<button>Under</button><div style="position: fixed; inset: 0; background: #fff">over</div>`,
  ),
};

let server: Server;
let browser: Browser;
let url = '';

beforeAll(async () => {
  server = createServer(({ url: path = '' }, answer) => {
    answer.writeHead(PAGES[path] ? 200 : 500, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(PAGES[path] ?? page('Fault', ''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

describe.each([true, false])('with script: %s', (script) => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = await Visitor.open(browser, { url, script, checked: new Set() });
  });
  afterEach(() => visitor.page.context().close());

  it('passes a good page and remembers its status', async () => {
    await visitor.goTo('/good');
    expect(visitor.status).toBe(200);
  }, 60_000);

  it.each([
    ['/no-label', 'label'],
    ['/too-wide', 'stands out at 320: .*wide'],
    ['/broken', 'answered 500'],
  ])(
    'finds the fault of %s',
    async (path, fault) => {
      await expect(visitor.goTo(path)).rejects.toThrow(new RegExp(fault));
    },
    60_000,
  );

  it('says when the focus lies under something', async () => {
    await visitor.page.goto('/covered');
    const keys = new Keys(visitor.page);
    await expect(keys.tabTo(visitor.page.getByRole('button'))).rejects.toThrow('out of sight');
  }, 60_000);
});
