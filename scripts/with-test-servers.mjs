// @ts-check
/**
 * Runs one command with the test servers' addresses in its environment:
 *   node scripts/with-test-servers.mjs npx jest test/integration/one.spec.ts
 * Those of a running `node scripts/test-servers.mjs` are used; otherwise they are started for this command alone.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningTestServers, startTestServers } from './private-servers/for-tests.mjs';
import { runAttached } from './private-servers/run-attached.mjs';
import { PlainFault, runScript } from './private-servers/say.mjs';
import { onStopSignals } from './private-servers/stop-signals.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!command)
    throw new PlainFault('Say which command to run: node scripts/with-test-servers.mjs COMMAND …');
  const running = runningTestServers(project);
  const own = running ? null : await startTestServers(project);
  const run = runAttached(command, args, { ...process.env, ...(running ?? own?.env) });
  onStopSignals({ stop: () => run.signal('SIGTERM'), hurry: () => run.signal('SIGKILL') });
  const code = await run.ended;
  await own?.stop();
  return code;
});
