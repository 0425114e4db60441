import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { FILE_LIMITS } from './file-limits.js';
import { pageFileName, type DrawingOutcome } from './page-drawing.js';
import { fitFactor, isWithinPixels } from './page-fit.js';

// Whatever a file claims to be, no other decoder of the library may open it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile'] });
sharp.cache(false);
sharp.concurrency(1);

/** JPEG or PNG to one page image: upright, on white, nothing kept but the picture. */
export async function drawPicture(path: string, folder: string): Promise<DrawingOutcome> {
  const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
  if (!isWithinPixels(width, height)) return { ok: false, refusal: 'picture_too_large' };
  const picture = sharp(path, {
    limitInputPixels: FILE_LIMITS.maxPixels,
    // A picture cut short is refused; a camera's harmless oddities are not.
    failOn: 'error',
  });
  return writePage(picture.autoOrient(), { width, height }, folder);
}

/** Pixels (RGBA) that another decoder has already turned upright. */
export async function drawPixels(
  pixels: { data: Uint8ClampedArray; width: number; height: number },
  folder: string,
): Promise<DrawingOutcome> {
  const { data, width, height } = pixels;
  return writePage(sharp(data, { raw: { width, height, channels: 4 } }), { width, height }, folder);
}

async function writePage(
  picture: Sharp,
  size: { width: number; height: number },
  folder: string,
): Promise<DrawingOutcome> {
  const factor = fitFactor(size.width, size.height, 1);
  const side = Math.max(1, Math.round(Math.max(size.width, size.height) * factor));
  const written = await picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: FILE_LIMITS.pageJpegQuality, chromaSubsampling: '4:4:4' })
    .toFile(join(folder, pageFileName(1)));
  return { ok: true, pages: [{ width: written.width, height: written.height }] };
}
