import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ChildProcess, spawn } from 'node:child_process';

const project = process.cwd();

/** Web or worker as it was built, in a process of its own. */
export interface Program {
  pid: number;
  /** Everything it has said on both channels. */
  output(): string;
  hasEnded(): boolean;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Freezes it: no line of its code runs until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Starts `dist/src/NAME.js`. Where the system has `setpriv` it dies with the test, however that ends. */
export function startProgram(name: 'main' | 'worker', environment: NodeJS.ProcessEnv): Program {
  const path = join(project, 'dist/src', `${name}.js`);
  const [command = '', ...args] = [...diesWithTest(), process.execPath, path];
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const channel of [child.stdout, child.stderr]) {
    channel?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  return {
    pid: child.pid ?? 0,
    output: () => text,
    hasEnded: () => hasEnded(child),
    kill: async () => {
      if (hasEnded(child)) return;
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function diesWithTest(): string[] {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL', '--'] : [];
}

/** Builds when `dist` is not what the sources are now, as `npm test` does. */
export async function buildAsNeeded(): Promise<void> {
  const builder = pathToFileURL(join(project, 'scripts/set-up/build.mjs')).href;
  const { buildIfStale } = (await import(builder)) as {
    buildIfStale(project: string): Promise<void>;
  };
  await buildIfStale(project);
}
