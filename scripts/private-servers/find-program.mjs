// @ts-check
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Servers often lie outside a user's PATH. */
const furtherFolders = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/usr/libexec',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/redis/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/opt/redis/bin',
  '/home/linuxbrew/.linuxbrew/bin',
];

/**
 * @param {readonly string[]} names in order of preference; a full path is tried as it is
 * @returns {string | null} the program's full path
 */
export function findProgram(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(isAbsolute),
    ...furtherFolders,
  ];
  for (const name of names) {
    const paths = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    const found = paths.find(isRunnable);
    if (found) return found;
  }
  return null;
}

/** @param {string} path */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
