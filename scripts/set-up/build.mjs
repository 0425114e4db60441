// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../private-servers/folder-lock.mjs';
import { lastLines, runToEnd } from '../private-servers/run-to-end.mjs';
import { PlainFault, step } from '../private-servers/say.mjs';

const sources = [
  'src',
  'sandbox',
  'scripts',
  'ormconfig.ts',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

/**
 * Builds when `dist` is missing or was not built from the sources as they lie here now.
 * @param {string} project
 */
export async function buildIfStale(project) {
  if (isCurrent(project)) return;
  // A start and a test run at the same moment must not build into each other's folder.
  const lockFolderPath = join(project, 'node_modules', '.cache', 'permit-desk-build');
  mkdirSync(lockFolderPath, { recursive: true });
  let lock = lockFolder(lockFolderPath, 'building');
  while (!lock.ok) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    lock = lockFolder(lockFolderPath, 'building');
  }
  try {
    if (!isCurrent(project)) await build(project);
  } finally {
    lock.release();
  }
}

/** @param {string} project */
async function build(project) {
  await step('Building', async () => {
    const builtFrom = fingerprint(project);
    const built = await runToEnd('npm', ['run', '--silent', 'build'], { cwd: project });
    if (built.code !== 0) throw new PlainFault(`The build failed:\n${lastLines(built.output, 40)}`);
    writeFileSync(stampOf(project), builtFrom);
  });
}

/** @param {string} project */
const stampOf = (project) => join(project, 'dist', '.built-from');

/** @param {string} project */
function isCurrent(project) {
  const stamp = stampOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(project);
}

/** Names and contents of every source file. @param {string} project */
function fingerprint(project) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, project, source);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} project
 * @param {string} path within the project
 */
function addTo(hash, project, path) {
  const whole = join(project, path);
  if (!existsSync(whole)) return;
  const found = statSync(whole);
  if (found.isDirectory()) {
    for (const name of readdirSync(whole).sort()) addTo(hash, project, join(path, name));
  } else if (!/\.(mjs|spec\.ts)$/.test(path)) {
    hash.update(`${path} ${found.size}\n`).update(readFileSync(whole));
  }
}
