import { INKS, sign } from './handwriting.js';
import { houseFor, letterHead, type House } from './letterhead.js';
import { daysLater, longDate, pounds } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { addressLines, onOneLine, SIGNATORIES } from './people.js';
import type { Sheet } from './sheet.js';

const SOLICITORS: readonly House[] = [
  {
    name: 'Oakden & Thripp',
    strapline: 'Solicitors and conveyancers',
    address: '4 Wharfinger Row, Loughborough, LE99 1AA',
    telephone: '01632 960301',
    web: 'oakden-thripp.example.com',
    colour: '#5b1a24',
    mark: 'bars',
  },
  {
    name: 'Whitlow Hartwell',
    strapline: 'Solicitors',
    address: '17 Tallow Street, Market Harborough, LE99 2BB',
    telephone: '01632 960315',
    web: 'whitlow.example.com',
    colour: '#1c355e',
    mark: 'arch',
  },
];

const CARERS: readonly House[] = [
  {
    name: 'Willowbank Home Care',
    strapline: 'Care at home',
    address: '9 Pinfold Court, Melton Mowbray, LE99 3CC',
    telephone: '01632 960402',
    web: 'willowbank.example.org',
    colour: '#2f6d6a',
    mark: 'leaf',
  },
  {
    name: 'Tithe Barn Surgery',
    strapline: 'General practice',
    address: '31 Tithe Close, Loughborough, LE99 4EE',
    telephone: '01632 960418',
    web: 'tithebarn.example.org',
    colour: '#2a4f96',
    mark: 'rings',
  },
  {
    name: 'Lanternlight Care',
    strapline: 'Visits, day and night',
    address: '6 Granary Yard, Market Harborough, LE99 2FF',
    telephone: '01632 960427',
    web: 'lanternlight.example.org',
    colour: '#7a4a12',
    mark: 'sun',
  },
];

const EMPLOYERS: readonly House[] = [
  {
    name: 'Brindley Castings Ltd',
    strapline: 'Precision iron and bronze',
    address: 'Unit 7 Foundry Park, Loughborough, LE99 5GG',
    telephone: '01632 960511',
    web: 'brindley.example.com',
    colour: '#30363d',
    mark: 'bars',
  },
  {
    name: 'Kestrel & Vane Surveyors',
    strapline: 'Land and building surveyors',
    address: '2 Malthouse Square, Melton Mowbray, LE99 3HH',
    telephone: '01632 960524',
    web: 'kestrelvane.example.com',
    colour: '#20554b',
    mark: 'arch',
  },
];

interface Letter {
  house: House;
  subject: string;
  /** To the person the paper is about, or to whom it may concern. */
  personal: boolean;
  paragraphs: string[];
  signatory: string;
  office: string;
}

export function drawCompletionLetter(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, SOLICITORS, spec.issuerName);
  const completedOn = daysLater(dateOn(spec), -1);
  const price = chance.whole(36, 84) * 500000;
  drawLetter(sheet, spec, {
    house,
    subject: `Completion of your purchase: ${onOneLine(spec.address)}`,
    personal: true,
    paragraphs: [
      `We are pleased to confirm that the purchase of the above property was completed on ${longDate(completedOn)} at a price of £${pounds(price)}, and that the keys were released to you on that day.`,
      'From that date you are the owner of the property and responsible for its outgoings. We have told the supplier of each service the readings taken by the seller.',
      'We will now pay the tax due and apply to register your title. Registration commonly takes some weeks; we will send you a copy of the register when it is done.',
      'Please keep this letter. It may be shown as evidence of your address until the register has been changed.',
    ],
    signatory: chance.pick(SIGNATORIES),
    office: 'Conveyancing',
  });
}

export function drawSolicitorLetter(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, SOLICITORS, spec.issuerName);
  drawLetter(sheet, spec, {
    house,
    subject: `${spec.holderName}: ${onOneLine(spec.address)}`,
    personal: false,
    paragraphs: [
      `We act for ${spec.holderName} in the purchase of the property named above.`,
      `We confirm that contracts have been exchanged and that our client takes up residence at ${onOneLine(spec.address)} on ${longDate(spec.term?.from ?? dateOn(spec))}, as the only or main home.`,
      "We write at our client's request so that this letter may be shown to those who need evidence of the new address, the council among them.",
      'If anything further is needed, please write to us under the reference above.',
    ],
    signatory: chance.pick(SIGNATORIES),
    office: 'Solicitor',
  });
}

/** Says that visits are received and nothing about why. */
export function drawProofOfCare(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, CARERS, spec.issuerName);
  const visits = chance.whole(3, 14);
  drawLetter(sheet, spec, {
    house,
    subject: `Confirmation of care visits: ${spec.holderName}`,
    personal: false,
    paragraphs: [
      `We confirm that ${spec.holderName}, of ${onOneLine(spec.address)}, receives care visits at that address.`,
      `At the date of this letter there are about ${visits} visits a week. We expect them to continue for the coming twelve months.`,
      'Those who call need to leave a vehicle near the address for the length of each visit, often at short notice and outside working hours.',
      'We give no other particulars in this letter. It is written at the request of the person named, to be shown with an application for an essential carer parking permit.',
    ],
    signatory: chance.pick(SIGNATORIES),
    office: house.mark === 'rings' ? 'Practice administrator' : 'Care coordinator',
  });
}

export function drawCompanyLetter(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const house = houseFor(sheet, EMPLOYERS, spec.issuerName);
  const vehicle = [spec.colour, spec.make].filter(Boolean).join(' ');
  const named = spec.registration
    ? `the ${vehicle || 'company'} vehicle, registration ${spec.registration},`
    : 'a company vehicle';
  drawLetter(sheet, spec, {
    house,
    subject: `Company vehicle: ${spec.holderName}`,
    personal: false,
    paragraphs: [
      `We confirm that ${spec.holderName} is employed by ${house.name} and is the sole user of ${named} which is owned or leased by the company.`,
      `The vehicle is kept overnight at the employee's home address, ${onOneLine(spec.address)}.`,
      'The company has no objection to a resident parking permit being issued for this vehicle and will tell the council if the vehicle is returned or given to another employee.',
    ],
    signatory: chance.pick(SIGNATORIES),
    office: chance.pick(['Fleet administrator', 'Company secretary', 'Director']),
  });
}

function drawLetter(sheet: Sheet, spec: PaperSpec, letter: Letter): void {
  const { chance } = sheet;
  const top = letterHead(sheet, letter.house);
  const face = { face: 'serif', size: 12 } as const;
  if (letter.personal) {
    sheet.lines([spec.holderName, ...addressLines(spec.address)], { x: 56, y: top + 10 }, face);
  } else {
    sheet.write('To whom it may concern', 56, top + 10, face);
  }
  const reference =
    spec.reference ??
    `${letter.signatory
      .split(' ')
      .map((word) => word.charAt(0))
      .join('')}/${chance.digits(5)}`;
  sheet.lines(
    [longDate(dateOn(spec)), `Our reference: ${reference}`],
    { x: 339, y: top + 10 },
    { ...face, width: 200, align: 'right' },
  );
  let y = top + (letter.personal ? 126 : 68);
  if (letter.personal) {
    sheet.write(`Dear ${spec.holderName}`, 56, y, face);
    y += 28;
  }
  y =
    sheet.write(letter.subject, 56, y, { face: 'serifBold', size: 12.5, width: 483, gap: 2 }) + 14;
  for (const paragraph of letter.paragraphs) {
    y = sheet.write(paragraph, 56, y, { ...face, width: 483, gap: 3.5 }) + 12;
  }
  sheet.write(letter.personal ? 'Yours sincerely' : 'Yours faithfully', 56, y + 6, face);
  if (spec.signed ?? true) {
    sign(sheet.doc, chance, letter.signatory, {
      x: 66,
      y: y + 70,
      size: chance.between(17, 22),
      ink: chance.pick(INKS),
    });
  }
  sheet.lines(
    [letter.signatory, letter.office, letter.house.name],
    { x: 56, y: y + 96 },
    { ...face, gap: 2 },
  );
  sheet.rule(56, 786, 483, letter.house.colour);
  sheet.write(`${letter.house.name}, ${letter.house.address}`, 56, 794, {
    size: 8,
    colour: '#555555',
    width: 483,
    align: 'center',
  });
}
