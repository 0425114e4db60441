import sharp from 'sharp';
import type { Chance } from './chance.js';
import type { Picture } from './page-picture.js';
import type { PaperQuality } from './paper-spec.js';

/** Kept here because looking a global up for each pixel is slow wherever modules run in a sandbox. */
const { min, round } = Math;

const SHADES = 16;
/** A scanner takes anything lighter than this for white paper. */
const WHITE_POINT = 222;

/** A flatbed's grey PNG: slightly askew, a dark edge, few shades so that it stays small. */
export async function scanPaper(
  picture: Picture,
  quality: PaperQuality,
  chance: Chance,
): Promise<Buffer> {
  const { width, height } = picture;
  const grey = toGrey(picture, quality === 'dark' ? 0.24 : 1);
  edgeShadow(grey, { width, height }, chance);
  let page = sharp(grey, { raw: { width, height, channels: 1 } });
  page = page.rotate(turnOf(quality, chance), { background: '#e9e9e9' });
  if (quality === 'blurred') page = page.blur(chance.between(8, 9.5));
  const { data, info } = await page
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shades = quality === 'blurred' ? 128 : SHADES;
  const step = 255 / (shades - 1);
  for (let at = 0; at < data.length; at += 1) {
    data[at] = round(round((data[at] ?? 0) / step) * step);
  }
  const shape = { width: info.width, height: info.height, channels: info.channels };
  return sharp(data, { raw: shape }).png({ compressionLevel: 7 }).toBuffer();
}

function turnOf(quality: PaperQuality, chance: Chance): number {
  const skew = chance.between(-0.7, 0.7);
  if (quality === 'turned') return 90 + skew;
  return quality === 'upside_down' ? 180 + skew : skew;
}

function toGrey({ rgba, width, height }: Picture, light: number): Buffer {
  const grey = Buffer.allocUnsafe(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    const seen =
      0.3 * (rgba[from] ?? 0) + 0.59 * (rgba[from + 1] ?? 0) + 0.11 * (rgba[from + 2] ?? 0);
    grey[at] = min(255, (seen * 255) / WHITE_POINT) * light;
  }
  return grey;
}

/** The lid never closes quite flat: one side falls into shadow. */
function edgeShadow(grey: Buffer, size: { width: number; height: number }, chance: Chance): void {
  const reach = chance.whole(10, 34);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < reach; x += 1) {
      const at = y * size.width + x;
      grey[at] = (grey[at] ?? 0) * (0.55 + (0.45 * x) / reach);
    }
  }
}
