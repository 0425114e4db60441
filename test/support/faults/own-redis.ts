import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { askRedis } from '../../../src/platform/health/ping-redis.js';
import { freePort } from '../free-port.js';
import { waitUntil } from './wait-until.js';

/** A Redis that belongs to one test: it may be emptied and stopped. */
export interface OwnRedis {
  url: string;
  flushAll(): Promise<void>;
  stop(): Promise<void>;
  /** Again on the same port, with what it had kept. */
  start(): Promise<void>;
  /** Stops it for good. */
  drop(): Promise<void>;
}

interface RedisProgram {
  command: string;
  env: NodeJS.ProcessEnv;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const program = await findRedis();
  const folder = mkdtempSync(join(tmpdir(), 'permit-desk-redis-'));
  const [port, password] = [await freePort(), randomBytes(16).toString('hex')];
  const url = `redis://:${password}@127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const start = async () => {
    server = spawn(program.command, ['-'], {
      env: program.env,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    server.stdin?.end(settings(folder, port, password));
    await waitUntil('Redis answers', () => answers(url), { patienceMs: 20_000 });
  };
  const stop = async () => {
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    url,
    start,
    stop,
    flushAll: async () => void (await askRedis(url, [['FLUSHALL']], 5000)),
    drop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(url: string): Promise<boolean> {
  return askRedis(url, [['PING']], 1000).then(
    ([reply]) => reply === '+PONG',
    () => false,
  );
}

/** The very program that serves the other tests. */
async function findRedis(): Promise<RedisProgram> {
  const project = process.cwd();
  const finder = pathToFileURL(join(project, 'scripts/private-servers/server-programs.mjs')).href;
  const { findServers } = (await import(finder)) as {
    findServers(folder: string): Promise<{ redis: RedisProgram }>;
  };
  return (await findServers(join(project, '.permit-desk', 'programs'))).redis;
}

function settings(folder: string, port: number, password: string): string {
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
  ];
  return `${lines.join('\n')}\n`;
}
