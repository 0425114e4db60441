import type { ImportSummary } from '../../src/properties/import-properties.js';
import type { RowFault } from '../../src/properties/property-import-faults.js';
import { countText } from '../../src/shared/duration-text.js';

/** So many faults are printed; the file given with --faults has the rest. */
export const FAULTS_PRINTED = 100;

/** What the import found, line by line, as the terminal shows it. */
export function reportLines(summary: ImportSummary): string[] {
  return [
    ...summary.faults.slice(0, FAULTS_PRINTED).map(faultLine),
    ...leftOverLines(summary),
    '',
    `Rows read:        ${summary.rowCount}`,
    `Properties new:       ${summary.newCount}`,
    `           changed:   ${summary.changedCount}`,
    `           unchanged: ${summary.unchangedCount}`,
    `           removed:   ${summary.removedCount}`,
    `Rows invalid:     ${summary.invalidRowCount}`,
    ...warningLines(summary),
    '',
    summary.isApplied
      ? 'These changes are written.'
      : 'Nothing is written. Run it again with --apply to write these changes.',
  ];
}

function faultLine({ line, column, value, reason }: RowFault): string {
  const cell = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  // JSON's quoting keeps a hostile cell from steering the terminal.
  return `Row ${line}, ${column}, ${JSON.stringify(cell)}: ${reason}`;
}

function leftOverLines({ faults, faultsNotKept }: ImportSummary): string[] {
  const more = faults.length + faultsNotKept - FAULTS_PRINTED;
  return more > 0
    ? [`… and ${countText(more, 'more fault', 'more faults')}; --faults FILE.csv writes them down.`]
    : [];
}

function warningLines(summary: ImportSummary): string[] {
  const lines: string[] = [];
  if (summary.leftOutRowCount > 0) {
    const rows = countText(summary.leftOutRowCount, 'good row');
    lines.push(`${rows} left out, because another row of the same property is invalid.`);
  }
  if (summary.isRemovalHeldBack) {
    lines.push('Nothing is removed while a row has a UPRN that cannot be read.');
  }
  return lines;
}

/** The faults as a CSV file that a spreadsheet opens without running anything in it (R-REP-5). */
export function faultsCsv(faults: readonly RowFault[]): string {
  const rows = faults.map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    reason,
  ]);
  return [['row', 'column', 'value', 'reason'], ...rows]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}

function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
