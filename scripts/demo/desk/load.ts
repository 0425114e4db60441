import { dirname, join } from 'node:path';
import type { Settings } from '../../../src/platform/config/settings.js';
import type { DemoCase } from '../plan/demo-case.js';
import { type DemoDesk, openDesk } from './demo-desk.js';
import { openAccounts } from './demo-staff.js';
import { play } from './play.js';
import { Progress } from './progress.js';
import { earlyArrivals, receiveArrivals } from './receive-arrivals.js';
import { registerVehicles } from './register-vehicles.js';
import type { Portal } from './send-application.js';
import { setUpDesks } from './set-up-desks.js';
import { importHomes, openPortal, setDemoPrices } from './set-up-council.js';

export interface DemoLoad {
  settings: Settings;
  /** Where the stand-ins are; null when real services are used: then nothing is sent to them. */
  sandboxUrl: string | null;
  /** Where the sign-ins go; what is done so far is kept beside it. */
  signInsFile: string;
  cases: readonly DemoCase[];
  say: (text: string) => void;
  /** How the papers are drawn and received; by itself one after the other in this process. */
  receive?: (cases: readonly DemoCase[]) => Promise<void>;
}

/**
 * Loads the demonstration through the use cases of the application itself. What is there already
 * stays: a load that was cut off can be run again.
 */
export async function loadDemo(load: DemoLoad): Promise<void> {
  const { settings, say, cases, signInsFile } = load;
  if (settings.isProduction) throw new Error('Demo data is never loaded in production.');
  const desk = await openDesk(settings, load.sandboxUrl ?? 'http://127.0.0.1:9');
  try {
    const staff = await openAccounts(desk, signInsFile, new Date());
    say(`${Object.keys(staff).length} accounts`);
    say(`${await importHomes(desk)} properties`);
    await setDemoPrices(desk);
    const portal = await openPortal(desk, signInsFile);
    if (load.sandboxUrl === null) {
      say('No applications: they need the sandbox, and real services are set.');
      return;
    }
    await registerVehicles(desk, portal, cases);
    await receiveAll(load, desk, portal);
    const progress = new Progress(join(dirname(signInsFile), 'demo-progress.txt'), portal.clientId);
    await setUpDesks({ desk, portal, staff, progress });
    await play({ desk, portal, staff, progress, say }, cases);
    say(`${cases.length} applications`);
  } finally {
    await desk.close();
  }
}

async function receiveAll(load: DemoLoad, desk: DemoDesk, portal: Portal): Promise<void> {
  if (load.receive) await load.receive(load.cases);
  else await receiveArrivals(desk, portal, earlyArrivals(load.cases));
}
