import type { Column, SheetCell, SheetRow } from '../platform/web/sheets/sheet-cell.js';
import type { LocalDate } from '../shared/london-date.js';
import {
  addAmounts,
  AMOUNT_NAMES,
  AMOUNT_WORDS,
  type Amounts,
  amountsOf,
  FINANCE_KIND_WORDS,
  financeKindOf,
  NO_AMOUNTS,
} from './finance-lines.rules.js';
import type { FinanceRow, Names } from './finance-lines.queries.js';
import { LondonHours } from './london-hours.js';

/** R-REP-4: on-street permits are no business for VAT. That is not 0%. */
export const VAT = 'Outside the scope';

const amountColumns: Column[] = AMOUNT_NAMES.map((name) => ({
  title: AMOUNT_WORDS[name],
  width: 16,
}));
const place: Column[] = [
  { title: 'Permit type', width: 26 },
  { title: 'Zone', width: 8 },
  { title: 'Zone name', width: 26 },
];
const vat: Column = { title: 'VAT', width: 18 };

export const LINE_COLUMNS: readonly Column[] = [
  { title: 'Day in London', width: 14 },
  { title: 'Time in London', width: 14 },
  { title: 'What happened', width: 24 },
  { title: 'Case', width: 16 },
  ...[...place, ...amountColumns, vat],
  { title: 'Payment reference', width: 30 },
  { title: 'Ledger journal', width: 38 },
  { title: 'Ledger entry', width: 14 },
];
export const DAY_COLUMNS: readonly Column[] = [
  { title: 'Day in London', width: 14 },
  ...place,
  { title: 'Lines', width: 8 },
  ...[...amountColumns, vat],
];

/** What was written so far. */
export class Written {
  lines = 0;
  rows = 0;
  amounts: Amounts = NO_AMOUNTS;
}

type Portions = AsyncGenerator<SheetRow[]>;
interface Making {
  names: Names;
  written: Written;
}

/** Every entry a line of its own, then their sum. */
export async function* everyLine(
  source: AsyncIterable<FinanceRow[]>,
  { names, written }: Making,
): Portions {
  const clock = new LondonHours();
  for await (const found of source) {
    const lines: SheetRow[] = [];
    for (const row of found) {
      const kind = financeKindOf(row);
      if (kind === null) continue;
      const amounts = amountsOf(kind, row);
      written.amounts = addAmounts(written.amounts, amounts);
      const { day, time } = clock.at(row.occurredAt);
      lines.push([
        ...[{ day }, { time }, FINANCE_KIND_WORDS[kind], row.reference],
        ...placeCells(names, row),
        ...amountCells(amounts),
        ...[VAT, row.paymentReference, row.journalId, String(row.entryId)],
      ]);
    }
    written.lines += lines.length;
    written.rows += lines.length;
    yield lines;
  }
  const blank = Array<SheetCell>(6).fill(null);
  yield [['Total', ...blank, ...amountCells(written.amounts), VAT, null, null, null]];
}

interface Day {
  day: LocalDate;
  groups: Map<string, Group>;
}
interface Group {
  row: Place;
  lines: number;
  amounts: Amounts;
}
type Place = Pick<FinanceRow, 'permitTypeCode' | 'zoneCode'>;

/** A line for each day, permit type and zone on which something happened, then their sum. */
export async function* totalsByDay(
  source: AsyncIterable<FinanceRow[]>,
  { names, written }: Making,
): Portions {
  const clock = new LondonHours();
  let open: Day | null = null;
  for await (const found of source) {
    const done: SheetRow[] = [];
    for (const row of found) {
      const kind = financeKindOf(row);
      if (kind === null) continue;
      const { day } = clock.at(row.occurredAt);
      if (open === null || open.day !== day) {
        if (open) done.push(...close(open, names, written));
        open = { day, groups: new Map() };
      }
      addTo(open.groups, row, amountsOf(kind, row));
    }
    if (done.length > 0) yield done;
  }
  if (open) yield close(open, names, written);
  const lines = { count: written.lines };
  yield [['Total', null, null, null, lines, ...amountCells(written.amounts), VAT]];
}

function addTo(groups: Map<string, Group>, row: FinanceRow, amounts: Amounts): void {
  const key = `${row.permitTypeCode ?? ''} ${row.zoneCode ?? ''}`;
  const group = groups.get(key) ?? { row, lines: 0, amounts: NO_AMOUNTS };
  group.lines += 1;
  group.amounts = addAmounts(group.amounts, amounts);
  groups.set(key, group);
}

function close({ day, groups }: Day, names: Names, written: Written): SheetRow[] {
  const keys = [...groups.keys()].sort();
  return keys.flatMap((key): SheetRow[] => {
    const group = groups.get(key);
    if (!group) return [];
    written.rows += 1;
    written.lines += group.lines;
    written.amounts = addAmounts(written.amounts, group.amounts);
    const cells = [...placeCells(names, group.row), { count: group.lines }];
    return [[{ day }, ...cells, ...amountCells(group.amounts), VAT]];
  });
}

function placeCells(names: Names, { permitTypeCode, zoneCode }: Place): SheetCell[] {
  return [
    permitTypeCode === null ? null : (names.permitTypes.get(permitTypeCode) ?? permitTypeCode),
    zoneCode,
    zoneCode === null ? null : (names.zones.get(zoneCode) ?? null),
  ];
}

function amountCells(amounts: Amounts): SheetCell[] {
  return AMOUNT_NAMES.map((name) => ({ pence: amounts[name] }));
}
