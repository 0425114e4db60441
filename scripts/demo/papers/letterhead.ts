import type { Sheet } from './sheet.js';

export type Mark = 'sun' | 'leaf' | 'drop' | 'arch' | 'rings' | 'bars';

/** An invented firm as it shows itself at the top of its paper. */
export interface House {
  name: string;
  strapline: string;
  address: string;
  telephone: string;
  web: string;
  colour: string;
  mark: Mark;
}

/** A house chosen by chance, under the name the paper was asked to bear. */
export function houseFor(sheet: Sheet, houses: readonly House[], issuerName?: string): House {
  const house = houses.find(({ name }) => name === issuerName) ?? sheet.chance.pick(houses);
  return issuerName && issuerName !== house.name
    ? { ...house, name: issuerName, web: webOf(issuerName) }
    : house;
}

/** 'Kestrel & Vane Ltd' as 'kestrel-vane-ltd.example.com', a reserved domain. */
function webOf(name: string): string {
  const label = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${label.replace(/^-|-$/g, '')}.example.com`;
}

/** A coloured band across the top, as bills have; returns the height below it. */
export function bandHead(sheet: Sheet, house: House): number {
  sheet.box({ x: 0, y: 0, width: sheet.width, height: 78 }, { fill: house.colour });
  drawMark(sheet, house.mark, { x: 46, y: 20, size: 38, colour: '#ffffff' });
  sheet.write(house.name, 96, 22, { face: 'sansBold', size: 21, colour: '#ffffff' });
  sheet.write(house.strapline, 97, 49, { size: 9.5, colour: '#ffffff' });
  sheet.lines(
    [house.web, house.telephone],
    { x: sheet.width - 206, y: 28 },
    { size: 9, colour: '#ffffff', width: 160, align: 'right' },
  );
  return 104;
}

/** A quieter head for letters, with the firm's address to the right; returns the height below. */
export function letterHead(sheet: Sheet, house: House): number {
  drawMark(sheet, house.mark, { x: 56, y: 40, size: 40, colour: house.colour });
  sheet.write(house.name, 108, 44, { face: 'serifBold', size: 20, colour: house.colour });
  sheet.write(house.strapline, 109, 69, { face: 'serifItalic', size: 11, colour: '#444444' });
  sheet.lines(
    [...house.address.split(', '), house.telephone, house.web],
    { x: sheet.width - 216, y: 40 },
    { size: 8.5, colour: '#444444', width: 160, align: 'right', gap: 1 },
  );
  sheet.rule(56, 108, sheet.width - 112, house.colour);
  return 128;
}

interface MarkPlace {
  x: number;
  y: number;
  size: number;
  colour: string;
}

const MARKS: Record<Mark, (sheet: Sheet, at: MarkPlace) => void> = {
  sun: ({ doc }, { x, y, size, colour }) => {
    const [cx, cy] = [x + size / 2, y + size / 2];
    doc.circle(cx, cy, size * 0.24).fill(colour);
    for (let ray = 0; ray < 10; ray += 1) {
      const turn = (ray * Math.PI) / 5;
      const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      doc
        .moveTo(cx + dx * size * 0.33, cy + dy * size * 0.33)
        .lineTo(cx + dx * size * 0.48, cy + dy * size * 0.48)
        .lineWidth(size * 0.07)
        .lineCap('round')
        .stroke(colour);
    }
  },
  leaf: ({ doc }, { x, y, size, colour }) => {
    doc
      .moveTo(x, y + size)
      .bezierCurveTo(x - size * 0.1, y + size * 0.2, x + size * 0.5, y, x + size, y)
      .bezierCurveTo(x + size, y + size * 0.6, x + size * 0.7, y + size * 1.05, x, y + size)
      .fill(colour);
  },
  drop: ({ doc }, { x, y, size, colour }) => {
    const middle = x + size / 2;
    doc
      .moveTo(middle, y)
      .bezierCurveTo(
        middle + size * 0.2,
        y + size * 0.3,
        x + size * 0.9,
        y + size * 0.5,
        x + size * 0.85,
        y + size * 0.68,
      )
      .bezierCurveTo(
        x + size * 0.8,
        y + size * 1.1,
        x + size * 0.2,
        y + size * 1.1,
        x + size * 0.15,
        y + size * 0.68,
      )
      .bezierCurveTo(x + size * 0.1, y + size * 0.5, middle - size * 0.2, y + size * 0.3, middle, y)
      .fill(colour);
  },
  arch: ({ doc }, { x, y, size, colour }) => {
    for (const [inset, width] of [
      [0.08, 0.12],
      [0.3, 0.09],
    ] as const) {
      doc
        .moveTo(x + size * inset, y + size)
        .lineTo(x + size * inset, y + size * 0.5)
        .bezierCurveTo(
          x + size * inset,
          y + size * inset * 0.8,
          x + size * (1 - inset),
          y + size * inset * 0.8,
          x + size * (1 - inset),
          y + size * 0.5,
        )
        .lineTo(x + size * (1 - inset), y + size)
        .lineWidth(size * width)
        .stroke(colour);
    }
  },
  rings: ({ doc }, { x, y, size, colour }) => {
    doc
      .circle(x + size * 0.36, y + size * 0.5, size * 0.3)
      .lineWidth(size * 0.09)
      .stroke(colour);
    doc
      .circle(x + size * 0.68, y + size * 0.5, size * 0.3)
      .lineWidth(size * 0.09)
      .stroke(colour);
  },
  bars: ({ doc }, { x, y, size, colour }) => {
    [0.5, 0.8, 0.35, 1].forEach((height, at) => {
      doc
        .rect(x + size * 0.26 * at, y + size * (1 - height), size * 0.17, size * height)
        .fill(colour);
    });
  },
};

export function drawMark(sheet: Sheet, mark: Mark, at: MarkPlace): void {
  MARKS[mark](sheet, at);
}
