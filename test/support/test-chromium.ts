import { type Browser, chromium, type Page } from 'playwright-core';
import { TEST_PASSWORD, type TestStaff } from './test-application.js';
import { axeFaults } from './axe.js';

/** The browser of the test servers. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
}

export interface Visit {
  width?: number;
  script?: boolean;
}

/** A page of somebody who has signed in through the real form and stands on My work. */
export async function signedInPage(
  browser: Browser,
  { url, staff }: { url: string; staff: Pick<TestStaff, 'email'> },
  visit: Visit = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: visit.width ?? 1366, height: 768 },
    javaScriptEnabled: visit.script !== false,
    baseURL: url,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('#email', staff.email);
  await page.fill('#password', TEST_PASSWORD);
  await page.click('main button');
  await page.waitForURL('**/my-work');
  return page;
}

/**
 * Axe finds nothing and nothing scrolls sideways at the page's width. With LOOK_AT set to a folder a
 * picture of the page is left there for people to look at.
 */
export async function expectSoundPage(page: Page, name: string): Promise<void> {
  expect([name, await axeFaults(page)]).toEqual([name, []]);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow]).toEqual([name, 0]);
  const folder = process.env['LOOK_AT'];
  if (!folder) return;
  const file = `${name.replace(/[^a-z0-9-]+/gi, '_').slice(-50)}-${page.viewportSize()?.width}.png`;
  await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
}
