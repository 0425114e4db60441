import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface OwnClamd {
  /** tcp://127.0.0.1:PORT, the same after {@link again}. */
  url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Wishes {
  /** Further lines of clamd.conf. */
  settings?: readonly string[];
  /** Lines of its signatures; left out: EICAR. */
  signatures?: readonly string[];
  /** Left out: any that is free. */
  port?: number;
}

interface Started {
  child: { kill(): void; ended: Promise<unknown>; stop(graceMs?: number): Promise<void> };
  url: string;
}

/** A real clamd on this machine, which knows EICAR and nothing else. */
export async function startOwnClamd(wishes: Wishes = {}): Promise<OwnClamd> {
  const { findClamd, startClamd } = await program();
  const folder = await mkdtemp(join(tmpdir(), 'permit-desk-clamd-'));
  const found = await findClamd(join(process.cwd(), '.permit-desk', 'programs'));
  const { child, url } = await startClamd({ program: found, folder, ...wishes });
  const end = async (how: () => unknown) => {
    await how();
    await child.ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, kill: () => end(() => child.kill()), stop: () => end(() => child.stop(5_000)) };
}

/** The very scripts that fetch and start it for everybody. */
async function program(): Promise<{
  findClamd(programs: string): Promise<unknown>;
  startClamd(wanted: object): Promise<Started>;
}> {
  const path = join(process.cwd(), 'scripts/private-servers/clamd.mjs');
  return import(pathToFileURL(path).href) as never;
}
