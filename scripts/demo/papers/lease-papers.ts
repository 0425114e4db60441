import { parties, signing, title, vehicle } from './contract-parts.js';
import { bandHead, houseFor, type House } from './letterhead.js';
import { lastDayOfYears, pounds } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { SIGNATORIES } from './people.js';
import type { Sheet } from './sheet.js';

const LESSORS: readonly House[] = [
  {
    name: 'Brightwater Vehicle Leasing',
    strapline: 'Contract hire',
    address: 'PO Box 930, LE99 9ZZ',
    telephone: '01632 960602',
    web: 'brightwater.example.com',
    colour: '#14506b',
    mark: 'drop',
  },
  {
    name: 'Tollgate Contract Hire',
    strapline: 'Cars by the month',
    address: 'PO Box 931, LE99 9ZZ',
    telephone: '01632 960614',
    web: 'tollgate.example.com',
    colour: '#3d3a6b',
    mark: 'arch',
  },
];

const MOBILITY: readonly House[] = [
  {
    name: 'Openway Mobility Leasing',
    strapline: 'Lease cars for disabled drivers and passengers',
    address: 'PO Box 940, LE99 9ZZ',
    telephone: '01632 960633',
    web: 'openway.example.org',
    colour: '#0e5a52',
    mark: 'sun',
  },
];

export function drawLease(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, LESSORS, spec.issuerName);
  const agreedOn = dateOn(spec);
  const term = spec.term ?? { from: agreedOn, to: lastDayOfYears(agreedOn, 3) };
  const top = bandHead(sheet, house);
  title(sheet, house, { words: 'Vehicle lease agreement', top });
  parties(sheet, spec, { house, top: top + 42, hirer: 'Customer (hirer)' });
  const y = vehicle(sheet, spec, { house, top: top + 190, term });
  sheet.write('Payments', 46, y, { face: 'sansBold', size: 13, colour: house.colour });
  const rental = chance.whole(189, 420) * 100;
  const end = sheet.table(
    { x: 46, y: y + 20, tint: '#eceff3', size: 10 },
    [
      { title: 'Payment', width: 370 },
      { title: 'Amount', width: 133, align: 'right' },
    ],
    [
      ['Initial rental', `£${pounds(rental * 3)}`],
      ['Monthly rental', `£${pounds(rental)}`],
      ['Miles allowed each year', String(chance.pick([6000, 8000, 10000]))],
    ],
  );
  sheet.write(
    'The vehicle remains the property of the lessor, which is its registered keeper. The customer has its sole use for the term and keeps it at the address above.',
    46,
    end + 16,
    { size: 10, width: 503, gap: 2 },
  );
  signing(sheet, spec, {
    y: end + 72,
    people: [
      ['For the lessor', chance.pick(SIGNATORIES)],
      ['Customer', spec.holderName],
    ],
    on: agreedOn,
  });
}

/** Invented wording for a mobility lease's insurance; follows nobody's certificate. */
export function drawMotability(sheet: Sheet, spec: PaperSpec): void {
  const house = houseFor(sheet, MOBILITY, spec.issuerName);
  const issuedOn = dateOn(spec);
  const term = spec.term ?? { from: issuedOn, to: lastDayOfYears(issuedOn, 3) };
  const top = bandHead(sheet, house);
  title(sheet, house, { words: 'Certificate of lease and insurance', top });
  sheet.write('Mobility lease', 46, top + 30, { size: 12, colour: '#444444' });
  parties(sheet, spec, { house, top: top + 62, hirer: 'Lease holder and policyholder' });
  const y = vehicle(sheet, spec, { house, top: top + 210, term });
  sheet.write('Who may drive', 46, y, { face: 'sansBold', size: 13, colour: house.colour });
  const below = sheet.write(
    `The lease holder, ${spec.holderName}, and up to two drivers named in the schedule, for social and domestic purposes and for journeys made for the benefit of the lease holder.`,
    46,
    y + 20,
    { size: 10.5, width: 503, gap: 3 },
  );
  sheet.write('What this paper shows', 46, below + 18, {
    face: 'sansBold',
    size: 13,
    colour: house.colour,
  });
  sheet.write(
    "The vehicle is leased under a mobility allowance and insured with the lease. The leasing company is its registered keeper. It is kept at the lease holder's address.",
    46,
    below + 38,
    { size: 10.5, width: 503, gap: 3 },
  );
  signing(sheet, spec, {
    y: below + 110,
    people: [['For the leasing company', sheet.chance.pick(SIGNATORIES)]],
    on: issuedOn,
  });
}
