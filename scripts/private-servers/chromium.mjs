// @ts-check
import {
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fetchPackages, libraryFolders } from './distribution-packages.mjs';
import { findProgram } from './find-program.mjs';
import { browserInstructions } from './install-instructions.mjs';
import { runToEnd } from './run-to-end.mjs';
import { PlainFault } from './say.mjs';

/**
 * The browser for the journeys, reached through a small script of ours: whatever it needs from its environment stays
 * out of everybody else's.
 * @param {string} programs the folder for fetched programs
 * @returns {Promise<string>} the script's path
 * @throws {PlainFault} with the commands to type where there is no browser to be had
 */
export async function findChromium(programs) {
  mkdirSync(programs, { recursive: true, mode: 0o700 });
  const wrapper = join(programs, 'chromium.sh');
  const installed = installedChromium();
  if (installed) {
    writeWrapper(wrapper, installed, {});
    if (await runs(wrapper)) return wrapper;
  }
  const fetched = await fetchPackages({
    programs,
    set: 'chromium',
    title: 'Chromium (about 125 MB)',
    packages: [['chromium', 'fonts-liberation', 'fonts-dejavu-core']],
  });
  if (!fetched.ok) throw new PlainFault(browserInstructions(fetched.because));
  const browser = findProgram([join(fetched.root, 'usr/lib/chromium/chromium')]);
  if (!browser)
    throw new PlainFault(
      browserInstructions('The package of that name in this distribution holds no browser.'),
    );
  writeWrapper(wrapper, browser, {
    LD_LIBRARY_PATH: [join(fetched.root, 'usr/lib/chromium'), ...libraryFolders(fetched.root)].join(
      ':',
    ),
    FONTCONFIG_FILE: writeFontSettings(programs, fetched.root),
    XDG_DATA_DIRS: `${join(fetched.root, 'usr/share')}:/usr/local/share:/usr/share`,
  });
  if (await runs(wrapper)) return wrapper;
  throw new PlainFault(
    browserInstructions(`The one unpacked in ${fetched.root} does not run here.`),
  );
}

/** @returns {string | null} */
function installedChromium() {
  const given = process.env.CHROMIUM;
  if (given) {
    const found = findProgram([given]);
    if (!found)
      throw new PlainFault(`CHROMIUM names ${given}, which is no program that can be run.`);
    return found;
  }
  const found = findProgram([
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    ...macBrowsers,
    ...playwrightBrowsers(),
  ]);
  return found && !isSnapStub(found) ? found : null;
}

const macBrowsers = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse();
  return builds.flatMap((build) =>
    ['chrome-linux', 'chrome-linux64'].map((folder) => join(cache, build, folder, 'chrome')),
  );
}

/** Ubuntu's chromium-browser only tells the person to install a snap. @param {string} path */
function isSnapStub(path) {
  const start = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  const length = readSync(file, start, 0, start.length, 0);
  closeSync(file);
  const text = start.toString('latin1', 0, length);
  return text.startsWith('#!') && text.includes('snap');
}

/** The journeys speak to this machine only; a browser's own errands would be refused or leave it. */
const quiet = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {string} wrapper
 * @param {string} browser
 * @param {Record<string, string>} env
 */
function writeWrapper(wrapper, browser, env) {
  const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`);
  const lines = ['#!/bin/sh', ...exports, `exec ${quoted(browser)} ${quiet.join(' ')} "$@"`, ''];
  writeFileSync(wrapper, lines.join('\n'), { mode: 0o700 });
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The unpacked fonts beside the system's own, without the system's font settings, which may not exist.
 * @param {string} programs
 * @param {string} root
 */
function writeFontSettings(programs, root) {
  const path = join(programs, 'fonts.conf');
  const folders = [join(root, 'usr/share/fonts'), '/usr/share/fonts'];
  /** @param {string} family @param {string} font */
  const alias = (family, font) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${escaped(folder)}</dir>`),
    `<cachedir>${escaped(join(programs, 'font-cache'))}</cachedir>`,
    ...['sans-serif', 'Arial', 'Helvetica', 'Helvetica Neue'].map((family) =>
      alias(family, 'Liberation Sans'),
    ),
    ...['serif', 'Times New Roman'].map((family) => alias(family, 'Liberation Serif')),
    ...['monospace', 'Courier New'].map((family) => alias(family, 'Liberation Mono')),
    '</fontconfig>',
    '',
  ];
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @param {string} wrapper */
async function runs(wrapper) {
  return (await runToEnd(wrapper, ['--version'])).code === 0;
}
