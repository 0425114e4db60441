import type { Options } from 'csv-stringify';
import { stringify as stringifyAll } from 'csv-stringify/sync';
import { csvCell } from './csv-cell.js';

/** A cell: a text, a whole number, or nothing. Amounts and dates are texts of the caller's making. */
export type CsvValue = string | number | null;
export type CsvRow = readonly CsvValue[];

const OPTIONS: Options = { quoted: true, quoted_empty: true, record_delimiter: 'windows' };

/** A whole file: UTF-8 with its mark, every cell quoted, rows ended by CR LF, no cell a formula (S4.1). */
export function csvText(head: readonly string[], rows: readonly CsvRow[]): string {
  return stringifyAll([head, ...rows].map(safeRow), { ...OPTIONS, bom: true });
}

/** A row as it may be written: a number stays one, every text is no formula. */
function safeRow(row: CsvRow): string[] {
  return row.map((value) =>
    typeof value === 'string' ? csvCell(value) : value === null ? '' : String(value),
  );
}

/** Rows of a file that is made bit by bit, each cell already made safe; nothing is put before them. */
export function csvPortion(rows: readonly (readonly string[])[]): string {
  return stringifyAll([...rows], OPTIONS);
}
