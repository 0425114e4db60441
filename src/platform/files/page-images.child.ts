/**
 * The process that opens strangers' files. It is started by `page-images.ts` for one file, with an
 * empty environment and bounded in time, memory and processor seconds; should a decoder crash, only
 * this process dies. Arguments: the file, its kind, the folder for the page images. Its report goes to
 * file descriptor 3 as one line of JSON; standard output belongs to the decoders' chatter.
 */
import { writeSync } from 'node:fs';
import type { DrawingOutcome } from './page-drawing.js';

const REPORT = 3;

async function draw(path: string, kind: string, folder: string): Promise<DrawingOutcome> {
  switch (kind) {
    case 'pdf':
      return (await import('./draw-pdf.js')).drawPdf(path, folder);
    case 'heic':
      return (await import('./draw-heic.js')).drawHeic(path, folder);
    case 'jpeg':
    case 'png':
      return (await import('./draw-picture.js')).drawPicture(path, folder);
    default:
      throw new Error(`No way to draw a file of the kind ${kind}`);
  }
}

const [path, kind, folder] = process.argv.slice(2);
if (path === undefined || kind === undefined || folder === undefined) process.exit(2);
const outcome = await draw(path, kind, folder).catch((): DrawingOutcome => {
  return { ok: false, refusal: 'unreadable' };
});
writeSync(REPORT, JSON.stringify(outcome));
process.exit(0);
