import { billHead, payable } from './bill-parts.js';
import { houseFor, type House } from './letterhead.js';
import { daysLater, longDate, pounds, shortDate } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import type { Sheet } from './sheet.js';

const NETWORKS: readonly House[] = [
  {
    name: 'Pipit Mobile',
    strapline: 'Pay monthly',
    address: 'PO Box 910, LE99 9ZZ',
    telephone: '01632 960161',
    web: 'pipit.example.com',
    colour: '#6b2a86',
    mark: 'rings',
  },
  {
    name: 'Hoverfly',
    strapline: 'Your phone, your plan',
    address: 'PO Box 911, LE99 9ZZ',
    telephone: '01632 960173',
    web: 'hoverfly.example.com',
    colour: '#a3264f',
    mark: 'bars',
  },
];

export function drawMobileBill(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const network = houseFor(sheet, NETWORKS, spec.issuerName);
  const billedOn = dateOn(spec);
  const top = billHead(sheet, spec, { house: network, billedOn, title: 'Your mobile phone bill' });
  const plan = chance.pick([1200, 1600, 2200]);
  const handset = chance.pick([0, 1850, 2400]);
  const extra = chance.whole(0, 620);
  const number = `07700 900${chance.digits(3)}`;
  sheet.write(`Mobile number ${number}`, 46, top, { face: 'sansBold', size: 12 });
  sheet.write(
    `Charges from ${longDate(daysLater(billedOn, -31))} to ${longDate(daysLater(billedOn, -1))}`,
    46,
    top + 20,
    { size: 10.5 },
  );
  const end = sheet.table(
    { x: 46, y: top + 52, tint: '#f1ecf3', size: 10 },
    [
      { title: 'Charge', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      ['SIM plan, monthly in advance', `£${pounds(plan)}`],
      ...(handset > 0 ? [['Handset instalment', `£${pounds(handset)}`]] : []),
      ['Calls and texts outside your plan', `£${pounds(extra)}`],
      ['Total including VAT', `£${pounds(plan + handset + extra)}`],
    ],
  );
  const rows = Array.from({ length: 9 }, (_, at) => {
    const minutes = chance.whole(1, 24);
    return [
      shortDate(daysLater(billedOn, at * 3 - 30)),
      `${chance.whole(8, 21)}:${chance.whole(10, 59)}`,
      `01632 960${chance.digits(3)}`,
      `${minutes} min`,
    ];
  });
  sheet.write('Calls outside your plan', 46, end + 24, {
    face: 'sansBold',
    size: 13,
    colour: network.colour,
  });
  const columns = [
    { title: 'Date', width: 130 },
    { title: 'Time', width: 90 },
    { title: 'Number called', width: 160 },
    { title: 'Length', width: 123, align: 'right' as const },
  ];
  sheet.table({ x: 46, y: end + 44, tint: '#f1ecf3', size: 10 }, columns, rows);
  payable(sheet, {
    colour: network.colour,
    total: plan + handset + extra,
    dueOn: daysLater(billedOn, 12),
  });
}
