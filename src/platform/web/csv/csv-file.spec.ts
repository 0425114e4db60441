import { parse } from 'csv-parse/sync';
import { csvCell } from './csv-cell.js';
import { csvPortion, csvText } from './csv-file.js';

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('a cell of a file that people take away (R-REP-5)', () => {
  it.each([
    ['=HYPERLINK("https://example.org")'],
    ['+1+1'],
    ['-2+3'],
    ['@SUM(A1)'],
    [`=cmd|' /C calc'!A0`],
    ['＝1'],
    ['＋1'],
    ['－1'],
    ['＠SUM(A1)'],
    ['  =1'],
    ['\u200b=1'],
    ['\ufeff=1'],
    ['\u00a0=1'],
    ['\u202e=1'],
    ['\u2800=1'],
    ['\u3164=1'],
    ['\u0000=1'],
    ['\t=1'],
    ['\r=1'],
    ['\n=1'],
    ['\tplain'],
    ['\rplain'],
    ['\nplain'],
  ])('attacks 121 to 122: %j is kept from being a formula', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });

  it.each([
    [''],
    [' '],
    ['PD-7KMX-4TPC'],
    ['a"b'],
    ['a,b'],
    ['a;b'],
    ['two\nlines'],
    ['0123'],
    ['1E5'],
    ['1=1'],
    ['a-b'],
    ['£55'],
    ["'quoted'"],
  ])('attack 123: %j stays as it is', (text) => {
    expect(csvCell(text)).toBe(text);
  });
});

describe('the file', () => {
  const head = ['Case', 'Words', 'Pence'];
  const rows = [
    ['PD-7KMX-4TPC', 'a"b, c; d\ne', 5500],
    ['0123', '=1+1', -1],
    ['', null, 0],
  ] as const;

  it('has its mark, every cell in quotes and lines ended by CR LF', () => {
    const text = csvText(head, rows);
    expect(text.startsWith('\ufeff"Case","Words","Pence"\r\n')).toBe(true);
    expect(text.endsWith('"","","0"\r\n')).toBe(true);
    expect(text).toContain('"a""b, c; d\ne"');
  });

  it('comes back from a reader as it was written, apart from the apostrophe', () => {
    expect(read(csvText(head, rows))).toEqual([
      ['Case', 'Words', 'Pence'],
      ['PD-7KMX-4TPC', 'a"b, c; d\ne', '5500'],
      ['0123', "'=1+1", '-1'],
      ['', '', '0'],
    ]);
  });

  it('is the same when it is made bit by bit', () => {
    const safe = read(csvText(head, rows)) as string[][];
    const portions = safe.map((row) => csvPortion([row])).join('');
    expect(`\ufeff${portions}`).toBe(csvText(head, rows));
  });
});
