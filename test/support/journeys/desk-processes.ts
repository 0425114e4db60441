import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../../../src/platform/config/settings.js';

/** The built web and worker, running as an installation runs them. */
export interface DeskProcesses {
  /** What both have logged so far. */
  output(): string;
  /** @throws when one of them logged a fault while it ran */
  stop(): Promise<void>;
}

const PROGRAMS = ['dist/src/main.js', 'dist/src/worker.js'] as const;
const PATIENCE_MS = 90_000;

/** Starts both with these settings and waits until the web answers and the worker works. */
export async function startDeskProcesses(settings: Settings): Promise<DeskProcesses> {
  const missing = PROGRAMS.find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing} is not built: run npm run build first.`);
  const environment = environmentOf(settings);
  let output = '';
  const children = PROGRAMS.map((path) => {
    const child = spawn(process.execPath, [path], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const channel of [child.stdout, child.stderr]) {
      channel.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    return child;
  });
  const stop = async () => void (await Promise.all(children.map(end)));
  try {
    await ready(children, settings, () => output);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    output: () => output,
    stop: async () => {
      await stop();
      const faults = output.split('\n').filter((line) => line.includes('"level":50'));
      if (faults.length > 0) throw new Error(`The desk logged:\n${faults.join('\n')}`);
    },
  };
}

/** Settings as the environment they are read from. */
function environmentOf(settings: Settings): NodeJS.ProcessEnv {
  const given = Object.entries(settings as object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return { PATH: process.env['PATH'], TZ: 'UTC', ...Object.fromEntries(given) };
}

async function ready(
  children: readonly ChildProcess[],
  { PUBLIC_URL }: Settings,
  output: () => string,
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    if (children.some(({ exitCode }) => exitCode !== null) || Date.now() > until) {
      throw new Error(`The desk did not start. It said:\n${output()}`);
    }
    const answer = await fetch(`${PUBLIC_URL}/health`).catch(() => null);
    if (answer?.status === 200 && output().includes('The worker is running')) return;
    await pause(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(killing);
}
