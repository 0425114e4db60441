import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { contrast } from '../../src/platform/web/contrast.js';
import { loadDeskAssets } from '../../src/platform/web/static-assets.js';
import { assetsDir } from '../support/render-view.js';

const assets = loadDeskAssets({ assetsDir });
const app = express().use('/assets', assets.serve);
const stylesheet = () => request(app).get(assets.links.styles[0] ?? '');

describe('the files a page loads', () => {
  it('are every script that one of them imports: where one is missing none would start', async () => {
    const served = [assets.links.script, ...assets.links.preloads];
    for (const script of served) {
      const { text } = await request(app).get(script).expect(200);
      for (const [, name = ''] of text.matchAll(/from '\.\/([\w-]+\.js)'/g)) {
        expect(served.map((href) => href.split('/').at(-1))).toContain(name);
      }
    }
  });

  it('come with a year to keep under an address that names their content', async () => {
    const answer = await stylesheet().expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(assets.links.script).toMatch(/^\/assets\/[0-9a-f]{16}\/desk\.js$/);
  });

  it('still answer an older address, which may not be kept', async () => {
    const answer = await request(app).get('/assets/0000000000000000/desk.css').expect(200);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('are zipped for those who can read it', async () => {
    const answer = await stylesheet().set('Accept-Encoding', 'gzip').expect(200);
    expect(answer.headers['content-encoding']).toBe('gzip');
    const plain = await stylesheet().set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/assets/x/fonts/light-94a07e06a1-v2.woff2',
    '/assets/x/images/govuk-crest.svg',
    '/assets/x/images/favicon.ico',
    '/assets/x/../package.json',
    '/assets/x/%2e%2e/package.json',
    '/assets/x/__proto__',
    '/assets/x/constructor',
    '/assets/desk.css',
    '/assets/x/',
  ])('are a closed list: %s is not there', (path) => request(app).get(path).expect(404));

  it('cannot be posted to', () => request(app).post(assets.links.script).expect(404));

  it('are small: scripts within 60 kB and styles within 40 kB, zipped', async () => {
    const size = async (path: string) => {
      const answer = await request(app).get(path).set('Accept-Encoding', 'gzip').expect(200);
      return Number(answer.headers['content-length'] ?? zippedLength(answer));
    };
    const scripts = [assets.links.script, ...assets.links.preloads];
    const total = (await Promise.all(scripts.map(size))).reduce((sum, one) => sum + one, 0);
    expect(total).toBeLessThan(60_000);
    expect(await size(assets.links.styles[0] ?? '')).toBeLessThan(40_000);
  });

  it('import only each other', async () => {
    for (const path of [assets.links.script, ...assets.links.preloads]) {
      const { text } = await request(app).get(path).expect(200);
      for (const [, from = ''] of text.matchAll(/from\s*['"]\.\/([^'"]+)['"]/g)) {
        expect(assets.links.preloads.map((link) => link.split('/').at(-1))).toContain(from);
      }
    }
  });
});

function zippedLength(answer: { text: string }): number {
  return Buffer.byteLength(answer.text);
}

describe('the brand', () => {
  it('uses no licensed typeface and no crest, and loads nothing from elsewhere', async () => {
    const { text } = await stylesheet().expect(200);
    // Only the pieces found are compared: the whole file would fill the screen when this fails.
    const unwanted =
      /GDS Transport|@font-face|govuk-crest|woff2?|@import|url\(["']?(?:https?:)?\/\//g;
    expect(text.match(unwanted) ?? []).toEqual([]);
    const images = [...text.matchAll(/url\(([^)]+)\)/g)].map(([, name = '']) => name);
    expect(images.length).toBeGreaterThan(0);
    for (const image of new Set(images)) {
      await request(app).get(`/assets/x/${image}`).expect(200);
    }
  });

  it('keeps no file of the packages that is not ours to show', () => {
    const folder = join(process.cwd(), 'node_modules/govuk-frontend/dist/govuk/assets');
    const theirs = new Set(filesIn(folder).map(hashOf));
    expect(theirs.size).toBeGreaterThan(5);
    for (const own of filesIn(assetsDir)) expect(theirs.has(hashOf(own))).toBe(false);
  });

  it('takes the colour of the header from the settings', async () => {
    const own = loadDeskAssets({ assetsDir, headerColour: '#5b1a4b' });
    const { text } = await request(express().use('/assets', own.serve)).get(
      own.links.styles[0] ?? '',
    );
    expect(text.trimEnd().endsWith(':root{--desk-header-colour:#5b1a4b}')).toBe(true);
    expect(own.links.styles).not.toEqual(assets.links.styles);
  });

  it.each(['#7fb3b0', 'red', '#fff', 'red;}body{display:none'])(
    'refuses the header colour %s',
    (headerColour) => {
      expect(() => loadDeskAssets({ assetsDir, headerColour })).toThrow('header colour');
    },
  );
});

describe('colours', () => {
  const css = readFileSync(join(assetsDir, 'desk.css'), 'utf8');
  const colour = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

  it.each([
    ['desk-ink', 'desk-paper', 4.5],
    ['desk-ink', 'desk-wash', 4.5],
    ['desk-ink', 'desk-focus', 4.5],
    ['desk-soft-ink', 'desk-paper', 4.5],
    ['desk-soft-ink', 'desk-wash', 4.5],
    ['desk-paper', 'desk-header-colour', 4.5],
    ['desk-paper', 'desk-action', 4.5],
    ['desk-paper', 'desk-action-dark', 4.5],
    ['desk-paper', 'desk-good', 4.5],
    ['desk-bad', 'desk-paper', 4.5],
    ['govuk-link-colour', 'desk-wash', 4.5],
    ['govuk-link-visited-colour', 'desk-wash', 4.5],
    ['govuk-link-hover-colour', 'desk-wash', 4.5],
    ['desk-edge', 'desk-paper', 3],
    ['desk-edge', 'desk-wash', 3],
    ['desk-focus', 'desk-header-colour', 3],
  ])('%s on %s reaches %d', (one, other, least) => {
    expect(contrast(colour(one), colour(other))).toBeGreaterThanOrEqual(least);
  });

  it('are measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
