import { spawnSync } from 'node:child_process';

const UNSHARE = '/usr/bin/unshare';
const PROBE_MILLISECONDS = 5000;

let known: readonly string[] | null = null;

/**
 * What stands before a command so that it starts without any network, not even this machine's own,
 * and without privileges (S3.5): a network and a user of its own, which Linux gives to anybody unless
 * the system forbids it. Empty where it does, or where the program is missing. Found out once.
 */
export function withoutNetwork(): readonly string[] {
  known ??= isolation();
  return known;
}

function isolation(): readonly string[] {
  const command = [UNSHARE, '--user', '--net', '--'];
  const [program = '', ...options] = command;
  const probe = spawnSync(program, [...options, '/bin/sh', '-c', ':'], {
    env: {},
    stdio: 'ignore',
    timeout: PROBE_MILLISECONDS,
  });
  return probe.status === 0 ? command : [];
}
