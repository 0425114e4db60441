import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** Each test runs programs of its own in a folder whose name holds a space. */
const here = import.meta.dirname;
const programs = join(here, '..', '..', '.permit-desk', 'programs');
let folder: string;
let started: ChildProcess[];
let servers: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'permit desk '));
  started = [];
  servers = [];
});

afterEach(async () => {
  for (const program of started) program.kill('SIGKILL');
  await allGone(servers);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A program that takes the folder's lock, says `mine` or `taken`, and stays. */
const locking = `
  import { lockFolder } from '${here}/folder-lock.mjs';
  const lock = lockFolder(process.argv[1], ' for a test');
  console.log(lock.ok ? 'mine' : 'taken by ' + lock.holder.pid + lock.holder.note);
  if (lock.ok) setInterval(() => undefined, 1000);
`;

/** A program that starts both servers, says where they are, and stays. */
const serving = `
  import { startPrivateServers } from '${here}/private-servers.mjs';
  import { endLeftOvers } from '${here}/left-overs.mjs';
  const [folder, programs] = process.argv.slice(1);
  await endLeftOvers(folder);
  const servers = await startPrivateServers({
    folder, programs, user: 'someone', database: 'somewhere',
    grants: ['CREATE DATABASE IF NOT EXISTS somewhere'],
  });
  const facts = { databaseUrl: servers.databaseUrl, redisUrl: servers.redisUrl };
  process.on('SIGTERM', () => void servers.stop());
  console.log(JSON.stringify({ ...facts, pids: servers.children.map((child) => child.pid) }));
  setInterval(() => undefined, 1000).unref();
`;

/** Resolves with the program and its first line that does not begin with a bullet or a blank. */
async function run(
  code: string,
  ...args: string[]
): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const said = output
      .split('\n')
      .slice(0, -1)
      .find((line) => /^[^•\s]/.test(line));
    if (said !== undefined) return { child, said };
  }
  throw new Error(`It ended having said: ${output}`);
}

async function serve(): Promise<{ child: ChildProcess; facts: Serving }> {
  const { child, said } = await run(serving, folder, programs);
  const facts = JSON.parse(said) as Serving;
  servers.push(...facts.pids);
  return { child, facts };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie has ended; it only waits for somebody to notice.
    return (
      process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
    );
  } catch {
    return false;
  }
}

async function allGone(pids: readonly number[]): Promise<boolean> {
  for (let left = 250; left > 0 && pids.some(isRunning); left -= 1) await wait(100);
  return !pids.some(isRunning);
}

async function accepts(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const outcome = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]);
  socket.destroy();
  return outcome;
}

interface Serving {
  databaseUrl: string;
  redisUrl: string;
  pids: number[];
}

describe('the lock on a data folder', () => {
  it('refuses a second program and names the first', async () => {
    const first = await run(locking, folder);
    const second = await run(locking, folder);
    expect(first.said).toBe('mine');
    expect(second.said).toBe(`taken by ${first.child.pid} for a test`);
  });

  it('is free again when its holder was killed', async () => {
    const first = await run(locking, folder);
    first.child.kill('SIGKILL');
    await ended(first.child);
    expect((await run(locking, folder)).said).toBe('mine');
  });

  it('goes to exactly one of many who find a dead holder at once', async () => {
    const first = await run(locking, folder);
    first.child.kill('SIGKILL');
    await ended(first.child);
    const all = await Promise.all(Array.from({ length: 6 }, () => run(locking, folder)));
    expect(all.filter(({ said }) => said === 'mine')).toHaveLength(1);
  }, 60_000);
});

describe('private servers', () => {
  it('accept on loopback, end when told to, and keep their files for the next start', async () => {
    const { child, facts } = await serve();
    expect(new URL(facts.databaseUrl).hostname).toBe('127.0.0.1');
    expect(await accepts(facts.databaseUrl)).toBe(true);
    expect(await accepts(facts.redisUrl)).toBe(true);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(facts.pids.some(isRunning)).toBe(false);
    expect(await accepts((await serve()).facts.databaseUrl)).toBe(true);
  }, 90_000);

  it('do not outlive a killed parent, and a start right after it finds its files free', async () => {
    const first = await serve();
    expect(first.facts.pids.every(isRunning)).toBe(true);
    first.child.kill('SIGKILL');
    const second = await serve();
    expect(first.facts.pids.some(isRunning)).toBe(false);
    expect(await accepts(second.facts.databaseUrl)).toBe(true);
    second.child.kill('SIGKILL');
    expect(await allGone(second.facts.pids)).toBe(true);
  }, 90_000);
});
