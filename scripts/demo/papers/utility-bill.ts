import { billHead, payable } from './bill-parts.js';
import { houseFor, type House } from './letterhead.js';
import { daysLater, longDate, pounds } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { onOneLine } from './people.js';
import type { Sheet } from './sheet.js';

interface Supplier extends House {
  unit: string;
  service: string;
}

const SUPPLIERS: readonly Supplier[] = [
  {
    name: 'Beaconlight Energy',
    strapline: 'Electricity for the home',
    address: 'PO Box 900, LE99 9ZZ',
    telephone: '01632 960114',
    web: 'beaconlight.example.com',
    colour: '#0b5d63',
    mark: 'sun',
    unit: 'kWh',
    service: 'Electricity',
  },
  {
    name: 'Greenfinch Gas',
    strapline: 'Warm rooms, plain bills',
    address: 'PO Box 901, LE99 9ZZ',
    telephone: '01632 960127',
    web: 'greenfinch.example.com',
    colour: '#3f6b1f',
    mark: 'leaf',
    unit: 'kWh',
    service: 'Gas',
  },
  {
    name: 'Soarvale Water',
    strapline: 'Water and waste water',
    address: 'PO Box 902, LE99 9ZZ',
    telephone: '01632 960139',
    web: 'soarvale.example.com',
    colour: '#1c4f8f',
    mark: 'drop',
    unit: 'm³',
    service: 'Water',
  },
  {
    name: 'Larkfield Power',
    strapline: 'Dual fuel, one page',
    address: 'PO Box 903, LE99 9ZZ',
    telephone: '01632 960142',
    web: 'larkfield.example.com',
    colour: '#8a3b12',
    mark: 'bars',
    unit: 'kWh',
    service: 'Electricity',
  },
];

export function drawUtilityBill(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const supplier = houseFor(sheet, SUPPLIERS, spec.issuerName);
  const { unit, service } = SUPPLIERS.find(
    ({ mark, colour }) => mark === supplier.mark && colour === supplier.colour,
  ) ?? { unit: 'kWh', service: 'Electricity' };
  const billedOn = dateOn(spec);
  const from = daysLater(billedOn, -94);
  const to = daysLater(billedOn, -4);
  const top = billHead(sheet, spec, {
    house: supplier,
    billedOn,
    title: `Your ${service.toLowerCase()} bill`,
  });
  sheet.write(`Supply address: ${onOneLine(spec.address)}`, 46, top, {
    face: 'sansBold',
    size: 10.5,
    width: 500,
  });
  sheet.write(`This bill covers ${longDate(from)} to ${longDate(to)}.`, 46, top + 20, {
    size: 10.5,
  });

  const start = chance.whole(8000, 42000);
  const used = unit === 'm³' ? chance.whole(18, 44) : chance.whole(420, 980);
  const rate = unit === 'm³' ? 284 : 27;
  const standing = 91 * chance.whole(38, 62);
  const charge = used * rate;
  const vat = unit === 'm³' ? 0 : Math.round((charge + standing) * 0.05);
  const total = charge + standing + vat;
  sheet.write('Your readings', 46, top + 54, {
    face: 'sansBold',
    size: 13,
    colour: supplier.colour,
  });
  const columns = [
    { title: 'Meter', width: 130 },
    { title: 'Last reading', width: 120, align: 'right' as const },
    { title: 'This reading', width: 120, align: 'right' as const },
    { title: `Used (${unit})`, width: 133, align: 'right' as const },
  ];
  const below = sheet.table({ x: 46, y: top + 74, tint: '#eef1f0', size: 10 }, columns, [
    [`S${chance.digits(8)}`, String(start), String(start + used), String(used)],
  ]);
  sheet.write('How we worked out your bill', 46, below + 24, {
    face: 'sansBold',
    size: 13,
    colour: supplier.colour,
  });
  const end = sheet.table(
    { x: 46, y: below + 44, tint: '#eef1f0', size: 10 },
    [
      { title: 'Charge', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      [`${used} ${unit} at ${rate}p`, `£${pounds(charge)}`],
      ['Standing charge, 91 days', `£${pounds(standing)}`],
      [unit === 'm³' ? 'VAT (zero rated)' : 'VAT at 5%', `£${pounds(vat)}`],
      ['Total for this bill', `£${pounds(total)}`],
    ],
  );
  usageChart(sheet, { y: end + 26, colour: supplier.colour, unit });
  payable(sheet, { colour: supplier.colour, total, dueOn: daysLater(billedOn, 14) });
}

function usageChart(sheet: Sheet, chart: { y: number; colour: string; unit: string }): void {
  sheet.write(`What you used over the last year (${chart.unit})`, 46, chart.y, {
    face: 'sansBold',
    size: 11,
  });
  const base = chart.y + 92;
  ['Winter', 'Spring', 'Summer', 'Autumn'].forEach((season, at) => {
    const height = sheet.chance.between(24, 64);
    sheet.box({ x: 66 + at * 122, y: base - height, width: 62, height }, { fill: chart.colour });
    sheet.write(season, 66 + at * 122, base + 5, { size: 9, width: 62, align: 'center' });
  });
  sheet.rule(46, base, 503, '#888888');
}
