import type { Chance } from './chance.js';
import type { Picture } from './page-picture.js';
import { projectionOnto, type Corner, type Corners } from './warp.js';

/** Kept here because a global looked up two million times is slow wherever modules run in a sandbox. */
const { abs, cos, floor, max, min, sin, PI } = Math;

/** What the camera looks at. Sizes in pixels of the photograph; light 1 is a good day. */
export interface Scene {
  width: number;
  height: number;
  corners: Corners;
  light: number;
  /** Standard deviation of the sensor's noise, in steps of 255. */
  grain: number;
  desk: { red: number; green: number; blue: number; grained: boolean };
  /** Has the sheet been in an envelope, folded in three? */
  isFolded: boolean;
}

/** Where the sheet lies: a little askew, and nearer to the camera at one edge. */
export function cornersOnDesk(
  sheet: { width: number; height: number },
  frame: { width: number; height: number },
  chance: Chance,
): Corners {
  const room = chance.between(0.9, 0.94);
  const scale = room * min(frame.width / sheet.width, frame.height / sheet.height);
  const [halfWidth, halfHeight] = [(sheet.width * scale) / 2, (sheet.height * scale) / 2];
  const turn = (chance.between(-1.7, 1.7) * PI) / 180;
  const tilt = chance.between(-0.035, 0.035);
  const centre = {
    x: frame.width / 2 + chance.between(-8, 8),
    y: frame.height / 2 + chance.between(-8, 8),
  };
  const corner = (across: number, down: number): Corner => {
    const x = across * halfWidth * (1 + tilt * down) + chance.between(-6, 6);
    const y = down * halfHeight + chance.between(-6, 6);
    return {
      x: centre.x + x * cos(turn) - y * sin(turn),
      y: centre.y + x * sin(turn) + y * cos(turn),
    };
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Exposes the scene: red, green, blue, row by row. Inlined arithmetic: two million pixels. */
export function exposePaper(picture: Picture, scene: Scene, chance: Chance): Buffer {
  const { width, height, desk } = scene;
  const rgb = Buffer.allocUnsafe(width * height * 3);
  const m = projectionOnto(scene.corners) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const lamp = lampOver(scene, chance);
  const noise = noiseTable(scene.grain, chance);
  const wood = woodTable(desk.grained, chance);
  const curl = chance.between(1, 3);
  const curlPhase = chance.between(0, 6);
  let die = chance.whole(1, 2 ** 30);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const w = m[6] * x + m[7] * y + m[8];
      const u = (m[0] * x + m[1] * y + m[2]) / w;
      const v = (m[3] * x + m[4] * y + m[5]) / w;
      const light = lamp(x, y);
      die ^= die << 13;
      die ^= die >>> 17;
      die ^= die << 5;
      const speck = noise[die & 4095] ?? 0;
      if (u >= 0 && u < 1 && v >= 0 && v < 1) {
        const bend = curl * sin(u * 4 + curlPhase);
        const shade = light * (scene.isFolded ? creaseAt(v) : 1);
        samplePaper(picture, u * picture.width - 0.5, v * picture.height - 0.5 + bend, pixel);
        rgb[at] = clamp(pixel[0] * shade + speck);
        rgb[at + 1] = clamp(pixel[1] * shade * 0.985 + speck);
        rgb[at + 2] = clamp(pixel[2] * shade * 0.94 + speck);
      } else {
        const shade = light * shadowAt(u, v) * (wood[(y * 3 + (x >> 5)) & 2047] ?? 1);
        rgb[at] = clamp(desk.red * shade + speck);
        rgb[at + 1] = clamp(desk.green * shade + speck);
        rgb[at + 2] = clamp(desk.blue * shade + speck);
      }
    }
  }
  return rgb;
}

const pixel: [number, number, number] = [0, 0, 0];

/** Bilinear, edges repeated. */
function samplePaper(picture: Picture, x: number, y: number, into: [number, number, number]): void {
  const { width, height, rgba } = picture;
  const left = min(max(floor(x), 0), width - 2);
  const top = min(max(floor(y), 0), height - 2);
  const fx = min(max(x - left, 0), 1);
  const fy = min(max(y - top, 0), 1);
  const a = (top * width + left) * 4;
  const c = a + width * 4;
  const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
  for (let band = 0; band < 3; band += 1) {
    into[band] =
      (rgba[a + band] ?? 0) * wa +
      (rgba[a + 4 + band] ?? 0) * wb +
      (rgba[c + band] ?? 0) * wc +
      (rgba[c + 4 + band] ?? 0) * wd;
  }
}

/** Brighter towards the lamp, darker in the corners. */
function lampOver(scene: Scene, chance: Chance): (x: number, y: number) => number {
  const { width, height, light } = scene;
  const [lampX, lampY] = [chance.between(0.15, 0.85) * width, chance.between(0, 0.5) * height];
  const reach = 1 / (width * width + height * height);
  const fall = chance.between(0.2, 0.34);
  return (x, y) => {
    const [dx, dy] = [x - lampX, y - lampY];
    return light * (1.02 - fall * (dx * dx + dy * dy) * reach);
  };
}

/** Two folds across: one side catches the light, the other loses it. */
function creaseAt(v: number): number {
  const near = v < 0.5 ? v - 1 / 3 : v - 2 / 3;
  if (near > 0.025 || near < -0.025) return 1;
  const edge = 1 - abs(near) / 0.025;
  return near < 0 ? 1 + 0.03 * edge : 1 - 0.06 * edge * edge;
}

/** The sheet's soft shadow on the desk, below and to its right. */
function shadowAt(u: number, v: number): number {
  const across = u < 0 ? -u * 1.8 : u > 1 ? u - 1 : 0;
  const down = v < 0 ? -v * 1.8 : v > 1 ? v - 1 : 0;
  const far = across + down;
  return far > 0.03 ? 1 : 0.55 + far * 15;
}

function noiseTable(grain: number, chance: Chance): Float32Array {
  return Float32Array.from({ length: 4096 }, () => {
    const sum = chance.fraction() + chance.fraction() + chance.fraction() + chance.fraction();
    return (sum - 2) * 1.73 * grain;
  });
}

function woodTable(isGrained: boolean, chance: Chance): Float32Array {
  const strength = isGrained ? 0.09 : 0.015;
  let wander = 0;
  return Float32Array.from({ length: 2048 }, () => {
    wander = wander * 0.93 + chance.between(-0.4, 0.4);
    return 1 + strength * max(-1.5, min(1.5, wander));
  });
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
