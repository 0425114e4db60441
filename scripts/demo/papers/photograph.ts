import sharp from 'sharp';
import type { Chance } from './chance.js';
import type { Picture } from './page-picture.js';
import type { PaperQuality } from './paper-spec.js';
import { cornersOnDesk, exposePaper, type Scene } from './scene.js';

const LONG_SIDE = 1600;
const SHORT_SIDE = 1200;
/** Blur of a lens in focus, in pixels; takes the saw teeth off the sheet's edge. */
const LENS_SOFTNESS = 0.5;
/** EXIF: turn a quarter clockwise to see it upright, as telephones write for an upright shot. */
const TURN_CLOCKWISE = 6;

/**
 * A telephone's photograph of a sheet on a desk, as JPEG of at most 1600 pixels a side.
 * `turned` and `upside_down` are truly so; some clear ones lie sideways with EXIF to right them.
 */
export async function photographPaper(
  picture: Picture,
  quality: PaperQuality,
  chance: Chance,
): Promise<Buffer> {
  const isWide = picture.width > picture.height;
  const frame = isWide
    ? { width: LONG_SIDE, height: SHORT_SIDE }
    : { width: SHORT_SIDE, height: LONG_SIDE };
  const scene: Scene = {
    ...frame,
    corners: cornersOnDesk(picture, frame, chance),
    light: quality === 'dark' ? chance.between(0.12, 0.16) : chance.between(0.93, 1.02),
    grain: quality === 'dark' ? 7 : 3.2,
    desk: chance.pick(DESKS),
    isFolded: picture.height > picture.width * 1.3 && chance.fraction() < 0.6,
  };
  const rgb = exposePaper(picture, scene, chance);
  let shot = sharp(rgb, { raw: { ...frame, channels: 3 } });
  shot = shot.blur(quality === 'blurred' ? chance.between(9.5, 11) : LENS_SOFTNESS);
  if (quality === 'turned') shot = shot.rotate(chance.pick([90, 270]));
  if (quality === 'upside_down') shot = shot.rotate(180);
  const telephone = { IFD0: { Make: 'Invented', Model: 'Demonstration telephone' } };
  const liesSideways = quality === 'clear' && chance.fraction() < 0.3;
  shot = liesSideways
    ? shot.rotate(270).withExif(telephone).withMetadata({ orientation: TURN_CLOCKWISE })
    : shot.withExif(telephone);
  return shot.jpeg({ quality: 72, chromaSubsampling: '4:2:0' }).toBuffer();
}

const DESKS: readonly Scene['desk'][] = [
  { red: 128, green: 92, blue: 62, grained: true },
  { red: 168, green: 139, blue: 104, grained: true },
  { red: 74, green: 70, blue: 68, grained: false },
  { red: 156, green: 160, blue: 158, grained: false },
  { red: 92, green: 62, blue: 44, grained: true },
];
