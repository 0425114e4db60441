import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { localDate } from '../../../shared/local-date.js';
import { csvOfSheets } from './csv-sheets.js';
import type { Sheet, SheetRow } from './sheet-cell.js';
import { xlsxRow, xmlText } from './xlsx-cell.js';
import { xlsxOfSheets } from './xlsx-sheets.js';

const HOSTILE = [
  ...['=HYPERLINK("https://example.org")', '+1+1', '-2+3', '@SUM(A1)', `=cmd|' /C calc'!A0`],
  ...['＝1', '＋1', '－1', '＠SUM(A1)', ' =1', '\u200b=1', '\ufeff=1', '\u00a0=1', '\u202e=1'],
  ...['\t=1', '\n=1', '\tplain', 'a"b', "a'b", 'a,b;c', '<f>1+1</f>', '</t></is></c>', '&amp;'],
  ...['0123', '1E5', '1=1', 'two\nlines', ' edge ', '£55', 'Zoë’s Straße 🅿', ']]>', "'=1"],
];
const safe = (text: string) => (/^[^\p{L}\p{N}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text);
const TYPED: SheetRow = [
  { day: localDate('2026-07-15') },
  { time: '00:30' },
  { pence: -123450 },
  { count: 7 },
  null,
];

const made = (rows: readonly SheetRow[]): Sheet => ({
  name: 'Lines & more',
  columns: ['A', 'B', 'C', 'D', 'E'].map((title) => ({ title, width: 12 })),
  portions: inPortions(rows),
});
async function* inPortions(rows: readonly SheetRow[]) {
  await Promise.resolve();
  yield [];
  for (const row of rows) yield [row];
}
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('hostile text (S4.1, S4.2)', () => {
  const rows = HOSTILE.map((text): SheetRow => [text, 'x', text]);

  it('comes back from CSV as it was, apart from the apostrophe', async () => {
    const text = (await bytesOf(csvOfSheets([made(rows)]))).toString('utf8');
    const read: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
    const expected = HOSTILE.map(expectedText);
    expect(read.slice(1).map(([first]) => first)).toEqual(expected);
    expect(read.slice(1).map(([, , third]) => third)).toEqual(expected);
  });

  it('comes back from a workbook as it was, and no cell is a formula', async () => {
    const file = await bytesOf(xlsxOfSheets([made(rows)], new Date()));
    const [sheet] = await readWorkbook(file, { trim: false });
    const read = sheet?.data.slice(1).map(([first]) => first) ?? [];
    expect(read).toEqual(HOSTILE.map(expectedText));
    for (const row of rows) expect(xlsxRow(row, 2)).not.toContain('<f');
  });

  function expectedText(text: string): string {
    if (text.startsWith("'")) return text;
    return /^[\t\n]/.test(text) ? `'${text}` : safe(text);
  }

  it('that XML cannot hold or Excel would read otherwise is written another way', () => {
    expect(xmlText('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_');
  });
});

describe('typed cells', () => {
  it('are plain figures in CSV, a minus without an apostrophe', async () => {
    const sheets = [made([TYPED]), made([['about']])];
    const text = (await bytesOf(csvOfSheets(sheets))).toString('utf8');
    expect(parse(text, { bom: true, record_delimiter: '\r\n' })).toEqual([
      ['A', 'B', 'C', 'D', 'E'],
      ['2026-07-15', '00:30', '-1234.50', '7', ''],
      ['', '', '', '', ''],
      ['A', 'B', 'C', 'D', 'E'],
      ['about', '', '', '', ''],
    ]);
  });

  it('are days, times and numbers in a workbook of several sheets', async () => {
    const file = await bytesOf(xlsxOfSheets([made([TYPED]), made([['about']])], new Date()));
    const sheets = await readWorkbook(file);
    expect(sheets.map(({ data }) => data.length)).toEqual([2, 2]);
    const [day, , pounds, count, blank] = sheets[0]?.data[1] ?? [];
    expect(day).toEqual(new Date('2026-07-15T00:00:00Z'));
    expect([pounds, count, blank]).toEqual([-1234.5, 7, null]);
  });

  it('fail as a whole when a row cannot be had', async () => {
    const broken = (): Sheet => ({ ...made([]), portions: failing() });
    await expect(bytesOf(xlsxOfSheets([broken()], new Date()))).rejects.toThrow('no more rows');
    await expect(bytesOf(csvOfSheets([broken()]))).rejects.toThrow('no more rows');
  }, 10_000);
});

async function* failing(): AsyncGenerator<SheetRow[]> {
  await Promise.resolve();
  yield [['one']];
  throw new Error('no more rows');
}
