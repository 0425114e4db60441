// @ts-check
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The fetched programs stay: they are no data. */
const stays = ['programs', 'lock.json'];

/**
 * Forgets the private servers' data, the sandbox's, the secrets and the evidence that belongs to them.
 * @param {string} project
 * @returns {{ uploadsKept: boolean }} evidence that a database of one's own refers to is left alone
 */
export function forgetData(project) {
  clear(join(project, '.permit-desk'), stays);
  const uploads = join(project, 'uploads');
  const uploadsKept = existsSync(join(uploads, '.own-servers'));
  if (!uploadsKept) clear(uploads, ['README.md']);
  return { uploadsKept };
}

/**
 * @param {string} folder
 * @param {readonly string[]} except
 */
function clear(folder, except) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!except.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
