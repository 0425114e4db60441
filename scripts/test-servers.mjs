// @ts-check
/** Keeps the test servers running, so that single test files start at once (see with-test-servers.mjs). */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  announceTestServers,
  runningTestServers,
  startTestServers,
} from './private-servers/for-tests.mjs';
import { identityOf } from './private-servers/process-identity.mjs';
import { PlainFault, runScript, say } from './private-servers/say.mjs';
import { onStopSignals } from './private-servers/stop-signals.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

await runScript(async () => {
  if (runningTestServers(project)) throw new PlainFault('The test servers are running already.');
  const wishToStop = new Promise((resolve) => {
    onStopSignals({ stop: () => resolve(undefined), hurry: () => process.exit(1) });
  });
  const servers = await startTestServers(project);
  const withdraw = announceTestServers(project, {
    holder: identityOf(process.pid),
    env: servers.env,
  });
  say(
    'The test servers are running. Another terminal: node scripts/with-test-servers.mjs COMMAND …  Ctrl-C stops them.',
  );
  const crashed = Promise.race(servers.children.map((child) => child.ended.then(() => child)));
  const ended = await Promise.race([wishToStop, crashed]);
  withdraw();
  await servers.stop();
  if (!ended) return 0;
  throw new PlainFault(`${ended.name} ended by itself. Its last words:\n${ended.lastLines()}`);
});
