/**
 * Blackens parts of one page image. Started by `burn-boxes.ts` with a folder that holds the page and
 * the boxes; leaves the new picture there and reports its size on descriptor 3.
 */
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { BURN_FILES, type PageBox } from './burn-boxes.js';
import { FILE_LIMITS } from './file-limits.js';

const REPORT = 3;

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile'] });
sharp.cache(false);
sharp.concurrency(1);

const [folder] = process.argv.slice(2);
if (folder === undefined) process.exit(2);
const source = join(folder, BURN_FILES.page);
const boxes = JSON.parse(await readFile(join(folder, BURN_FILES.boxes), 'utf8')) as PageBox[];
const { width, height } = await sharp(source).metadata();
const burnt = await sharp(source, { limitInputPixels: FILE_LIMITS.maxPixels, failOn: 'error' })
  .composite(boxes.map(blackOf))
  .jpeg({ quality: FILE_LIMITS.pageJpegQuality, chromaSubsampling: '4:4:4' })
  .toFile(join(folder, BURN_FILES.burnt));
writeSync(REPORT, JSON.stringify({ width: burnt.width, height: burnt.height }));
process.exit(0);

function blackOf(box: PageBox) {
  const left = Math.floor((box.left * width) / 100);
  const top = Math.floor((box.top * height) / 100);
  const wide = Math.min(width, Math.ceil((box.right * width) / 100)) - left;
  const high = Math.min(height, Math.ceil((box.bottom * height) / 100)) - top;
  const raw = { width: wide, height: high, channels: 3 } as const;
  return { input: Buffer.alloc(wide * high * 3), raw, left, top };
}
