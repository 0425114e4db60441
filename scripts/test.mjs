// @ts-check
/**
 * `npm test`: every test on servers of its own, beside a running application.
 * What follows `--` goes to jest: npm test -- test/journeys/reject.spec.ts
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServers, testFolderOf } from './private-servers/for-tests.mjs';
import { dismissGuard } from './private-servers/guard.mjs';
import { runAttached } from './private-servers/run-attached.mjs';
import { runScript, say } from './private-servers/say.mjs';
import { buildIfStale } from './set-up/build.mjs';
import { makeInterruption, Stopped } from './set-up/interruption.mjs';
import { installPackagesIfNeeded } from './set-up/packages.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(testFolderOf(project), `results-${process.pid}.json`);

/** @type {ReturnType<typeof runAttached> | null} */
let jest = null;
/** @type {Awaited<ReturnType<typeof startTestServers>> | null} */
let servers = null;
const interruption = makeInterruption({
  hurry: () => {
    jest?.signal('SIGKILL');
    servers?.children.forEach((child) => child.kill());
  },
});

await runScript(async () => {
  process.chdir(project);
  mkdirSync(testFolderOf(project), { recursive: true, mode: 0o700 });
  try {
    return await runEverything();
  } catch (fault) {
    const reason = interruption.reason() ?? fault;
    if (!(reason instanceof Stopped)) throw reason;
    say('Stopped before the tests had ended.');
    return 1;
  } finally {
    await servers?.stop();
    rmSync(results, { force: true });
    dismissGuard();
  }
});

async function runEverything() {
  await installPackagesIfNeeded(project);
  interruption.goOn();
  await buildIfStale(project);
  interruption.goOn();
  servers = await startTestServers(project);
  say('• MariaDB and Redis for the tests are running');
  interruption.goOn();
  jest = runAttached(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(project, 'node_modules/jest/bin/jest.js'),
      `--json`,
      `--outputFile=${results}`,
      ...process.argv.slice(2),
    ],
    { ...process.env, TZ: 'UTC', ...servers.env },
  );
  try {
    const code = await interruption.orElse(jest.ended);
    sayCounts();
    return code;
  } catch (fault) {
    jest.signal('SIGTERM');
    await jest.ended;
    throw fault;
  }
}

/** One plain line that a person and a machine can read. A file that could not even be run counts as a failure. */
function sayCounts() {
  if (!existsSync(results)) return;
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  say(`${counts.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
