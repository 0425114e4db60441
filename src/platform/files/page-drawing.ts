import type { FileRefusal } from './file-refusals.js';

/** A page as the child process reports it; where it lies follows from its number. */
export interface DrawnPage {
  width: number;
  height: number;
}

export type DrawingOutcome = { ok: true; pages: DrawnPage[] } | { ok: false; refusal: FileRefusal };

export const PAGE_CONTENT_TYPE = 'image/jpeg';

/** File name of a page image inside the folder of its document; the first page is 1. */
export function pageFileName(number: number): string {
  return `${String(number).padStart(2, '0')}.jpg`;
}
