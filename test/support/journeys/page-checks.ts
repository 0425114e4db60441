import type { Page } from 'playwright-core';
import { axeFaults } from '../axe.js';

export const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 320, height: 640 };

/** What stands out at the side of the page at this width, in the words of the one who must mend it. */
const TOO_WIDE = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 90))
    .concat(['the page is ' + scrollWidth + ' wide']);
})()`;

/**
 * Axe on the page as it is, and no sideways scroll at 320 pixels.
 * @returns a line for each fault; none when the page is good
 */
export async function faultsOfPage(page: Page, hasScript: boolean): Promise<string[]> {
  if (hasScript) return [...(await axeFaults(page)), ...(await faultsOfWidth(page))];
  const twin = await inspectedTwin(page);
  try {
    return [...(await axeFaults(twin)), ...(await faultsOfWidth(twin))];
  } finally {
    await twin.context().close();
  }
}

async function faultsOfWidth(page: Page): Promise<string[]> {
  await page.setViewportSize(NARROW);
  const tooWide = await page.evaluate<string[]>(TOO_WIDE);
  await page.setViewportSize(WIDE);
  return tooWide.map((fault) => `stands out at 320: ${fault}`);
}

/** Axe is script itself: the page as it came, with its own scripts left out, in a browser that may run it. */
async function inspectedTwin(page: Page): Promise<Page> {
  const [html, url] = [await page.content(), page.url()];
  const cookies = await page.context().storageState();
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  const context = await browser.newContext({ viewport: WIDE, storageState: cookies });
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    }
    return request.resourceType() === 'script' ? route.abort() : route.continue();
  });
  const twin = await context.newPage();
  await twin.goto(url);
  return twin;
}
