import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runBounded, type ChildEnding } from './bounded-child.js';
import { childProgram } from './child-program.js';
import type { FileKind } from './file-kind.js';
import { FILE_LIMITS } from './file-limits.js';
import { isFileRefusal, type FileRefusal } from './file-refusals.js';
import { OneAtATime } from './one-at-a-time.js';
import { PAGE_CONTENT_TYPE, pageFileName, type DrawingOutcome } from './page-drawing.js';

export interface PageImage {
  /** Absolute path of the image, in a folder beside the file it was made from. */
  path: string;
  width: number;
  height: number;
  contentType: typeof PAGE_CONTENT_TYPE;
}

export type PageImagesOutcome =
  { ok: true; pages: PageImage[] } | { ok: false; refusal: FileRefusal };

/** Tighter bounds than usual, for tests. */
export interface PageImageBounds {
  milliseconds?: number;
  memoryBytes?: number;
}

const queue = new OneAtATime(FILE_LIMITS.conversionsWaiting);

/** Where the page images of a file in quarantine lie. */
export function pagesFolderOf(path: string): string {
  return `${path}.pages`;
}

/**
 * Makes one JPEG per page: pictures upright, re-encoded and without metadata, PDF pages drawn. All
 * decoding happens in a child process, one file at a time. The caller removes `pagesFolderOf(path)`;
 * on a refusal there is nothing left to remove.
 */
export async function makePageImages(
  path: string,
  kind: FileKind,
  bounds: PageImageBounds = {},
): Promise<PageImagesOutcome> {
  const drawing = queue.run(() => drawInChild(path, kind, bounds));
  return drawing ?? { ok: false, refusal: 'too_busy' };
}

async function drawInChild(
  path: string,
  kind: FileKind,
  bounds: PageImageBounds,
): Promise<PageImagesOutcome> {
  const folder = pagesFolderOf(path);
  await mkdir(folder, { mode: 0o700 });
  let outcome: PageImagesOutcome | null = null;
  try {
    const ending = await runBounded([...childProgram('page-images'), path, kind, folder], folder, {
      milliseconds: bounds.milliseconds ?? FILE_LIMITS.conversionMilliseconds,
      memoryBytes: bounds.memoryBytes ?? FILE_LIMITS.conversionMemoryBytes,
    });
    outcome = await verified(outcomeOf(ending), folder);
    return outcome;
  } finally {
    if (outcome?.ok !== true) await rm(folder, { recursive: true, force: true });
  }
}

function outcomeOf(ending: ChildEnding): DrawingOutcome {
  switch (ending.because) {
    case 'reported':
      return readReport(ending.report);
    case 'time':
      return { ok: false, refusal: 'took_too_long' };
    case 'memory':
      return { ok: false, refusal: 'too_complex' };
    case 'crash':
      return { ok: false, refusal: 'unreadable' };
    case 'fault':
      // Not the file's fault: the program itself did not run.
      throw new Error(`The page image process ended with exit code ${ending.exitCode}`);
  }
}

/** The child has handled a stranger's file: what it reports is believed no more than the file was. */
function readReport(report: string): DrawingOutcome {
  const told: unknown = JSON.parse(report);
  if (typeof told !== 'object' || told === null) throw new Error('The report is no object');
  if ('refusal' in told && isFileRefusal(told.refusal)) return { ok: false, refusal: told.refusal };
  if (!('pages' in told) || !Array.isArray(told.pages)) throw new Error('The report has no pages');
  const pages = told.pages.map((page: { width: unknown; height: unknown }) => ({
    width: wholeNumber(page.width),
    height: wholeNumber(page.height),
  }));
  if (pages.length === 0) return { ok: false, refusal: 'unreadable' };
  if (pages.length > FILE_LIMITS.maxPages) return { ok: false, refusal: 'too_many_pages' };
  return { ok: true, pages };
}

function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new Error('The report has a page without a size');
}

async function verified(outcome: DrawingOutcome, folder: string): Promise<PageImagesOutcome> {
  if (!outcome.ok) return outcome;
  const pages: PageImage[] = [];
  for (const [index, size] of outcome.pages.entries()) {
    const path = join(folder, pageFileName(index + 1));
    const { size: bytes } = await stat(path);
    if (bytes > FILE_LIMITS.maxBytesPerPageImage) return { ok: false, refusal: 'too_complex' };
    pages.push({ path, ...size, contentType: PAGE_CONTENT_TYPE });
  }
  return { ok: true, pages };
}
