import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import type { DeskSettings, DeskShell, PageBase } from '../../src/platform/web/page-shell.js';
import { pageShell } from '../../src/platform/web/page-shell.js';
import { loadDeskAssets } from '../../src/platform/web/static-assets.js';
import { createViewEngine } from '../../src/platform/web/views.js';

/**
 * Renders views as the application does, strictly, without a server.
 *
 *   const { html, $ } = await renderView('review/show', page);
 *   expect($('h1').text()).toBe('Review PD-4K7M');
 *
 * `$` reads the HTML as a browser would (cheerio over parse5): `$('a.govuk-link').attr('href')`.
 */
export const viewsDir = join(process.cwd(), 'views');
export const assetsDir = join(process.cwd(), 'assets');
/** Views that only tests may use, such as one that prints raw HTML from a fixture. */
export const testViewsDir = join(process.cwd(), 'test/views/test-only');

const engine = createViewEngine({ viewsDir, extraDirs: [testViewsDir] });

export interface RenderedView {
  html: string;
  $: CheerioAPI;
}

/** One view or component by itself, without the layout. */
export async function renderView(view: string, page: object): Promise<RenderedView> {
  // Components that need the page's token find it at the root, as on a whole page.
  const html = await engine.html('test-root', { view, page, shell: { csrfToken: 'test-token' } });
  return { html, $: load(html, null, false) };
}

export interface RenderedPage extends RenderedView {
  shell: DeskShell;
}

export const testSettings: DeskSettings = {
  serviceName: 'Permit Desk',
  homeHref: '/',
  signOutAction: '/sign-out',
  footerLinks: [],
  assets: loadDeskAssets({ assetsDir }).links,
};

export const testShell: DeskShell = {
  user: { name: 'Ada Officer', roleName: 'Officer' },
  navigation: [
    { text: 'My work', href: '/', current: true },
    { text: 'Queue', href: '/queue', current: false },
  ],
  csrfToken: 'test-token',
  sandboxBanner: null,
};

/** A whole page with the layout, for an officer unless the shell says otherwise. */
export async function renderWholePage(
  view: string,
  page: PageBase,
  given: { shell?: Partial<DeskShell>; isResident?: boolean; reference?: string } = {},
): Promise<RenderedPage> {
  const shell = { ...testShell, ...given.shell };
  const html = await engine.html('layouts/desk', {
    view,
    page,
    shell: pageShell(testSettings, shell, page, {
      isResident: given.isResident === true,
      requestReference: given.reference ?? null,
    }),
  });
  return { html, $: load(html), shell };
}
