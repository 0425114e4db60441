import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { withoutNetwork } from './no-network.js';

export interface ChildBounds {
  /** Wall clock; the child is killed when it is over. */
  milliseconds: number;
  /** Resident memory; watched where the system shows it (Linux), and the bound of the JS heap. */
  memoryBytes: number;
}

export type ChildEnding =
  | { because: 'reported'; report: string }
  | { because: 'time' | 'memory' | 'crash' }
  | { because: 'fault'; exitCode: number | null };

const MAX_REPORT_BYTES = 64 * 1024;
const MEMORY_CHECK_MILLISECONDS = 100;
const MEGABYTE = 1024 * 1024;

/**
 * Runs a Node program in a child process that inherits nothing: empty environment, no standard
 * streams, low priority, no core dump, and no network where the system allows that. The system itself stops it after some seconds of processor
 * time, so that it cannot outlive a killed parent for long. Its answer is what it writes to
 * descriptor 3 before it ends.
 */
export async function runBounded(
  nodeArguments: readonly string[],
  folder: string,
  bounds: ChildBounds,
): Promise<ChildEnding> {
  const child = startChild(nodeArguments, folder, bounds);
  let killed: 'time' | 'memory' | null = null;
  const kill = (because: 'time' | 'memory') => {
    killed ??= because;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => kill('time'), bounds.milliseconds);
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => bytes > bounds.memoryBytes && kill('memory'));
  }, MEMORY_CHECK_MILLISECONDS);
  try {
    const [report, ending] = await Promise.all([reportOf(child), endingOf(child)]);
    if (killed !== null) return { because: killed };
    if (ending.signal !== null) return { because: ending.signal === 'SIGXCPU' ? 'time' : 'crash' };
    if (ending.exitCode !== 0) return { because: 'fault', exitCode: ending.exitCode };
    return { because: 'reported', report };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

function startChild(nodeArguments: readonly string[], folder: string, bounds: ChildBounds) {
  const heap = Math.floor(bounds.memoryBytes / MEGABYTE);
  const seconds = Math.ceil(bounds.milliseconds / 1000) * 2;
  // `exec` makes Node take the shell's place: the id and the signals are the child's own.
  const script = `ulimit -c 0; ulimit -t ${seconds}; exec "$@"`;
  const node = [process.execPath, `--max-old-space-size=${heap}`, ...nodeArguments];
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...withoutNetwork(), ...node], {
    env: {},
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (child.pid !== undefined) lowerPriority(child.pid);
  return child;
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already; how, its exit tells.
  }
}

async function reportOf(child: ChildProcess): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const pipe = child.stdio[3] as Readable;
  pipe.on('error', () => undefined);
  for await (const piece of pipe) {
    bytes += piece.length;
    if (bytes > MAX_REPORT_BYTES) child.kill('SIGKILL');
    else pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function endingOf(child: ChildProcess) {
  return new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
    },
  );
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
