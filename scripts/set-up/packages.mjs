// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runToEnd } from '../private-servers/run-to-end.mjs';
import { PlainFault, step } from '../private-servers/say.mjs';

/**
 * Installs the packages when they are missing or are not the ones that package-lock.json names.
 * @param {string} project
 */
export async function installPackagesIfNeeded(project) {
  if (packagesAreCurrent(project)) return;
  await step('Installing the packages (npm ci)', async () => {
    // Development packages are needed to build, whatever NODE_ENV says.
    const installed = await runToEnd('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: project,
    });
    if (installed.code !== 0)
      throw new PlainFault(`npm ci failed:\n${lastLines(installed.output, 25)}`);
  });
}

/** @param {string} project */
function packagesAreCurrent(project) {
  const kept = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  const wanted = lockedPackages(join(project, 'package-lock.json'));
  const present = lockedPackages(kept);
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      present[path]?.version === entry.version,
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}
