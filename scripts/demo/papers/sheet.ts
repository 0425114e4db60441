import PDFDocument from 'pdfkit';
import type { Chance } from './chance.js';
import { noon } from './paper-dates.js';

export const FOOTER = 'Invented for demonstration. Not a real document.';

const FACES = {
  sans: 'Helvetica',
  sansBold: 'Helvetica-Bold',
  sansItalic: 'Helvetica-Oblique',
  serif: 'Times-Roman',
  serifBold: 'Times-Bold',
  serifItalic: 'Times-Italic',
  mono: 'Courier',
  monoBold: 'Courier-Bold',
} as const;
export type Face = keyof typeof FACES;

export interface TextStyle {
  face?: Face;
  size?: number;
  colour?: string;
  /** Wraps inside this width, in points; without it the words stay on one line. */
  width?: number;
  align?: 'left' | 'right' | 'center' | 'justify';
  gap?: number;
  spacing?: number;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Column {
  title: string;
  width: number;
  align?: 'left' | 'right';
}

export interface SheetSetting {
  /** Width and height in points. */
  size: [number, number];
  title: string;
  datedOn: string;
  chance: Chance;
  /** Degrees clockwise that a reader turns every page; none unless said. */
  turn?: 0 | 90 | 180;
}

export const A4: [number, number] = [595, 842];

/** One paper being drawn: pages, words, boxes and tables in points from the top left corner. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly width: number;
  readonly height: number;
  readonly chance: Chance;
  private readonly turn: number;
  private readonly chunks: Buffer[] = [];

  constructor(setting: SheetSetting) {
    [this.width, this.height] = setting.size;
    this.chance = setting.chance;
    this.turn = setting.turn ?? 0;
    this.doc = new PDFDocument({
      size: setting.size,
      margin: 0,
      bufferPages: true,
      info: { Title: setting.title, CreationDate: noon(setting.datedOn) },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** Writes words and returns the height just below them. */
  write(words: string, x: number, y: number, style: TextStyle = {}): number {
    const { face = 'sans', size = 10, colour = '#1a1a1a', width, align = 'left' } = style;
    this.doc.font(FACES[face]).fontSize(size).fillColor(colour);
    const options = { align, lineGap: style.gap ?? 0, characterSpacing: style.spacing ?? 0 };
    if (width === undefined) this.doc.text(words, x, y, { ...options, lineBreak: false });
    else this.doc.text(words, x, y, { ...options, width });
    return width === undefined ? y + size * 1.2 : this.doc.y;
  }

  lines(words: readonly string[], at: { x: number; y: number }, style: TextStyle = {}): number {
    const step = (style.size ?? 10) * 1.2 + (style.gap ?? 3);
    words.forEach((line, index) => this.write(line, at.x, at.y + index * step, style));
    return at.y + words.length * step;
  }

  /** A small label above its value; returns the height just below. */
  fact(label: string, value: string, at: Omit<Frame, 'height'>): number {
    this.write(label, at.x, at.y, { size: 7.5, colour: '#555555', width: at.width });
    return this.write(value, at.x, at.y + 11, { size: 11, face: 'sansBold', width: at.width }) + 6;
  }

  rule(x: number, y: number, width: number, colour = '#999999'): void {
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.7)
      .stroke(colour);
  }

  box(frame: Frame, look: { fill?: string; stroke?: string; radius?: number } = {}): void {
    const shape = (): PDFKit.PDFDocument =>
      this.doc.roundedRect(frame.x, frame.y, frame.width, frame.height, look.radius ?? 0);
    if (look.fill) shape().fill(look.fill);
    if (look.stroke) shape().lineWidth(0.8).stroke(look.stroke);
  }

  /** A ruled table; returns the height just below the last row. */
  table(
    at: { x: number; y: number; tint: string; size?: number },
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
  ): number {
    const size = at.size ?? 9;
    const step = size + 8;
    const total = columns.reduce((sum, column) => sum + column.width, 0);
    this.box({ x: at.x, y: at.y, width: total, height: step }, { fill: at.tint });
    this.row(columns, { x: at.x, y: at.y + 4, size, face: 'sansBold' });
    rows.forEach((cells, index) => {
      const y = at.y + step * (index + 1);
      const filled = columns.map((column, place) => ({ ...column, title: cells[place] ?? '' }));
      this.row(filled, { x: at.x, y: y + 4, size, face: 'sans' });
      this.rule(at.x, y + step, total, '#d5d5d5');
    });
    return at.y + step * (rows.length + 1);
  }

  addPage(): void {
    this.doc.addPage();
  }

  /** Puts the footer on every page and gives the PDF's bytes. */
  async finish(): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      if (this.turn) Object.assign(this.doc.page.dictionary.data, { Rotate: this.turn });
      this.write(FOOTER, 0, this.height - 17, {
        size: 7,
        colour: '#777777',
        width: this.width,
        align: 'center',
      });
    }
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private row(
    cells: readonly Column[],
    at: { x: number; y: number; size: number; face: Face },
  ): void {
    let x = at.x;
    for (const cell of cells) {
      const style = { size: at.size, face: at.face, align: cell.align ?? 'left' } as const;
      this.write(cell.title, x + 5, at.y, { ...style, width: cell.width - 10 });
      x += cell.width;
    }
  }
}
