/** No more than these may go, whatever share of all files they are up to half. */
const FEW = 20;
const SMALL_SHARE = 0.1;
const HALF = 0.5;

/**
 * A few files without a row are what crashes leave. Many are a sign that the folder and the database
 * do not belong together, and so is more than half of however few there are: then nothing may be
 * removed.
 */
export function mayRemoveOrphans(orphans: number, files: number): boolean {
  if (orphans > files * HALF) return false;
  return orphans <= FEW || orphans <= files * SMALL_SHARE;
}
