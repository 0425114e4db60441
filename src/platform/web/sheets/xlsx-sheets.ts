import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Sheet } from './sheet-cell.js';
import { xlsxHead, xlsxRow } from './xlsx-cell.js';
import {
  contentTypes,
  packageRelations,
  SHEET_END,
  sheetStart,
  styles,
  workbook,
  workbookRelations,
} from './xlsx-parts.js';

/** What a worksheet of Excel holds at most, its head and a line of totals left out. */
export const MOST_SHEET_ROWS = 1_048_574;

/**
 * A workbook made while it is read: a table a sheet, one sheet after the other, so that the second
 * may tell what came of the first. Nothing of it is kept in memory.
 */
export function xlsxOfSheets(sheets: readonly Sheet[], madeAt: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const options = { mtime: madeAt };
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', packageRelations()],
    ['xl/workbook.xml', workbook(sheets.map(({ name }) => name))],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', styles()],
  ];
  for (const [path, text] of parts) zip.addBuffer(Buffer.from(text, 'utf8'), path, options);
  for (const [index, sheet] of sheets.entries()) {
    const xml = Readable.from(xmlOf(sheet), { objectMode: false });
    // The writer of zips looks after neither end: a fault ends the file, and its end the reading.
    xml.on('error', (fault) => output.destroy(fault));
    output.once('close', () => xml.destroy());
    zip.addReadStream(xml, `xl/worksheets/sheet${index + 1}.xml`, options);
  }
  zip.end();
  return output;
}

async function* xmlOf({ columns, portions }: Sheet): AsyncGenerator<string> {
  yield sheetStart(columns) + xlsxHead(columns.map(({ title }) => title));
  let number = 1;
  for await (const rows of portions) {
    let xml = '';
    for (const row of rows) {
      number += 1;
      xml += xlsxRow(row, number);
    }
    if (xml !== '') yield xml;
  }
  yield SHEET_END;
}
