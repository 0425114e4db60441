import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * `npm start` as a person types it, on a copy of the project that shares what is built but has data of its own.
 * One copy for the whole file: the tests follow one another as a day does.
 */
const original = join(import.meta.dirname, '..');
let project: string;
const running: Start[] = [];
let port: number;

interface Start {
  child: ChildProcess;
  said: () => string;
}

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'permit desk '));
  for (const name of ['dist', 'node_modules', 'src', 'sandbox', 'views', 'assets']) link(name);
  for (const name of ['package.json', 'package-lock.json', 'nest-cli.json', 'ormconfig.ts'])
    link(name);
  for (const name of ['tsconfig.json', 'tsconfig.build.json']) link(name);
  cpSync(join(original, 'scripts'), join(project, 'scripts'), {
    recursive: true,
  });
  for (const name of ['.permit-desk', 'uploads']) mkdirSync(join(project, name));
  link('.permit-desk/programs');
  port = await freePort();
});

afterAll(async () => {
  for (const { child } of running) child.kill('SIGTERM');
  await Promise.all(running.map(({ child }) => ended(child)));
  rmSync(project, { recursive: true, force: true, maxRetries: 10 });
});

function link(name: string): void {
  symlinkSync(join(original, name), join(project, name));
}

async function freePort(): Promise<number> {
  const server = await listenOn(0);
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function listenOn(wanted: number): Promise<Server> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function start(extra: NodeJS.ProcessEnv = {}): Start {
  const blank = { DATABASE_URL: '', REDIS_URL: '', SANDBOX_PORT: '', PAY_URL: '', NOTIFY_URL: '' };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: project,
    env: { ...process.env, ...blank, NODE_ENV: 'development', PORT: String(port), ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)));
  const begun = { child, said: () => output };
  running.push(begun);
  return begun;
}

async function ready(begun: Start): Promise<void> {
  while (!begun.said().includes('Ctrl-C stops it')) {
    if (begun.child.exitCode !== null) throw new Error(begun.said());
    await wait(50);
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function childrenOnRecord(): number[] {
  const record = readFileSync(join(project, '.permit-desk', 'children.json'), 'utf8');
  return (JSON.parse(record) as { pid: number }[]).map(({ pid }) => pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
    );
  } catch {
    return false;
  }
}

const health = () => fetch(`http://127.0.0.1:${port}/health`);

it('says plainly that the port is busy, before anything long', async () => {
  const other = await listenOn(port);
  const begun = start();
  expect(await ended(begun.child)).toBe(1);
  expect(begun.said()).toContain(`Port ${port} is in use by another program`);
  expect(begun.said()).not.toContain('MariaDB');
  other.close();
});

it('wants both addresses of one’s own servers or neither', async () => {
  const begun = start({ DATABASE_URL: 'mysql://someone@127.0.0.1/somewhere' });
  expect(await ended(begun.child)).toBe(1);
  expect(begun.said()).toContain('Set both DATABASE_URL and REDIS_URL');
});

it('serves the application with demo data, refuses a second start, and stops cleanly', async () => {
  const begun = start();
  await ready(begun);
  expect(begun.said()).toContain('Loading the demo data');
  expect(begun.said()).toContain(`http://127.0.0.1:${port}`);
  expect(begun.said()).toContain('Demo sign-ins');
  const answer = await health();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ok' });

  const second = start();
  expect(await ended(second.child)).toBe(1);
  expect(second.said()).toContain(`running from this folder already (process ${begun.child.pid})`);

  const children = childrenOnRecord();
  expect(children).toHaveLength(5);
  begun.child.kill('SIGTERM');
  expect(await ended(begun.child)).toBe(0);
  expect(children.filter(isRunning)).toEqual([]);
}, 240_000);

it('keeps the data for the next start, and a killed parent leaves no orphan', async () => {
  const begun = start();
  await ready(begun);
  expect(begun.said()).not.toContain('Loading the demo data');
  const children = childrenOnRecord();
  begun.child.kill('SIGKILL');
  for (let left = 300; left > 0 && children.some(isRunning); left -= 1) await wait(100);
  expect(children.filter(isRunning)).toEqual([]);
  await expect(health()).rejects.toThrow();
}, 120_000);

it('stops everything and says why when the worker is gone', async () => {
  const begun = start();
  await ready(begun);
  const children = childrenOnRecord();
  const worker = children.find((pid) => readCommand(pid).includes('worker.js'));
  process.kill(worker ?? 0, 'SIGKILL');
  expect(await ended(begun.child)).toBe(1);
  expect(begun.said()).toContain('worker was ended by SIGKILL');
  expect(children.filter(isRunning)).toEqual([]);
}, 120_000);

function readCommand(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}
