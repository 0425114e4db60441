import { Injectable } from '@nestjs/common';
import { EXPORTS_AN_HOUR } from '../export-log/export-limits.rules.js';
import { exportsInLastHour, recordExport } from '../export-log/export-log.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Snapshot, Snapshots } from '../platform/database/snapshots.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { spool, type SpooledFile } from '../platform/files/spooled-file.js';
import { csvOfSheets } from '../platform/web/sheets/csv-sheets.js';
import type { Sheet } from '../platform/web/sheets/sheet-cell.js';
import { MOST_SHEET_ROWS, xlsxOfSheets } from '../platform/web/sheets/xlsx-sheets.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { aboutSheet } from './about-sheet.js';
import {
  filterInWords,
  type FinanceFilter,
  type Format,
  type Grouping,
} from './finance-filter.rules.js';
import { financeRows, readNames, recount } from './finance-lines.queries.js';
import { AMOUNT_NAMES } from './finance-lines.rules.js';
import { DAY_COLUMNS, everyLine, LINE_COLUMNS, totalsByDay, Written } from './finance-tables.js';

export interface FinanceExportWish {
  staffId: string;
  filter: FinanceFilter;
  format: Format;
  grouping: Grouping;
  reason: string;
}

export interface FinanceFile {
  name: string;
  content: SpooledFile;
}
type Refusal = 'too_many' | 'too_long_for_a_sheet';

/**
 * Makes the file from the ledger as it is at one moment, without holding it in memory. It leaves
 * once its sums are those the database counts and the log has it (S4.3, S4.6).
 */
@Injectable()
export class ExportFinance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
  ) {}

  /** @param signal says that nobody waits for the file any more: what reads for it is stopped */
  async run(wish: FinanceExportWish, signal: AbortSignal): Promise<Outcome<FinanceFile, Refusal>> {
    const at = this.clock.now();
    const { staffId } = wish;
    if (await this.unitOfWork.run((tx) => hasTakenEnough(tx, staffId, at))) {
      return refuse('too_many');
    }
    const made = await this.snapshots.run(signal, (snapshot) =>
      make(snapshot, wish, { at, signal }),
    );
    if (!made.ok) return made;
    try {
      if (!(await this.log(wish, made, at))) {
        await made.content.discard();
        return refuse('too_many');
      }
    } catch (error) {
      await made.content.discard();
      throw error;
    }
    return ok({ name: fileName(wish), content: made.content });
  }

  private log(wish: FinanceExportWish, { content, rows }: Made, at: Date): Promise<boolean> {
    const { staffId, filter, format, grouping, reason } = wish;
    const filters = `${filterInWords(filter)}; ${GROUPING_WORDS[grouping]}; ${format.toUpperCase()}`;
    return this.unitOfWork.run(async (tx) => {
      if (await hasTakenEnough(tx, staffId, at)) return false;
      const { sha256 } = content;
      await recordExport(tx, {
        ...{ staffId, kind: 'finance', filters, reason, rowCount: rows, sha256, at },
      });
      return true;
    });
  }
}

const GROUPING_WORDS = { lines: 'every line', days: 'totals by day' } as const;

async function hasTakenEnough(...about: Parameters<typeof exportsInLastHour>): Promise<boolean> {
  return (await exportsInLastHour(...about)) >= EXPORTS_AN_HOUR;
}

interface Made {
  content: SpooledFile;
  rows: number;
}

async function make(
  snapshot: Snapshot,
  { filter, format, grouping }: FinanceExportWish,
  { at, signal }: { at: Date; signal: AbortSignal },
): Promise<Outcome<Made, 'too_long_for_a_sheet'>> {
  const counted = await recount(snapshot, filter);
  if (format === 'xlsx' && grouping === 'lines' && counted.count > MOST_SHEET_ROWS) {
    return refuse('too_long_for_a_sheet');
  }
  const names = await readNames(snapshot);
  const written = new Written();
  const rows = financeRows(snapshot, filter);
  const lines: Sheet =
    grouping === 'lines'
      ? { name: 'Lines', columns: LINE_COLUMNS, portions: everyLine(rows, { names, written }) }
      : { name: 'Totals', columns: DAY_COLUMNS, portions: totalsByDay(rows, { names, written }) };
  const about = aboutSheet({ filter, grouping, names, asAt: at, written });
  const sheets = [lines, about];
  const content = await spool(
    format === 'csv' ? csvOfSheets(sheets) : xlsxOfSheets(sheets, at),
    signal,
  );
  if (!agree(counted, written)) {
    await content.discard();
    throw new Error('The finance file and the database do not come to the same sums.');
  }
  return ok({ content, rows: written.rows });
}

function agree(counted: Awaited<ReturnType<typeof recount>>, written: Written): boolean {
  return (
    counted.count === written.lines &&
    AMOUNT_NAMES.every((name) => counted.amounts[name] === written.amounts[name])
  );
}

function fileName({ filter, format, grouping }: FinanceExportWish): string {
  const what = grouping === 'lines' ? 'finance' : 'finance-totals';
  return `${what}-${filter.from}-to-${filter.to}.${format}`;
}
