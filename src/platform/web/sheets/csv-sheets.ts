import { Readable } from 'node:stream';
import { csvPortion } from '../csv/csv-file.js';
import { cellText, type Sheet } from './sheet-cell.js';

/** The tables one below the other in one CSV file, a blank line between them, made while it is read. */
export function csvOfSheets(sheets: readonly Sheet[]): Readable {
  return Readable.from(textOf(sheets), { objectMode: false });
}

async function* textOf(sheets: readonly Sheet[]): AsyncGenerator<string> {
  const width = Math.max(...sheets.map(({ columns }) => columns.length));
  const wide = (row: readonly string[]) => [...row, ...Array<string>(width - row.length).fill('')];
  yield '\ufeff';
  for (const [index, { columns, portions }] of sheets.entries()) {
    if (index > 0) yield csvPortion([wide([])]);
    yield csvPortion([wide(columns.map(({ title }) => cellText(title)))]);
    for await (const rows of portions) {
      yield csvPortion(rows.map((row) => wide(row.map(cellText))));
    }
  }
}
