import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runBounded } from './bounded-child.js';
import { childProgram } from './child-program.js';
import { FILE_LIMITS } from './file-limits.js';
import { OneAtATime } from './one-at-a-time.js';
import { quarantineFolder, quarantinePath } from './quarantine.js';

/** Part of a page, in hundredths of its height and width from its upper left corner. */
export interface PageBox {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface BurntPage {
  content: Buffer;
  width: number;
  height: number;
}

/** Where the process finds the page and leaves the blackened one. */
export const BURN_FILES = { page: 'page.jpg', boxes: 'boxes.json', burnt: 'burnt.jpg' } as const;

/** The page could not be blackened: nothing was changed. */
export class NotBurnt extends Error {
  constructor(because: string) {
    super(`A page was not blacked out: ${because}.`);
  }
}

const queue = new OneAtATime(FILE_LIMITS.conversionsWaiting);

/**
 * A page image with these parts black in its very pixels: whole pixels, rounded outwards, and the
 * picture compressed again after that, so that nothing of what was there is left. In a child process,
 * like all that decodes pictures.
 * @throws NotBurnt
 */
export async function burnBoxes(
  page: Buffer,
  boxes: readonly PageBox[],
  uploadsDir: string,
): Promise<BurntPage> {
  const burning = queue.run(() => burnInChild(page, boxes, uploadsDir));
  if (!burning) throw new NotBurnt('too many pages are waiting');
  return burning;
}

async function burnInChild(
  page: Buffer,
  boxes: readonly PageBox[],
  uploadsDir: string,
): Promise<BurntPage> {
  const folder = `${quarantinePath(quarantineFolder(uploadsDir))}.burning`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(join(folder, BURN_FILES.page), page, { mode: 0o600 });
    await writeFile(join(folder, BURN_FILES.boxes), JSON.stringify(boxes), { mode: 0o600 });
    const ending = await runBounded([...childProgram('burn-boxes'), folder], folder, {
      milliseconds: FILE_LIMITS.conversionMilliseconds,
      memoryBytes: FILE_LIMITS.conversionMemoryBytes,
    });
    if (ending.because !== 'reported') throw new NotBurnt(ending.because);
    const size = sizeIn(ending.report);
    return { ...size, content: await readFile(join(folder, BURN_FILES.burnt)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sizeIn(report: string): { width: number; height: number } {
  const told = JSON.parse(report) as Record<string, unknown>;
  const { width, height } = told;
  const isSize = Number.isInteger(width) && Number.isInteger(height);
  if (!isSize) throw new NotBurnt('its process reported no size');
  return { width: Number(width), height: Number(height) };
}
