import { parties, signing, title, vehicle } from './contract-parts.js';
import { handwrite, INKS } from './handwriting.js';
import { bandHead, houseFor, type House } from './letterhead.js';
import { daysLater } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { SIGNATORIES } from './people.js';
import type { Sheet } from './sheet.js';

const GARAGES: readonly House[] = [
  {
    name: 'Cattle Market Motors',
    strapline: 'Servicing, bodywork, MOT',
    address: '12 Drovers Way, Melton Mowbray, LE99 3JJ',
    telephone: '01632 960651',
    web: 'cattlemarket.example.com',
    colour: '#7a1f1f',
    mark: 'rings',
  },
  {
    name: 'Lock Keepers Garage',
    strapline: 'Repairs and accident work',
    address: '3 Basin Road, Loughborough, LE99 1KK',
    telephone: '01632 960666',
    web: 'lockkeepers.example.com',
    colour: '#274b2c',
    mark: 'bars',
  },
];

export function drawGarageAgreement(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, GARAGES, spec.issuerName);
  const outOn = dateOn(spec);
  const term = spec.term ?? { from: outOn, to: daysLater(outOn, 14) };
  const top = bandHead(sheet, house);
  title(sheet, house, { words: 'Courtesy car agreement', top });
  parties(sheet, spec, { house, top: top + 42, hirer: 'Customer' });
  const y = vehicle(sheet, spec, { house, top: top + 190, term, lent: true });
  sheet.write('Condition when lent', 46, y, { face: 'sansBold', size: 13, colour: house.colour });
  carOutline(sheet, { x: 60, y: y + 26 });
  const ink = chance.pick(INKS);
  sheet.write('Mileage out', 330, y + 28, { size: 10 });
  sheet.rule(410, y + 42, 130, '#666666');
  handwrite(sheet.doc, chance, chance.digits(5), { x: 418, y: y + 39, size: 11, ink });
  sheet.write('Fuel', 330, y + 58, { size: 10 });
  sheet.rule(410, y + 72, 130, '#666666');
  handwrite(sheet.doc, chance, chance.pick(['half', 'full', '3/4']), {
    x: 418,
    y: y + 69,
    size: 11,
    ink,
  });
  sheet.write('Marks', 330, y + 88, { size: 10 });
  sheet.rule(410, y + 102, 130, '#666666');
  handwrite(sheet.doc, chance, chance.pick(['scuff n/s/r', 'none seen', 'chip on bonnet']), {
    x: 418,
    y: y + 99,
    size: 9,
    ink,
  });
  sheet.write(
    "The car is lent while the customer's own is being repaired. The customer will keep it insured and will bring it back on the day named or when asked.",
    46,
    y + 146,
    { size: 10, width: 503, gap: 2 },
  );
  signing(sheet, spec, {
    y: y + 194,
    people: [
      ['For the garage', chance.pick(SIGNATORIES)],
      ['Customer', spec.holderName],
    ],
    on: outOn,
  });
}

/** A car seen from above, for marking scratches. */
function carOutline(sheet: Sheet, at: { x: number; y: number }): void {
  const { doc, chance } = sheet;
  const { x, y } = at;
  doc.roundedRect(x, y, 220, 92, 30).lineWidth(1.2).stroke('#333333');
  doc.roundedRect(x + 62, y + 12, 96, 68, 14).stroke('#333333');
  doc
    .moveTo(x + 62, y + 20)
    .lineTo(x + 44, y + 10)
    .stroke('#333333');
  doc
    .moveTo(x + 62, y + 72)
    .lineTo(x + 44, y + 82)
    .stroke('#333333');
  for (const wheel of [32, 158]) {
    for (const side of [-6, 90]) doc.roundedRect(x + wheel, y + side, 32, 8, 3).fill('#333333');
  }
  const mark = {
    x: x + chance.between(150, 200),
    y: y + chance.between(66, 82),
    size: 9,
    ink: '#1b2a6b',
  };
  handwrite(doc, chance, 'x', mark);
}
