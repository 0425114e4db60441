import type { LocalDate } from '../../../shared/local-date.js';
import type { Pence } from '../../../shared/money.js';
import { csvCell } from '../csv/csv-cell.js';

/** A cell with its type, so that a workbook can keep it: text is never a formula in either format. */
export type SheetCell =
  | string
  | null
  | { pence: Pence }
  | { count: number }
  | { day: LocalDate }
  /** `HH:MM` */
  | { time: string };
export type SheetRow = readonly SheetCell[];

export interface Column {
  title: string;
  /** In characters, for a workbook. */
  width: number;
}

/** A table that need not exist at once: rows come in portions and are gone when written. */
export interface Sheet {
  name: string;
  columns: readonly Column[];
  portions: AsyncIterable<readonly SheetRow[]>;
}

/** The cell as text; an amount has two decimals, and its minus is no formula. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvCell(cell);
  if ('pence' in cell) return poundsFigure(cell.pence);
  if ('count' in cell) return String(cell.count);
  return 'day' in cell ? cell.day : cell.time;
}

/** `-1234.50`: whole pence as a decimal figure, with no float between. */
export function poundsFigure(pence: Pence): string {
  const amount = Math.abs(pence);
  const odd = String(amount % 100).padStart(2, '0');
  return `${pence < 0 ? '-' : ''}${Math.floor(amount / 100)}.${odd}`;
}
