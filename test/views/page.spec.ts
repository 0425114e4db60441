import express, { type Express } from 'express';
import request from 'supertest';
import { attributes, presentAttributes } from '../../src/platform/web/component-types.js';
import { pageItems } from '../../src/platform/web/components/pagination.js';
import { evidenceViewer, viewerPlace } from '../../src/platform/web/components/viewer.js';
import type { PageBase } from '../../src/platform/web/page-shell.js';
import { isOwnPath, redirectSeeOther, renderPage } from '../../src/platform/web/render-page.js';
import { installViews } from '../../src/platform/web/views.js';
import {
  renderWholePage,
  testSettings,
  testShell,
  testViewsDir,
  viewsDir,
} from '../support/render-view.js';

const problem = { title: 'Page not found', lines: ['Check the address.'], reference: 'K3J4' };

function application(page: object, shell: object | null = testShell): Express {
  const app = express();
  installViews(app, { viewsDir, extraDirs: [testViewsDir] });
  app.locals['desk'] = testSettings;
  app.get('/', async (req, res, next) => {
    if (shell !== null) req.shell = shell as typeof testShell;
    const given = page as PageBase;
    await renderPage(req, res, { view: 'errors/problem', page: given, status: 404 }).catch(next);
  });
  app.get('/go', (_req, res) => redirectSeeOther(res, '/applications/PD-4K7M2C?page=2'));
  return app;
}

describe('renderPage', () => {
  it('answers with the status, the page in its frame, and leave to keep nothing', async () => {
    const answer = await request(application(problem)).get('/').expect(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain('<title>Page not found – Permit Desk</title>');
    expect(answer.text).toContain('Ada Officer');
  });

  it('still has a frame when the request failed before anybody was known', async () => {
    const answer = await request(application(problem, null)).get('/').expect(404);
    expect(answer.text).not.toContain('Sign out');
  });

  it.each([
    ['lacks something', { title: 'x', lines: [] }],
    ['holds a date', { ...problem, at: new Date(0) }],
    ['holds undefined', { ...problem, at: undefined }],
  ])('sends nothing of a page that %s', async (_what, page) => {
    const answer = await request(application(page)).get('/').expect(500);
    expect(answer.text).not.toContain('Page not found');
  });

  it('redirects with 303', async () => {
    const answer = await request(application(problem)).get('/go').expect(303);
    expect(answer.headers['location']).toBe('/applications/PD-4K7M2C?page=2');
  });

  it.each(['/', '/queue', '/applications/PD-4?x=1#viewer', '/a%2fb'])('goes to %s', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each([
    '',
    'queue',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\r\nSet-Cookie: x=1',
    ' /queue',
    '/é',
  ])('refuses to go to %j', (path) => expect(isOwnPath(path)).toBe(false));
});

describe('the frame', () => {
  const page = { ...problem };

  it('shows what was just done, unless something is wrong', async () => {
    const shell = { flash: { type: 'success' as const, text: 'Released' } };
    const good = await renderWholePage('errors/problem', page, { shell });
    expect(good.$('.govuk-notification-banner').text()).toContain('Released');
    const errors = [{ text: 'Choose a reason', href: '#reason' }];
    const bad = await renderWholePage('errors/problem', { ...page, errors } as PageBase, { shell });
    expect(bad.$('.govuk-notification-banner')).toHaveLength(0);
    expect(bad.$('.govuk-error-summary a').attr('href')).toBe('#reason');
    expect(bad.$('title').text()).toBe('Error: Page not found – Permit Desk');
  });

  it('tells a script when the session ends, only to who has one', async () => {
    const session = { idleSeconds: 1200, extendPath: '/session' };
    const officer = await renderWholePage('errors/problem', page, { shell: { session } });
    expect(officer.$('body').attr('data-session-idle-seconds')).toBe('1200');
    const nobody = await renderWholePage('errors/problem', page, {
      shell: { session, user: null },
    });
    expect(nobody.$('body').attr('data-session-idle-seconds')).toBeUndefined();
  });

  it('shows a resident neither navigation nor an officer', async () => {
    const { $ } = await renderWholePage('errors/problem', page, { isResident: true });
    expect($('.desk-header__list, .desk-header__user')).toHaveLength(0);
    expect($('html').hasClass('desk-roomy')).toBe(true);
  });

  it('escapes whatever a name holds', async () => {
    const user = { name: '<script>alert(1)</script>', roleName: 'Officer' };
    const { html } = await renderWholePage('errors/problem', page, { shell: { user } });
    expect(html).not.toContain('<script>alert');
  });

  it.each([
    [{ number: 1, count: 1 }, 'Page not found – Permit Desk'],
    [{ number: 2, count: 9 }, 'Page not found (page 2 of 9) – Permit Desk'],
    [{ number: 3, count: null }, 'Page not found (page 3) – Permit Desk'],
  ])('numbers the page %j', async (pageNumber, title) => {
    const { $ } = await renderWholePage('errors/problem', { ...page, pageNumber } as PageBase);
    expect($('title').text()).toBe(title);
  });
});

describe('attributes', () => {
  it.each(['onclick', 'style', 'href', 'src', 'x y', 'data-x" onload="', 'ONCLICK', 'srcdoc'])(
    'may not be called %s',
    (name) => expect(() => attributes({ [name]: 'x' })).toThrow('not allowed'),
  );

  it('are left out when absent and bare when true', () => {
    expect(
      presentAttributes({ id: 'a', disabled: true, value: '', rel: null, title: false }),
    ).toEqual([
      { name: 'id', value: 'a' },
      { name: 'disabled', value: '' },
      { name: 'value', value: '' },
    ]);
  });
});

describe('the place in the papers', () => {
  it('is the beginning when it cannot be understood', () => {
    const beginning = { paperId: null, pageNumber: 1, rotation: 0, zoom: 'fit' };
    expect(viewerPlace({})).toEqual(beginning);
    expect(viewerPlace({ paper: ['x'], page: '-2', rotate: '45', zoom: '999' })).toEqual(beginning);
    expect(viewerPlace({ page: '1e99', rotate: 'x', zoom: {} })).toEqual(beginning);
  });

  it('turns, enlarges and leafs by links alone, within what there is', () => {
    const viewer = evidenceViewer({
      label: 'V5C',
      path: '/r',
      place: viewerPlace({ paper: 'p1', page: '3', rotate: '270', zoom: '300' }),
      papers: [{ id: 'p1', label: 'V5C' }],
      page: { imagesPath: '/i', altStart: 'V5C, ', altEnd: '', count: 3 },
    });
    expect(viewer.rotateRightHref).toContain('rotate=0');
    expect(viewer.rotateLeftHref).toContain('rotate=180');
    expect(viewer.zoomInHref).toContain('zoom=300');
    expect(viewer.zoomOutHref).toContain('zoom=200');
    expect(viewer.page?.nextHref).toBeNull();
    expect(viewer.page?.previousHref).toBe('/r?paper=p1&page=2&rotate=0&zoom=300#viewer');
  });

  it('shows the last page when asked for one beyond it', () => {
    const place = viewerPlace({ paper: 'p1', page: '9' });
    const page = { imagesPath: '/i', altStart: 'V5C, ', altEnd: '', count: 2 };
    const viewer = evidenceViewer({ label: 'V5C', path: '/r', place, papers: [], page });
    expect(viewer.page?.number).toBe(2);
  });
});

describe('the numbers of pages', () => {
  const shown = (current: number, count: number) =>
    pageItems(current, count, String).map(({ number, isEllipsis }) => (isEllipsis ? '…' : number));

  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [7, 42, [1, '…', 6, 7, 8, '…', 42]],
    [42, 42, [1, '…', 41, 42]],
  ])('for %d of %d', (current, count, expected) => expect(shown(current, count)).toEqual(expected));
});
