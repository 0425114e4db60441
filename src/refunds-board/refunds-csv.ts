import { causeWords } from '../money-story/cause-words.rules.js';
import { type CsvRow, csvText } from '../platform/web/csv/csv-file.js';
import { poundsFigure } from '../platform/web/sheets/sheet-cell.js';
import { formatDateTime, londonDateOf, londonTimeOf } from '../shared/london-date.js';
import { LANE_TERMS, laneOf, WHAT_WORDS } from './refund-lanes.rules.js';
import type { RefundRow } from './refunds.queries.js';

const HEAD = [
  ...['Case', 'What', 'Amount in pounds', 'Because', 'Asked for on', 'Asked for at'],
  ...['State', 'Last problem', 'Attempts', 'Command'],
];

interface About {
  at: Date;
  filters: string;
  /** There were more rows than one file may have. */
  isCut: boolean;
}

/** The board as a file: a line for each row, then what it is and when it was made (R-REP-5). */
export function refundsCsv(rows: readonly RefundRow[], about: About): string {
  return csvText(HEAD, [...rows.map(lineOf), ...aboutLines(rows.length, about)]);
}

function lineOf(row: RefundRow): CsvRow {
  const lane = laneOf(row);
  return [
    row.reference,
    WHAT_WORDS[row.kind],
    poundsFigure(row.amountPence),
    causeWords(row),
    londonDateOf(row.requestedAt),
    londonTimeOf(row.requestedAt),
    lane === null ? 'Done' : LANE_TERMS[lane].title,
    row.problem,
    row.attempts,
    row.commandId,
  ];
}

function aboutLines(count: number, { at, filters, isCut }: About): CsvRow[] {
  const blank = HEAD.map(() => '');
  const said = [
    `Made ${formatDateTime(at)}, London time. Days and times are London’s.`,
    `Narrowed to: ${filters}`,
    isCut ? `Cut after ${count} rows: narrow the list.` : `Rows: ${count}`,
  ];
  return [blank, ...said.map((words) => [words, ...blank.slice(1)])];
}
