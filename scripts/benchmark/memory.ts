import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figure } from './figures.js';

const PROGRAMS = ['web', 'worker'] as const;
/** MB. */
export type Memory = Record<(typeof PROGRAMS)[number], { resident: number; kept: number }>;

/** The pages that go back to the system do so a moment later. */
const MOMENT_MS = 2000;

/** Resident memory in MB, where the system shows it. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** What is resident once all that nobody needs was let go: see collect-garbage.mjs. */
export async function keptMb(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  await sleep(MOMENT_MS);
  return residentMb(pid);
}

export async function memoryOf(pids: Record<(typeof PROGRAMS)[number], number>): Promise<Memory> {
  const [web, worker] = await Promise.all(
    PROGRAMS.map(async (name) => {
      const resident = residentMb(pids[name]);
      return { resident, kept: await keptMb(pids[name]) };
    }),
  );
  if (!web || !worker) throw new Error('There are two programs.');
  return { web, worker };
}

/** The same load again must not leave more behind, whatever there is to read. */
export function memoryFigures(before: Memory, after: Memory): Figure[] {
  return PROGRAMS.flatMap((name) => [
    figure(`memory of ${name} under load`, 'MB', after[name].resident),
    figure(`memory of ${name} that is kept`, 'MB', after[name].kept),
    figure(
      `memory of ${name} that is kept: after the second load to after the first`,
      'times',
      after[name].kept / before[name].kept,
      { aim: 1.5 },
    ),
  ]);
}
