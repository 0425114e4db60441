import { bandHead, houseFor, type House } from './letterhead.js';
import { daysLater, longDate, pounds } from './paper-dates.js';
import { dateOn, registrationOn, type PaperSpec } from './paper-spec.js';
import { addressLines } from './people.js';
import type { Sheet } from './sheet.js';

const DEALERS: readonly House[] = [
  {
    name: 'Three Bridges Car Sales',
    strapline: 'Used cars, serviced and warranted',
    address: '41 Drovers Way, Melton Mowbray, LE99 3LL',
    telephone: '01632 960681',
    web: 'threebridges.example.com',
    colour: '#23405c',
    mark: 'arch',
  },
  {
    name: 'Hallam & Pike Motor Company',
    strapline: 'New and nearly new',
    address: '8 Basin Road, Loughborough, LE99 1MM',
    telephone: '01632 960696',
    web: 'hallampike.example.com',
    colour: '#5c3a23',
    mark: 'rings',
  },
];

const INSURERS: readonly House[] = [
  {
    name: 'Lantern Mutual',
    strapline: 'Motor and home insurance',
    address: 'PO Box 960, LE99 9YY',
    telephone: '01632 960711',
    web: 'lantern.example.com',
    colour: '#4a2458',
    mark: 'sun',
  },
  {
    name: 'Wolds & Vale Insurance',
    strapline: 'Insuring motorists',
    address: 'PO Box 961, LE99 9YY',
    telephone: '01632 960726',
    web: 'woldsvale.example.com',
    colour: '#1d5650',
    mark: 'leaf',
  },
];

/** What a dealer gives whoever buys a car, before any V5C has come. */
export function drawSalesInvoice(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, DEALERS, spec.issuerName);
  const soldOn = dateOn(spec);
  const top = headed(sheet, spec, { house, heading: 'Invoice for a vehicle' });
  account(sheet, { house, top }, [
    ['Date of invoice', longDate(soldOn)],
    ['Invoice number', spec.reference ?? chance.digits(6)],
  ]);
  const below = vehicleFacts(sheet, spec, { house, y: top + 190 });
  const price = chance.whole(40, 145) * 10_000;
  const paid = 25_000;
  const end = sheet.table(
    { x: 46, y: below + 14, tint: '#eef0f3', size: 10.5 },
    [
      { title: 'What you pay', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      ['Price of the vehicle', `£${pounds(price)}`],
      ['Warranty, twelve months', 'included'],
      [`Deposit paid on ${longDate(daysLater(soldOn, -4))}`, `-£${pounds(paid)}`],
      ['Paid today by card', `£${pounds(price - paid)}`],
    ],
  );
  sheet.write('Paid in full. With thanks.', 46, end + 24, {
    face: 'sansBold',
    size: 14,
    colour: house.colour,
  });
  sheet.write(
    'The buyer is named above as the new keeper. The registration certificate comes to the keeper by post.',
    46,
    end + 50,
    { size: 10, width: 503 },
  );
}

/** Who may drive which vehicle, and from when. */
export function drawInsuranceCertificate(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, INSURERS, spec.issuerName);
  const startsOn = dateOn(spec);
  const top = headed(sheet, spec, { house, heading: 'Certificate of motor insurance' });
  account(sheet, { house, top }, [
    ['Insurance starts', longDate(startsOn)],
    ['Insurance ends', longDate(spec.term?.to ?? daysLater(startsOn, 364))],
    ['Certificate number', spec.reference ?? chance.digits(9)],
  ]);
  const below = vehicleFacts(sheet, spec, { house, y: top + 190 });
  part(sheet, house, {
    heading: 'Who may drive',
    words: `${spec.holderName}, who is the policyholder, and nobody else.`,
    y: below + 18,
  });
  part(sheet, house, {
    heading: 'What it may be used for',
    words: 'Social, domestic and pleasure purposes, and travelling to and from one place of work.',
    y: below + 78,
  });
  part(sheet, house, {
    heading: 'What it may not be used for',
    words: 'Hire or reward, racing, pace-making or trials.',
    y: below + 138,
  });
}

/** Band, address window and heading; returns where they begin. */
function headed(sheet: Sheet, spec: PaperSpec, { house, heading }: Headed): number {
  const top = bandHead(sheet, house);
  const lines = [spec.holderName, ...addressLines(spec.address)];
  sheet.lines(lines, { x: 60, y: top + 14 }, { size: 12 });
  sheet.write(heading, 46, top + 148, { face: 'sansBold', size: 22, colour: house.colour });
  return top;
}

interface Headed {
  house: House;
  heading: string;
}

function account(
  sheet: Sheet,
  { house, top }: { house: House; top: number },
  facts: readonly (readonly [string, string])[],
): void {
  const frame = { x: 340, y: top, width: 209, height: 130 };
  sheet.box(frame, { fill: '#f6f6f4', stroke: house.colour, radius: 4 });
  let y = top + 12;
  for (const [label, value] of facts) y = sheet.fact(label, value, { x: 354, y, width: 180 });
}

/** Registration, make and colour in boxes; returns the height below. */
function vehicleFacts(
  sheet: Sheet,
  spec: PaperSpec,
  { house, y }: { house: House; y: number },
): number {
  sheet.write('The vehicle', 46, y, { face: 'sansBold', size: 13, colour: house.colour });
  const facts = [
    ['Registration mark', registrationOn(spec)],
    ['Make', spec.make ?? 'Not recorded'],
    ['Colour', spec.colour ?? 'Not recorded'],
  ] as const;
  facts.forEach(([label, value], at) => {
    const frame = { x: 46 + at * 170, y: y + 24, width: 160, height: 46 };
    sheet.box(frame, { fill: '#ffffff', stroke: '#b9c0c8', radius: 3 });
    sheet.write(label, frame.x + 9, frame.y + 7, { size: 7.5, colour: '#555555' });
    sheet.write(value, frame.x + 9, frame.y + 21, { face: 'monoBold', size: 15 });
  });
  return y + 84;
}

function part(
  sheet: Sheet,
  house: House,
  { heading, words, y }: { heading: string; words: string; y: number },
): void {
  sheet.write(heading, 46, y, { face: 'sansBold', size: 13, colour: house.colour });
  sheet.write(words, 46, y + 20, { size: 10.5, width: 503 });
}
