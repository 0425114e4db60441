import type { Chance } from './chance.js';
import { LETTER_SHAPES } from './letter-shapes.js';

export interface Hand {
  x: number;
  /** The baseline, in points from the top. */
  y: number;
  /** Height of a capital, in points. */
  size: number;
  ink: string;
}

type Point = readonly [number, number];

export const INKS = ['#1b2a6b', '#15151c', '#24306e', '#1d1d2b'] as const;

/** Prints words by hand: single strokes, uneven, on a wandering baseline. Returns where the pen ends. */
export function handwrite(
  doc: PDFKit.PDFDocument,
  chance: Chance,
  words: string,
  hand: Hand,
): number {
  const scale = hand.size / 9;
  const lean = chance.between(0.06, 0.2);
  let x = hand.x;
  let drift = 0;
  for (const letter of words) {
    if (letter === ' ') {
      x += scale * chance.between(3.4, 4.6);
      continue;
    }
    const strokes = shapeOf(letter);
    drift = drift * 0.8 + chance.between(-0.25, 0.25);
    const size = scale * chance.between(0.94, 1.07);
    for (const stroke of strokes) {
      const placed = stroke.map(([px, py]): Point => {
        const wobble = chance.between(-0.16, 0.16);
        const up = py + drift + chance.between(-0.16, 0.16);
        return [x + (px + wobble + up * lean) * size, hand.y - up * size];
      });
      ink(doc, smooth(placed), { colour: hand.ink, width: hand.size * 0.085 });
    }
    x += (Math.max(...strokes.flat().map(([px]) => px)) + chance.between(0.9, 1.5)) * size;
  }
  return x;
}

/** Signs a name: capitals first, the rest one running scrawl that flattens out into a tail. */
export function sign(doc: PDFKit.PDFDocument, chance: Chance, name: string, hand: Hand): void {
  const words = name.split(/\s+/).filter((word) => /^[A-Za-z]/.test(word));
  const full = words.at(-1) ?? name;
  const initials = words.slice(0, -1).map((word) => word.charAt(0));
  const pen = { ...hand, lean: chance.between(0.22, 0.5), rise: chance.between(0.02, 0.09) };
  const scale = hand.size / 9;
  let x = hand.x;
  for (const initial of [...initials, full.charAt(0)]) {
    x = capital(doc, chance, initial.toUpperCase(), { ...pen, x });
  }
  const run = scrawl(chance, full.slice(1, 9).toLowerCase(), chance.between(0.85, 1.25));
  const placed = run.map(([px, py]): Point => {
    const up = py + px * pen.rise;
    return [x + (px + up * pen.lean) * scale, hand.y - up * scale];
  });
  ink(doc, smooth(placed), { colour: hand.ink, width: hand.size * 0.07 });
  if (chance.fraction() < 0.45) flourish(doc, chance, { ...hand, width: x - hand.x + 40 * scale });
}

function capital(
  doc: PDFKit.PDFDocument,
  chance: Chance,
  letter: string,
  pen: Hand & { lean: number },
): number {
  const scale = (pen.size / 9) * chance.between(1.35, 1.6);
  const strokes = shapeOf(letter);
  for (const stroke of strokes) {
    const placed = stroke.map(([px, py]): Point => {
      const across = px + chance.between(-0.25, 0.25) + py * pen.lean;
      return [pen.x + across * scale, pen.y - (py + chance.between(-0.3, 0.3)) * scale];
    });
    ink(doc, smooth(placed), { colour: pen.ink, width: pen.size * 0.075 });
  }
  return pen.x + (Math.max(...strokes.flat().map(([px]) => px)) + 0.9) * scale;
}

const TALL = new Set('bdfhklt');
const DEEP = new Set('gjpqyz');
const HUMPED = new Set('mnruvwi');

/** The running part of a signature, on the alphabet's grid; later letters get flatter. */
function scrawl(chance: Chance, letters: string, stretch: number): Point[] {
  const points: Point[] = [[-0.6, 0.8]];
  let x = 0;
  [...letters].forEach((letter, at) => {
    const fade = 1 - 0.6 * (at / Math.max(letters.length, 4));
    const jitter = (): number => chance.between(0.8, 1.2);
    const add = (dx: number, y: number): void => {
      points.push([(x + dx) * stretch, y * jitter()]);
    };
    if (TALL.has(letter)) {
      add(1.2, 3 * fade);
      add(2.4, 8.6 * (0.5 + fade / 2));
      add(1.5, 8.4 * (0.5 + fade / 2));
      add(1.3, 0.3);
      x += 2.4;
    } else if (DEEP.has(letter)) {
      add(1.4, 3.8 * fade);
      add(1.5, -4 * (0.5 + fade / 2));
      add(0.3, -3.6 * (0.5 + fade / 2));
      add(2.2, 0.6);
      x += 2.5;
    } else if (HUMPED.has(letter)) {
      const humps = letter === 'm' || letter === 'w' ? 2 : 1;
      for (let hump = 0; hump < humps; hump += 1) {
        add(0.9, 4 * fade);
        add(1.5, 0.4);
        x += 1.7;
      }
    } else {
      add(1.9, 3.8 * fade);
      add(0.8, 3.9 * fade);
      add(0.7, 0.4);
      add(2, 0.5);
      x += 2.2;
    }
  });
  const tail = chance.between(3, 8);
  points.push([(x + tail * 0.5) * stretch, chance.between(0.2, 1.2)]);
  points.push([(x + tail) * stretch, chance.between(0.5, 2.4)]);
  return points;
}

function flourish(doc: PDFKit.PDFDocument, chance: Chance, under: Hand & { width: number }): void {
  const y = under.y + under.size * chance.between(0.42, 0.6);
  const line: Point[] = [
    [under.x + under.width, y - under.size * 0.35],
    [under.x + under.width * 0.45, y],
    [under.x + under.width * 0.08, y + under.size * 0.12],
    [under.x + under.width * 0.12, y + under.size * 0.24],
    [under.x + under.width * 0.8, y - under.size * 0.02],
  ];
  ink(doc, smooth(line), { colour: under.ink, width: under.size * 0.06 });
}

function shapeOf(letter: string): Point[][] {
  const shape = LETTER_SHAPES[letter] ?? LETTER_SHAPES['-'] ?? '';
  return shape
    .split('|')
    .map((stroke) =>
      stroke
        .split(' ')
        .map((pair): Point => [Number(pair.split(',')[0]), Number(pair.split(',')[1])]),
    );
}

/** Catmull-Rom through every point, five steps a piece. */
function smooth(points: readonly Point[]): Point[] {
  const curve: Point[] = [];
  for (let at = 0; at < points.length - 1; at += 1) {
    const from = points[at] as Point;
    const to = points[at + 1] as Point;
    const before = points[at - 1] ?? from;
    const after = points[at + 2] ?? to;
    for (let step = 0; step < 5; step += 1) {
      const t = step / 5;
      curve.push([
        between([before[0], from[0], to[0], after[0]], t),
        between([before[1], from[1], to[1], after[1]], t),
      ]);
    }
  }
  const last = points.at(-1);
  return last ? [...curve, last] : curve;
}

function between([p0, p1, p2, p3]: [number, number, number, number], t: number): number {
  const bend = 2 * p0 - 5 * p1 + 4 * p2 - p3;
  return 0.5 * (2 * p1 + (p2 - p0) * t + bend * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
}

/** A pen presses harder going down the page; three widths are enough for the eye. */
function ink(
  doc: PDFKit.PDFDocument,
  curve: readonly Point[],
  pen: { colour: string; width: number },
): void {
  doc.lineCap('round').lineJoin('round').strokeColor(pen.colour);
  for (let at = 0; at < curve.length - 1; at += 1) {
    const [x0, y0] = curve[at] as Point;
    const [x1, y1] = curve[at + 1] as Point;
    const fall = (y1 - y0) / (Math.hypot(x1 - x0, y1 - y0) || 1);
    const press = fall > 0.5 ? 1.2 : fall < -0.5 ? 0.8 : 1;
    doc
      .lineWidth(pen.width * press)
      .moveTo(x0, y0)
      .lineTo(x1, y1)
      .stroke();
  }
}
