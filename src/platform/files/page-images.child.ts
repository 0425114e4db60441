/**
 * The process that opens strangers' files. It is started by `page-images.ts` for one file, with an
 * empty environment and bounded in time, memory and processor seconds; should a decoder crash, only
 * this process dies. Arguments: the file, its kind, the folder for the page images. Its report goes to
 * file descriptor 3 as one line of JSON; standard output belongs to the decoders' chatter.
 */
import { writeSync } from 'node:fs';
import { access } from 'node:fs/promises';
import type { DrawingOutcome } from './page-drawing.js';

const REPORT = 3;

type Draw = (path: string, folder: string) => Promise<DrawingOutcome>;

/** Only the decoder that this file needs is loaded. */
async function drawerOf(kind: string): Promise<Draw> {
  switch (kind) {
    case 'pdf':
      return (await import('./draw-pdf.js')).drawPdf;
    case 'heic':
      return (await import('./draw-heic.js')).drawHeic;
    case 'jpeg':
    case 'png':
      return (await import('./draw-picture.js')).drawPicture;
    default:
      throw new Error(`No way to draw a file of the kind ${kind}`);
  }
}

const [path, kind, folder] = process.argv.slice(2);
if (path === undefined || kind === undefined || folder === undefined) process.exit(2);
// A decoder that is not installed or a file that is not there is our fault and ends with an exit
// code; what goes wrong from here on is the file's.
const draw = await drawerOf(kind);
await access(path);
const outcome = await draw(path, folder).catch((): DrawingOutcome => {
  return { ok: false, refusal: 'unreadable' };
});
writeSync(REPORT, JSON.stringify(outcome));
process.exit(0);
