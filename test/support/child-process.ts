import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child {
  process: ChildProcess;
  /** What it has said so far, on both channels. */
  output(): string;
  /** Waits for words; throws with the output when the process ends or is silent for too long. */
  said(words: RegExp, patienceMs?: number): Promise<void>;
  ended: Promise<number | null>;
}

/** Runs a TypeScript source of the project as a process of its own, with only this environment. */
export function runSource(
  path: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Child {
  const loader = join(process.cwd(), 'test/support/run-from-sources.mjs');
  const child = spawn(process.execPath, ['--import', loader, path, ...args], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let text = '';
  for (const channel of [child.stdout, child.stderr]) {
    channel.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => text,
    ended,
    said: async (words, patienceMs = 20_000) => {
      const until = Date.now() + patienceMs;
      while (!words.test(text)) {
        if (child.exitCode !== null || Date.now() > until) {
          throw new Error(`It never said ${words}. It said:\n${text}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
  };
}
