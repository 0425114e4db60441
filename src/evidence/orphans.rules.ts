/** Fewer than this may go whatever share of all files they are. */
const FEW = 20;
const SMALL_SHARE = 0.1;

/**
 * A few files without a row are what crashes leave. Many are a sign that the folder and the database
 * do not belong together, and then nothing may be removed.
 */
export function mayRemoveOrphans(orphans: number, files: number): boolean {
  return orphans <= FEW || orphans <= files * SMALL_SHARE;
}
