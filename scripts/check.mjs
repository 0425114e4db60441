// @ts-check
/** `npm run check`: types, lint, import rules and unit tests, two at a time; what failed is shown whole. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dismissGuard } from './private-servers/guard.mjs';
import { runToEnd } from './private-servers/run-to-end.mjs';
import { runScript, say, seconds } from './private-servers/say.mjs';
import { makeInterruption } from './set-up/interruption.mjs';
import { installPackagesIfNeeded } from './set-up/packages.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The longest first. @type {readonly [string, string[]][]} */
const checks = [
  ['lint', ['run', '--silent', 'lint']],
  ['unit tests', ['run', '--silent', 'test:unit']],
  ['types', ['run', '--silent', 'types']],
  ['import rules', ['run', '--silent', 'imports']],
  [
    'types of the scripts',
    ['exec', '--no', '--', 'tsc', '-p', 'scripts/private-servers/tsconfig.json'],
  ],
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
 * @param {string[]} command for npm
 */
async function passes(title, command) {
  const startedAt = Date.now();
  const { code, output } = await runToEnd('npm', command, { cwd: project });
  const isOk = code === 0;
  if (!isOk) say(`\n${output.trimEnd()}\n`);
  say(`${isOk ? 'ok    ' : 'FAILED'}  ${title} (${seconds(startedAt)})`);
  return isOk;
}
