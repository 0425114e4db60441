import { bandHead, houseFor, type House } from './letterhead.js';
import { longDate, pounds } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { addressLines, onOneLine } from './people.js';
import type { Sheet } from './sheet.js';

const AUTHORITIES: readonly House[] = [
  {
    name: 'Invented Borough Business Rates',
    strapline: 'Non-domestic rates',
    address: 'PO Box 950, LE99 9ZZ',
    telephone: '01632 960701',
    web: 'rates.example.org',
    colour: '#46315f',
    mark: 'bars',
  },
  {
    name: 'Soar & Wold Rates Office',
    strapline: 'Business rates',
    address: 'PO Box 951, LE99 9ZZ',
    telephone: '01632 960716',
    web: 'soarwold.example.org',
    colour: '#1f4e5f',
    mark: 'arch',
  },
];

/** A rates bill: shows that a business is carried on at the address. */
export function drawBusinessProof(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, AUTHORITIES, spec.issuerName);
  const billedOn = dateOn(spec);
  const top = bandHead(sheet, house);
  sheet.lines(
    [spec.holderName, ...addressLines(spec.address)],
    { x: 60, y: top + 14 },
    { size: 12 },
  );
  sheet.box(
    { x: 340, y: top, width: 209, height: 116 },
    { fill: '#f5f5f3', stroke: '#d8d8d4', radius: 4 },
  );
  const next = sheet.fact('Date of issue', longDate(billedOn), { x: 354, y: top + 12, width: 180 });
  const last = sheet.fact('Account number', spec.reference ?? chance.digits(9), {
    x: 354,
    y: next,
    width: 180,
  });
  sheet.fact('Questions?', house.telephone, { x: 354, y: last, width: 180 });
  sheet.write('Business rates bill', 46, top + 140, {
    face: 'sansBold',
    size: 22,
    colour: house.colour,
  });
  const year = Number(billedOn.slice(0, 4)) - (billedOn.slice(5) < '04-01' ? 1 : 0);
  sheet.write(`Financial year ${year} to ${year + 1}`, 46, top + 170, { size: 11 });
  sheet.write(`Property: ${onOneLine(spec.address)}`, 46, top + 196, {
    face: 'sansBold',
    size: 10.5,
    width: 500,
  });
  sheet.write(
    `Description: ${chance.pick(['Shop and premises', 'Office and premises', 'Workshop and premises'])}`,
    46,
    top + 216,
    { size: 10.5 },
  );

  const rateable = chance.whole(30, 110) * 100;
  const gross = Math.round(rateable * 49.9);
  const relief = Math.round(gross * 0.4);
  const end = sheet.table(
    { x: 46, y: top + 246, tint: '#efedf2', size: 10 },
    [
      { title: 'Your bill', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      [`Rateable value £${pounds(rateable * 100)} at 49.9p in the pound`, `£${pounds(gross)}`],
      ['Small business relief', `-£${pounds(relief)}`],
      ['To pay this year', `£${pounds(gross - relief)}`],
    ],
  );
  sheet.write('How to pay', 46, end + 26, { face: 'sansBold', size: 13, colour: house.colour });
  const instalment = Math.floor((gross - relief) / 10);
  sheet.table(
    { x: 46, y: end + 46, tint: '#efedf2', size: 10 },
    [
      { title: 'Instalment', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      ['First payment', `£${pounds(gross - relief - instalment * 9)}`],
      ['Nine further payments, on the first of each month', `£${pounds(instalment)}`],
    ],
  );
  sheet.write(
    'Tell us at once if you leave the property or if what you do there changes.',
    46,
    end + 132,
    { size: 10, width: 503 },
  );
  paymentSlip(sheet, {
    y: 620,
    payee: house.name,
    payer: spec.holderName,
    due: pounds(gross - relief),
  });
}

function paymentSlip(
  sheet: Sheet,
  slip: { y: number; payee: string; payer: string; due: string },
): void {
  const { y } = slip;
  sheet.doc
    .moveTo(0, y)
    .lineTo(sheet.width, y)
    .lineWidth(0.8)
    .dash(3, { space: 3 })
    .stroke('#777777')
    .undash();
  sheet.write('Payment slip', 46, y + 18, { face: 'sansBold', size: 14 });
  sheet.write('Please return this part if you pay by post.', 46, y + 38, { size: 9.5 });
  sheet.fact('Payable to', slip.payee, { x: 46, y: y + 62, width: 240 });
  sheet.fact('From', slip.payer, { x: 46, y: y + 102, width: 240 });
  sheet.fact('To pay this year', `£${slip.due}`, { x: 330, y: y + 62, width: 200 });
  sheet.write('Amount enclosed', 330, y + 102, { size: 7.5, colour: '#555555' });
  sheet.box({ x: 330, y: y + 113, width: 180, height: 26 }, { stroke: '#777777' });
}
