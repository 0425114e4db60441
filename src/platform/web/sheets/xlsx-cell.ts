import { daysBetween, localDate } from '../../../shared/local-date.js';
import { csvCell } from '../csv/csv-cell.js';
import { poundsFigure, type SheetCell, type SheetRow } from './sheet-cell.js';

/** Which format of `styles.xml` a cell has. */
export const STYLES = { plain: 0, head: 1, day: 2, time: 3, pounds: 4, count: 5 } as const;
/** What a workbook counts days from. */
const FIRST_DAY = localDate('1899-12-30');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** One row of a worksheet. Numbers and days are typed; a text is a string and never a formula (S4.1). */
export function xlsxRow(row: SheetRow, number: number): string {
  let cells = '';
  for (const [index, cell] of row.entries()) {
    if (cell !== null && cell !== '') cells += xlsxCell(cell, addressOf(index, number));
  }
  return `<row r="${number}">${cells}</row>`;
}

export function xlsxHead(titles: readonly string[]): string {
  const cells = titles.map((title, index) => textCell(title, addressOf(index, 1), STYLES.head));
  return `<row r="1">${cells.join('')}</row>`;
}

function addressOf(column: number, row: number): string {
  const letter = LETTERS[column];
  if (letter === undefined) throw new RangeError('A sheet of ours has 26 columns at most.');
  return `${letter}${row}`;
}

function xlsxCell(cell: NonNullable<SheetCell>, address: string): string {
  if (typeof cell === 'string') return textCell(cell, address, STYLES.plain);
  if ('pence' in cell) return numberCell(poundsFigure(cell.pence), address, STYLES.pounds);
  if ('count' in cell) return numberCell(String(cell.count), address, STYLES.count);
  if ('day' in cell) {
    return numberCell(String(daysBetween(FIRST_DAY, cell.day)), address, STYLES.day);
  }
  return numberCell(dayFraction(cell.time), address, STYLES.time);
}

function numberCell(value: string, address: string, style: number): string {
  return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
}

function textCell(text: string, address: string, style: number): string {
  const written = xmlText(csvCell(text));
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
}

/** Readers of workbooks take `_x0041_` for the letter A, unless its first sign is written so itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Controls but tab and line ends, and what is no sign at all. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;
const HALF_A_SIGN = /\p{Cs}/gu;

export function xmlText(text: string): string {
  return text
    .replace(HALF_A_SIGN, '\ufffd')
    .replace(NOT_IN_XML, '\ufffd')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** `18:00` is three quarters of a day. */
function dayFraction(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return String((hours * 60 + minutes) / 1440);
}
