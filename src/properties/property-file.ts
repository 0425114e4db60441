import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ok, refuse, type Outcome } from '../shared/outcome.js';
import { PROPERTY_COLUMNS, type PropertyCells, type PropertyColumn } from './property-row.rules.js';

/** One row of the file. */
export interface FileRow {
  /** The line it ends on, as an editor counts them; the heading is line 1. */
  line: number;
  cells: PropertyCells;
  /** How much of the file is read by now. */
  bytes: number;
}

/** The file as a whole cannot be used; the message says where and what to do. */
export class UnusableFile extends Error {}

/** No row of the real kind comes near this; a quote that was never closed does. */
const LONGEST_ROW = 20_000;

/** The rows of a CSV file, read as they are asked for. @throws UnusableFile */
export async function* readPropertyFile(source: Readable): AsyncGenerator<FileRow> {
  const parser = parse({
    bom: true,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  source.on('error', (error) => parser.destroy(error));
  let heading: Heading | null = null;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      if (heading) yield { line: info.lines, cells: cellsOf(record, heading), bytes: info.bytes };
      else heading = headingOrStop(record);
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnusableFile(brokenWords(error)) : error;
  } finally {
    source.destroy();
  }
  if (!heading) throw new UnusableFile('The file is empty.');
}

interface Parsed {
  record: string[];
  info: { lines: number; bytes: number };
}

/** Where each column stands. */
type Heading = Readonly<Record<PropertyColumn, number>>;

function headingOrStop(record: readonly string[]): Heading {
  const heading = readHeading(record);
  if (heading.ok) return heading.heading;
  throw new UnusableFile(
    `The first row must name the columns ${PROPERTY_COLUMNS.join(', ')}. ${heading.problem}`,
  );
}

function readHeading(
  record: readonly string[],
): Outcome<{ heading: Heading }, 'wrong_heading', { problem: string }> {
  const names = record.map((name) => name.trim().toLowerCase());
  const missing = PROPERTY_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return refuse('wrong_heading', { problem: `Missing: ${missing.join(', ')}.` });
  }
  const twice = PROPERTY_COLUMNS.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0) {
    return refuse('wrong_heading', { problem: `Given twice: ${twice.join(', ')}.` });
  }
  const places = PROPERTY_COLUMNS.map((column) => [column, names.indexOf(column)]);
  return ok({ heading: Object.fromEntries(places) as Heading });
}

function cellsOf(record: readonly string[], heading: Heading): PropertyCells {
  const cells = PROPERTY_COLUMNS.map((column) => [column, record[heading[column]] ?? '']);
  return Object.fromEntries(cells) as PropertyCells;
}

function brokenWords(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return `The file cannot be read as CSV${line}: a quotation mark is not closed or stands in the wrong place.`;
}
