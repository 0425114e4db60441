import { drawMark, houseFor, type House } from './letterhead.js';
import { daysLater, longDate, pounds, shortDate } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { addressLines } from './people.js';
import type { Sheet } from './sheet.js';

const BANKS: readonly House[] = [
  {
    name: 'Wold & Wharf Bank',
    strapline: 'Current account',
    address: 'PO Box 920, LE99 9ZZ',
    telephone: '01632 960208',
    web: 'woldwharf.example.com',
    colour: '#12355b',
    mark: 'arch',
  },
  {
    name: 'Foxglove Building Society',
    strapline: 'Everyday account',
    address: 'PO Box 921, LE99 9ZZ',
    telephone: '01632 960215',
    web: 'foxglove.example.com',
    colour: '#6a1f4d',
    mark: 'leaf',
  },
  {
    name: 'Meridale Bank',
    strapline: 'Classic account',
    address: 'PO Box 922, LE99 9ZZ',
    telephone: '01632 960223',
    web: 'meridale.example.com',
    colour: '#1f5a45',
    mark: 'rings',
  },
];

/** What was bought, and the least and most it cost in pence. */
type Spending = readonly [words: string, low: number, high: number];

const SHOPPING: readonly Spending[] = [
  ['Card payment  Corner Grocer', 640, 5400],
  ['Card payment  Halt Bakery', 280, 1250],
  ['Card payment  Wharf Filling Station', 3000, 7200],
  ['Cash  Market Place', 2000, 8000],
  ['Card payment  Bell Street Books', 799, 2499],
  ['Card payment  Pinfold Pharmacy', 345, 1580],
  ['Card payment  Canal Cafe', 420, 1890],
  ['Card payment  Drovers Hardware', 450, 3900],
];

/** Once a month each, on the day shown (days after the statement begins). */
const REGULAR = new Map<number, Spending>([
  [1, ['Standing order  Rent', 62000, 98000]],
  [4, ['Direct Debit  Soarvale Water', 2600, 3900]],
  [9, ['Direct Debit  Beaconlight Energy', 5800, 11200]],
  [15, ['Direct Debit  Pipit Mobile', 1200, 2800]],
  [22, ['Direct Debit  Contents insurance', 900, 1900]],
]);

interface Entry {
  on: string;
  words: string;
  pence: number;
}

/** A month's statement ending on the date given; every balance adds up. */
export function drawBankStatement(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const bank = houseFor(sheet, BANKS, spec.issuerName);
  const endsOn = dateOn(spec);
  const beginsOn = daysLater(endsOn, -30);
  drawMark(sheet, bank.mark, { x: 46, y: 38, size: 36, colour: bank.colour });
  sheet.write(bank.name, 96, 40, { face: 'sansBold', size: 20, colour: bank.colour });
  sheet.write(bank.strapline, 97, 65, { size: 10, colour: '#444444' });
  sheet.write('Your statement', 349, 42, {
    face: 'sansBold',
    size: 18,
    width: 200,
    align: 'right',
  });
  sheet.write(`${longDate(beginsOn)} to ${longDate(endsOn)}`, 319, 66, {
    size: 10,
    width: 230,
    align: 'right',
  });
  sheet.box({ x: 46, y: 88, width: 503, height: 3 }, { fill: bank.colour });
  sheet.lines([spec.holderName, ...addressLines(spec.address)], { x: 60, y: 114 }, { size: 12 });

  const opening = chance.whole(152000, 340000);
  const entries = month(sheet, beginsOn);
  const movement = (kept: (entry: Entry) => boolean): number =>
    entries.filter(kept).reduce((sum, { pence }) => sum + pence, 0);
  const paidIn = movement(({ pence }) => pence > 0);
  const paidOut = -movement(({ pence }) => pence < 0);
  sheet.box({ x: 330, y: 106, width: 219, height: 130 }, { fill: '#f4f5f7', radius: 4 });
  const summary: [string, string][] = [
    ['Account name', spec.holderName],
    ['Sort code', '00-00-00'],
    ['Account number', spec.reference ?? `XXXX${chance.digits(4)}`],
    ['Statement date', shortDate(endsOn)],
    ['Paid in', `£${pounds(paidIn)}`],
    ['Paid out', `£${pounds(paidOut)}`],
    ['Balance at end', `£${pounds(opening + paidIn - paidOut)}`],
  ];
  summary.forEach(([label, value], at) => {
    sheet.write(label, 342, 116 + at * 16.5, { size: 9, colour: '#555555' });
    sheet.write(value, 394, 115 + at * 16.5, {
      face: 'sansBold',
      size: Math.min(9.5, 230 / value.length),
      width: 145,
      align: 'right',
    });
  });

  sheet.write('Your transactions', 46, 256, { face: 'sansBold', size: 14, colour: bank.colour });
  const columns = [
    { title: 'Date', width: 78 },
    { title: 'Details', width: 218 },
    { title: 'Paid out', width: 66, align: 'right' as const },
    { title: 'Paid in', width: 66, align: 'right' as const },
    { title: 'Balance', width: 75, align: 'right' as const },
  ];
  let balance = opening;
  const rows = entries.map(({ on, words, pence }) => {
    balance += pence;
    return [
      shortDate(on),
      words,
      pence < 0 ? pounds(-pence) : '',
      pence > 0 ? pounds(pence) : '',
      pounds(balance),
    ];
  });
  rows.unshift([shortDate(beginsOn), 'Balance brought forward', '', '', pounds(opening)]);
  sheet.table({ x: 46, y: 280, tint: '#e8ebf0', size: 9.5 }, columns, rows);
  sheet.write(
    `${bank.name}. Questions: ${bank.telephone} or ${bank.web}. The sort code and account number on this paper belong to nobody.`,
    46,
    782,
    { size: 8, colour: '#555555', width: 503 },
  );
}

function month(sheet: Sheet, beginsOn: string): Entry[] {
  const { chance } = sheet;
  const payDay = chance.whole(10, 20);
  const days = Array.from({ length: 30 }, (_, at) => at + 1);
  return days.flatMap((day): Entry[] => {
    const on = daysLater(beginsOn, day);
    if (day === payDay)
      return [{ on, words: 'Credit  Salary', pence: chance.whole(165000, 268000) }];
    const regular = REGULAR.get(day);
    if (!regular && chance.fraction() < 0.38) return [];
    const [words, low, high] = regular ?? chance.pick(SHOPPING);
    const roundTo = regular && low > 50000 ? 500 : 1;
    return [{ on, words, pence: -chance.whole(low / roundTo, high / roundTo) * roundTo }];
  });
}
