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
