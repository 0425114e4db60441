import { readFile } from 'node:fs/promises';
import libheif from 'libheif-js/wasm-bundle.js';
import { drawPixels } from './draw-picture.js';
import type { DrawingOutcome } from './page-drawing.js';
import { isWithinPixels } from './page-fit.js';

/** HEIC from a phone to one page image. The decoder runs as WebAssembly and applies the rotation. */
export async function drawHeic(path: string, folder: string): Promise<DrawingOutcome> {
  const pictures = new libheif.HeifDecoder().decode(await readFile(path));
  const picture = pictures.find((each) => each.is_primary()) ?? pictures[0];
  if (picture === undefined) return { ok: false, refusal: 'unreadable' };
  const size = { width: picture.get_width(), height: picture.get_height() };
  if (!isWithinPixels(size.width, size.height)) return { ok: false, refusal: 'picture_too_large' };
  const target = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  const drawn = await new Promise<object | null>((resolve) => picture.display(target, resolve));
  if (drawn === null) return { ok: false, refusal: 'unreadable' };
  return drawPixels(target, folder);
}
