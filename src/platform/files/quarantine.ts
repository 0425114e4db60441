import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FILE_LIMITS } from './file-limits.js';

/** The quarantine folder inside the uploads folder, absolute, made (0700) when missing. */
export function quarantineFolder(uploadsDirectory: string): string {
  // The child process that draws pages works in a folder of its own: a relative path would be lost.
  const folder = resolve(uploadsDirectory, '.incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** A path in quarantine that nobody can guess and nothing has yet. */
export function quarantinePath(folder: string): string {
  return join(folder, randomBytes(16).toString('hex'));
}

/**
 * Removes what crashed requests left in quarantine: run at every start.
 * @returns how many leftovers were removed
 */
export async function sweepQuarantine(uploadsDirectory: string, now: Date): Promise<number> {
  const folder = quarantineFolder(uploadsDirectory);
  const oldest = now.getTime() - FILE_LIMITS.leftoverMilliseconds;
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtimeMs >= oldest) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
