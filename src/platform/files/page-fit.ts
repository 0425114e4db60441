import { FILE_LIMITS } from './file-limits.js';

/**
 * The factor that makes a page as large as a page image may be, whichever way up it lies, and no
 * larger than `maxFactor` times its own size.
 */
export function fitFactor(width: number, height: number, maxFactor: number): number {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  return Math.min(maxFactor, FILE_LIMITS.pageShortSide / short, FILE_LIMITS.pageLongSide / long);
}

export function isWithinPixels(width: number, height: number): boolean {
  return width * height <= FILE_LIMITS.maxPixels;
}
