import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler, Response } from 'express';
import { readableOnWhite } from './contrast.js';
import { ownTypeface, relativeImages, withoutLicensedFont } from './own-brand.js';

/**
 * The few files a page loads, read once into memory. Their address holds a hash of them all
 * (`/assets/1f0c…/desk.css`), so browsers may keep them for a year and an upgrade changes every
 * address at once; the scripts import each other by relative path. Only what is listed here can
 * be asked for: no font, crest or favicon of the packages is served.
 */
export interface AssetLinks {
  styles: string[];
  script: string;
  preloads: string[];
  icon: string;
  mark: string;
}

export interface DeskAssets {
  links: AssetLinks;
  /** Mount at `/assets`. */
  serve: RequestHandler;
}

export interface AssetOptions {
  /** The folder `assets` of this application. */
  assetsDir: string;
  /** Six-digit hex colour of the header; white text on it must reach 4.5 to 1. */
  headerColour?: string | null;
}

interface Asset {
  type: string;
  body: Buffer;
  gzip: Buffer | null;
}

const packages = createRequire(import.meta.url);
const ownScripts = [
  'desk.js',
  'viewer.js',
  'redact.js',
  'session-warning.js',
  'presence.js',
  'drafts.js',
  'shortcuts.js',
  'bulk-select.js',
  'progress.js',
  'submit-guard.js',
  'reveal.js',
];
const ownImages = ['mark.svg', 'icon.svg'];
const packageImages = [
  'icon-tag-remove-cross.svg',
  'icon-tag-remove-cross-white.svg',
  'icon-document.svg',
];
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Reads, cleans and compresses the files; throws when one is missing or the colour is too light. */
export function loadDeskAssets(options: AssetOptions): DeskAssets {
  const files = readAssets(options);
  const hash = createHash('sha256');
  for (const [name, asset] of files) hash.update(name).update('\0').update(asset.body);
  const version = hash.digest('hex').slice(0, 16);
  const at = (name: string) => `/assets/${version}/${name}`;
  return {
    links: {
      styles: [at('desk.css')],
      script: at('desk.js'),
      preloads: [...ownScripts.slice(1), 'govuk-frontend.js'].map(at),
      icon: at('images/icon.svg'),
      mark: at('images/mark.svg'),
    },
    serve: (req, res, next) => {
      const [, asked = '', ...rest] = req.path.split('/');
      const asset = files.get(rest.join('/'));
      if (!['GET', 'HEAD'].includes(req.method) || asset === undefined) next();
      else send(res, asset, { isCurrent: asked === version, accepts: req.get('accept-encoding') });
    },
  };
}

function send(
  res: Response,
  asset: Asset,
  { isCurrent, accepts }: { isCurrent: boolean; accepts: string | undefined },
): void {
  // An older page may still ask by an older hash: it gets today's file, but may not keep it.
  res.set({
    'Content-Type': asset.type,
    'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  });
  const isZipped = asset.gzip !== null && /\bgzip\b/.test(accepts ?? '');
  if (isZipped) res.set('Content-Encoding', 'gzip');
  res.end(isZipped ? asset.gzip : asset.body);
}

function readAssets(options: AssetOptions): Map<string, Asset> {
  const govuk = packageFolder('govuk-frontend', 'dist/govuk');
  const moj = packageFolder('@ministryofjustice/frontend', 'moj');
  const own = (name: string) => readFileSync(join(options.assetsDir, name), 'utf8');
  const styles = [
    cleaned(readFileSync(join(govuk, 'govuk-frontend.min.css'), 'utf8')),
    cleaned(readFileSync(join(moj, 'moj-frontend.min.css'), 'utf8')),
    own('desk.css'),
    theme(options.headerColour ?? null),
  ].join('\n');
  const script = readFileSync(join(govuk, 'govuk-frontend.min.js'), 'utf8');
  const assets = new Map<string, Asset>();
  assets.set('desk.css', asset('css', `@charset "UTF-8";\n${styles}`));
  assets.set('govuk-frontend.js', asset('js', script.replace(/\/\/# sourceMappingURL=.*\s*$/, '')));
  for (const name of ownScripts) assets.set(name, asset('js', own(name)));
  for (const name of ownImages) assets.set(`images/${name}`, asset('svg', own(`images/${name}`)));
  for (const name of packageImages) {
    const image = readFileSync(join(moj, 'assets/images', name), 'utf8');
    assets.set(`images/${name}`, asset('svg', image));
  }
  return assets;
}

function cleaned(css: string): string {
  const kept = new Set(packageImages);
  return relativeImages(ownTypeface(withoutLicensedFont(css)), kept)
    .replaceAll('@charset "UTF-8";', '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
}

function theme(headerColour: string | null): string {
  if (headerColour === null) return '';
  if (!readableOnWhite(headerColour)) {
    throw new Error(`header colour ${headerColour}: white text on it needs a contrast of 4.5 to 1`);
  }
  return `:root{--desk-header-colour:${headerColour}}`;
}

function asset(kind: string, text: string): Asset {
  const body = Buffer.from(text, 'utf8');
  const gzip = body.length > 1000 ? gzipSync(body, { level: 9 }) : null;
  return { type: types[kind] ?? 'application/octet-stream', body, gzip };
}

function packageFolder(name: string, folder: string): string {
  return join(dirname(packages.resolve(`${name}/package.json`)), folder);
}
