import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../faults/built-program.js';
import { type FaultBench, startFaultBench, type Web } from '../faults/fault-bench.js';
import { addOfficer, type Officer } from '../faults/officers.js';
import { MortalProgram } from './mortal-program.js';

/** The built desk, whose web and worker can be told where to die. */
export interface CrashDesk extends FaultBench {
  web: MortalProgram<Web>;
  worker: MortalProgram<Program>;
  officer: Officer;
  supervisor: Officer;
}

export async function startCrashDesk(): Promise<CrashDesk> {
  const bench = await startFaultBench();
  await putTasksOff(bench);
  const folder = mkdtempSync(join(tmpdir(), 'permit-desk-crash-'));
  const web = new MortalProgram(folder, 'web', (environment) => bench.startWeb(environment));
  const worker = new MortalProgram(folder, 'worker', (environment) =>
    bench.startWorker(environment),
  );
  const { url } = await web.alive();
  const [officer, supervisor] = [
    await addOfficer(bench, url),
    await addOfficer(bench, url, 'supervisor'),
  ];
  return {
    ...{ ...bench, web, worker, officer, supervisor },
    stop: async () => {
      await bench.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The jobs must find by themselves what is to be done: nobody comes round and looks for what was forgotten,
 * for the papers of these cases, which were never stored, or for differences.
 */
async function putTasksOff({ database }: FaultBench): Promise<void> {
  for (const task of ['mind-money', 'verify-ledger', 'reconcile-daily', 'sweep-evidence-files']) {
    await database.rows(
      `INSERT INTO periodic_turns (task, due_at) VALUES (?, UTC_TIMESTAMP(3) + INTERVAL 1 DAY)`,
      [task],
    );
  }
}
