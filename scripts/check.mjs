// @ts-check
/** `npm run check`: types, lint, import rules and unit tests, two at a time; what failed is shown whole. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dismissGuard } from './private-servers/guard.mjs';
import { runToEnd } from './private-servers/run-to-end.mjs';
import { runScript, say, seconds } from './private-servers/say.mjs';
import { makeInterruption } from './set-up/interruption.mjs';
import { installPackagesIfNeeded } from './set-up/packages.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is known of the last type check makes the next one quick. */
const remembered = (/** @type {string} */ name) => [
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/permit-desk/${name}.tsbuildinfo`,
];

/** A file that is as it was when it was found well formatted need not be read again. */
const rememberedFormat = [
  '--cache',
  ...['--cache-strategy', 'content'],
  ...['--cache-location', 'node_modules/.cache/permit-desk/format'],
];

/** Each a program of node_modules/.bin; the longest first. @type {readonly [string, string, string[]][]} */
const checks = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json', ...remembered('types')]],
  ['unit tests', 'jest', ['--selectProjects', 'unit']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn', ...rememberedFormat]],
  ['types of the scripts', 'tsc', ['-p', 'scripts/private-servers', ...remembered('scripts')]],
  ['import rules', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs']],
];

await runScript(async () => {
  process.chdir(project);
  const interruption = makeInterruption({ hurry: () => undefined });
  const startedAt = Date.now();
  await installPackagesIfNeeded(project);
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      interruption.goOn();
      if (!(await passes(...next))) failed.push(next[0]);
    }
  };
  await Promise.all([lane(), lane()]).finally(dismissGuard);
  const verdict = failed.length === 0 ? 'All checks are ok' : `Failed: ${failed.join(', ')}`;
  say(`\n${verdict} (${seconds(startedAt)})`);
  return failed.length === 0 ? 0 : 1;
});

/**
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 */
async function passes(title, program, args) {
  const startedAt = Date.now();
  const env = {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  const { code, output } = await runToEnd(join('node_modules', '.bin', program), args, { env });
  const isOk = code === 0;
  if (!isOk) say(`\n${output.trimEnd()}\n`);
  say(`${isOk ? 'ok    ' : 'FAILED'}  ${title} (${seconds(startedAt)})`);
  return isOk;
}
