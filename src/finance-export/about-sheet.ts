import type { Sheet, SheetCell, SheetRow } from '../platform/web/sheets/sheet-cell.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import {
  kindsInWords,
  type FinanceFilter,
  type Grouping,
  NO_ZONE,
} from './finance-filter.rules.js';
import type { Names } from './finance-lines.queries.js';
import { AMOUNT_NAMES, AMOUNT_WORDS } from './finance-lines.rules.js';
import type { Written } from './finance-tables.js';

interface About {
  filter: FinanceFilter;
  grouping: Grouping;
  names: Names;
  /** The moment whose ledger it is. */
  asAt: Date;
  written: Written;
}

/** What the file is, which comes last: its totals are known when the lines are written (R8.6). */
export function aboutSheet(about: About): Sheet {
  const columns = [
    { title: 'About this file', width: 34 },
    { title: 'What it says', width: 90 },
  ];
  return { name: 'About this file', columns, portions: rowsOf(about) };
}

async function* rowsOf({ written, ...about }: About): AsyncGenerator<SheetRow[]> {
  await Promise.resolve();
  const totals = AMOUNT_NAMES.map((name): [string, SheetCell] => [
    `Total: ${AMOUNT_WORDS[name]}`,
    { pence: written.amounts[name] },
  ]);
  yield [
    ...filterRows(about),
    ['Data as at', `${formatDateTime(about.asAt)}, London time`],
    [
      'Time zone',
      'Europe/London. Each line stands under the day and time that London clocks showed when it happened: 11:30pm UTC in July is the next day.',
    ],
    ['Ledger lines', { count: written.lines }],
    ['Rows, without the total', { count: written.rows }],
    ...totals,
    [
      'Minus',
      'Money that goes back or is given up has a minus. A refund is a line of its own day.',
    ],
    ['Cancelled holds', 'A hold that was cancelled was never taken, and never income.'],
    ['VAT', 'Permits for parking on the street are outside the scope of VAT. That is not 0%.'],
  ];
}

function filterRows({ filter, grouping, names }: Omit<About, 'written'>): [string, string][] {
  const { permitType, zone } = filter;
  const zoneName = names.zones.get(zone);
  return [
    [
      'What it is',
      grouping === 'lines'
        ? 'Every line of the ledger about money taken or given back'
        : 'Totals of the ledger by day, permit type and zone',
    ],
    ['Period', `${formatDate(filter.from)} to ${formatDate(filter.to)}, both days included`],
    ['In it', kindsInWords(filter.kinds)],
    ['Permit type', permitType === '' ? 'All' : (names.permitTypes.get(permitType) ?? permitType)],
    ['Zone', zoneWords(zone, zoneName)],
  ];
}

function zoneWords(zone: string, name: string | undefined): string {
  if (zone === '') return 'All';
  if (zone === NO_ZONE) return 'No zone known';
  return name === undefined ? zone : `${zone}, ${name}`;
}
