import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, copyFile, lstat, readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { displayName } from '../platform/files/display-name.js';
import { FILE_LIMITS } from '../platform/files/file-limits.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { quarantineFolder, quarantinePath } from '../platform/files/quarantine.js';
import { discardReceived, type ReceivedFile } from '../platform/files/received-file.js';
import { isSound } from '../platform/web/read-body.js';
import type { SentFile } from './sent-files.js';

export const APPLICATION_FILE = 'application.json';

export type FolderRead =
  { ok: true; body: unknown; files: SentFile[] } | { ok: false; words: string };

/** Folders with an `application.json`: the given one itself, or those right below it, by name. */
export async function findApplicationFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === APPLICATION_FILE)) return [folder];
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/**
 * Reads one application with its papers. A paper's file is named after its kind:
 * `utility_bill.pdf`, `utility_bill-2.pdf`. Copies of the files are put in quarantine.
 */
export async function readApplicationFolder(
  folder: string,
  uploadsDirectory: string,
): Promise<FolderRead> {
  const body = await readBody(join(folder, APPLICATION_FILE));
  if (!body.ok) return body;
  const names = await paperNames(folder);
  if (names.length > FILE_LIMITS.maxFilesPerRequest) {
    return { ok: false, words: fileRefusalText('too_many_files') };
  }
  const files: SentFile[] = [];
  for (const name of names) {
    const taken = await takeFromDisk(join(folder, name), uploadsDirectory);
    if (taken === null) {
      await discardReceived(files.map(({ file }) => file));
      return { ok: false, words: `${displayName(name)}: ${fileRefusalText('too_big')}` };
    }
    files.push({ kind: kindOfName(name), file: taken });
  }
  return { ok: true, body: body.value, files };
}

/** Copies a file of our own disk into quarantine, as if it had been sent; null when it is too big. */
export async function takeFromDisk(
  path: string,
  uploadsDirectory: string,
): Promise<ReceivedFile | null> {
  const { size } = await lstat(path);
  if (size > FILE_LIMITS.maxBytesPerFile) return null;
  const copy = quarantinePath(quarantineFolder(uploadsDirectory));
  await copyFile(path, copy, constants.COPYFILE_EXCL);
  await chmod(copy, 0o600);
  const content = await readFile(copy);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const originalName = displayName(path.split(sep).at(-1) ?? '');
  return { field: 'evidence', path: copy, originalName, bytes: content.length, sha256 };
}

/** `utility_bill` of `utility_bill.pdf`, `utility_bill-2.pdf` and `utility_bill march.pdf`. */
export function kindOfName(name: string): string {
  return /^[A-Za-z0-9_]*/.exec(name)?.[0].toLowerCase() ?? '';
}

async function paperNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => name !== APPLICATION_FILE)
    .sort();
}

async function readBody(
  path: string,
): Promise<{ ok: true; value: unknown } | { ok: false; words: string }> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { ok: false, words: `There is no ${APPLICATION_FILE}` };
  try {
    const value: unknown = JSON.parse(text);
    if (isSound(value)) return { ok: true, value };
  } catch {
    // Told below, like content that is JSON and yet not readable.
  }
  return { ok: false, words: `${APPLICATION_FILE} is not JSON that can be read` };
}
