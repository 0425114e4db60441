import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Profile, sharesByArea } from './profile-areas.js';

const PATIENCE_MS = 60_000;

/** Profiles of the web process, when it was started for that: by what was measured, its shares by area. */
export class Profiles {
  private readonly shares = new Map<string, Map<string, number>>();

  constructor(private readonly web: { pid: number; file: string }) {}

  /** The web process keeps a profile meanwhile (`profile-on-signal.ts`). */
  async during<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { pid, file } = this.web;
    rmSync(file, { force: true });
    process.kill(pid, 'SIGURG');
    const result = await work();
    process.kill(pid, 'SIGURG');
    for (let waited = 0; !existsSync(file); waited += 50) {
      if (waited > PATIENCE_MS) throw new Error('The web process wrote no profile.');
      await pause(50);
    }
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
    this.shares.set(name, sharesByArea(profile));
    return result;
  }

  /** A line for each area, the greatest first; in hundredths of a page's processor time. */
  print(): void {
    const pages = [...this.shares.values()];
    const names = [...new Set(pages.flatMap((shares) => [...shares.keys()]))];
    const sum = (area: string) => pages.reduce((all, shares) => all + (shares.get(area) ?? 0), 0);
    const rows = names
      .sort((one, other) => sum(other) - sum(one))
      .map((area) => [area, ...pages.map((shares) => Math.round(100 * (shares.get(area) ?? 0)))]);
    console.log(`\n${['of 100 ms of the web process', ...this.shares.keys()].join('; ')}`);
    for (const [area, ...each] of rows) {
      console.log(`${String(area).padEnd(30)}${each.map((one) => `${one}`.padStart(6)).join('')}`);
    }
  }
}
