import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSettings } from '../../src/platform/config/read-settings.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { openDesk } from './desk/demo-desk.js';
import { loadDemo } from './desk/load.js';
import { earlyArrivals, receiveArrivals, receiveInParallel } from './desk/receive-arrivals.js';
import { openPortal } from './desk/set-up-council.js';
import { ALL_CASES } from './plan/all-cases.js';

/**
 * Loads the demonstration into an empty database; `npm start` runs it once. `--share 0/2` is how it
 * runs itself again, to draw and receive a part of the papers.
 */
const FOLDER = '.permit-desk';
const SIGN_INS = join(FOLDER, 'demo-sign-ins.json');

const { values } = parseArgs({ options: { share: { type: 'string' } } });
// The same demonstration each time: no decision of it is drawn for a second look by chance.
const settings = Object.assign(readSettings(process.env), { QUALITY_SAMPLE_PERCENT: 0 });
if (settings.isProduction) {
  console.error('Demo data is never loaded in production.');
  process.exitCode = 1;
} else if (values.share) {
  await receiveShare(values.share);
} else {
  await loadEverything();
}

async function loadEverything(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const say = (text: string) => {
    console.log(text);
  };
  const script = fileURLToPath(import.meta.url);
  await loadDemo({
    settings,
    sandboxUrl: sandboxOf(settings),
    signInsFile: SIGN_INS,
    cases: ALL_CASES,
    say,
    receive: (cases) => receiveInParallel(script, cases, say),
  });
}

async function receiveShare(share: string): Promise<void> {
  const [index = 0, count = 1] = share.split('/').map(Number);
  // Without its parent it has nobody to work for.
  process.once('disconnect', () => process.exit(1));
  const desk = await openDesk(settings, sandboxOf(settings) ?? '');
  const portal = await openPortal(desk, SIGN_INS);
  await receiveArrivals(desk, portal, earlyArrivals(ALL_CASES, { index, count }));
  process.removeAllListeners('disconnect');
  process.disconnect();
  await desk.close();
}

/** Null when payments or messages would reach a real service. */
function sandboxOf({ SANDBOX_URL, PAY_URL, NOTIFY_URL }: Settings): string | null {
  if (!SANDBOX_URL) return null;
  return [PAY_URL, NOTIFY_URL].every((url) => url.startsWith(SANDBOX_URL)) ? SANDBOX_URL : null;
}
