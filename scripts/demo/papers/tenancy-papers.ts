import { handwrite, INKS, sign } from './handwriting.js';
import { longDate, monthsIn, pounds, slashDate } from './paper-dates.js';
import type { PaperSpec, PaperTerm } from './paper-spec.js';
import { addressLines, OFFICES, onOneLine, SIGNATORIES } from './people.js';
import type { Sheet } from './sheet.js';

interface Tenancy {
  landlord: string;
  landlordAddress: string;
  term: PaperTerm;
  rent: string;
  deposit: string;
  signed: boolean;
  signedOn: string;
  ink: string;
}

/** Three pages: parties and term, the terms, the signatures. Filled in by hand when asked. */
export function drawTenancy(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  if (!spec.term) throw new Error('A tenancy_agreement must show a term');
  const rentPence = chance.whole(11, 29) * 5000;
  const tenancy: Tenancy = {
    landlord: spec.issuerName ?? chance.pick(SIGNATORIES),
    landlordAddress: chance.pick(OFFICES),
    term: spec.term,
    rent: `£${pounds(rentPence)}`,
    deposit: `£${pounds(rentPence + 20000)}`,
    signed: spec.signed ?? true,
    signedOn: spec.datedOn ?? spec.term.from,
    ink: chance.pick(INKS),
  };
  if (spec.handwritten) drawFormPage(sheet, spec, tenancy);
  else drawParticulars(sheet, spec, tenancy);
  pageNumber(sheet, 1);
  sheet.addPage();
  drawTerms(sheet);
  pageNumber(sheet, 2);
  sheet.addPage();
  drawSignatures(sheet, spec, tenancy);
  pageNumber(sheet, 3);
}

function drawParticulars(sheet: Sheet, spec: PaperSpec, tenancy: Tenancy): void {
  const months = monthsIn(tenancy.term.from, tenancy.term.to);
  sheet.write('ASSURED SHORTHOLD TENANCY AGREEMENT', 60, 62, {
    face: 'serifBold',
    size: 18,
    width: 475,
    align: 'center',
  });
  sheet.write('for letting a furnished or unfurnished dwelling house', 60, 88, {
    face: 'serifItalic',
    size: 12,
    width: 475,
    align: 'center',
  });
  sheet.rule(60, 114, 475, '#222222');
  let y = 132;
  const rows: [string, string[]][] = [
    ['Date of this agreement', [longDate(tenancy.signedOn)]],
    ['Landlord', [tenancy.landlord, tenancy.landlordAddress]],
    ['Tenant', [spec.holderName]],
    ['Property', addressLines(spec.address)],
    [
      'Term',
      [
        `From and including ${longDate(tenancy.term.from)}`,
        `to and including ${longDate(tenancy.term.to)}`,
        `(${months} ${months === 1 ? 'month' : 'months'})`,
      ],
    ],
    ['Rent', [`${tenancy.rent} a calendar month, in advance on the first day`]],
    ['Deposit', [`${tenancy.deposit}, to be held in an authorised scheme`]],
  ];
  for (const [label, lines] of rows) {
    sheet.write(label, 60, y, { face: 'serifBold', size: 12, width: 130 });
    const below = sheet.lines(lines, { x: 200, y }, { face: 'serif', size: 12.5, width: 335 });
    y = below + 10;
    sheet.rule(60, y - 4, 475, '#cccccc');
    y += 6;
  }
  clauses(sheet, y + 6, 1, [
    'The Landlord lets and the Tenant takes the Property for the Term at the Rent set out above.',
    'This agreement creates an assured shorthold tenancy. Nothing in it gives the Tenant a right to a parking space.',
    'Where two or more persons are named as Tenant they are bound together and each of them alone.',
  ]);
}

/** A stationer's form with the blanks filled in by pen. */
function drawFormPage(sheet: Sheet, spec: PaperSpec, tenancy: Tenancy): void {
  sheet.write('Tenancy Agreement', 60, 56, {
    face: 'serifBold',
    size: 26,
    width: 475,
    align: 'center',
  });
  sheet.write('Form 12 - Complete in ink. Delete what does not apply.', 60, 92, {
    face: 'serifItalic',
    size: 11,
    width: 475,
    align: 'center',
  });
  sheet.box({ x: 46, y: 44, width: 503, height: 700 }, { stroke: '#444444' });
  const blanks: [string, string][] = [
    ['This agreement is made on', slashDate(tenancy.signedOn)],
    ['BETWEEN the landlord', tenancy.landlord],
    ['of', tenancy.landlordAddress.split(', ').slice(0, 2).join(', ')],
    ['AND the tenant', spec.holderName],
    ['for the property at', spec.address.lines.slice(0, -1).join(', ')],
    ['town and postcode', `${spec.address.lines.at(-1)}, ${spec.address.postcode}`],
    ['for a term beginning on', slashDate(tenancy.term.from)],
    ['and ending on', slashDate(tenancy.term.to)],
    ['at a rent per month of', tenancy.rent],
    ['with a deposit of', tenancy.deposit],
  ];
  blanks.forEach(([label, words], at) => {
    const y = 150 + at * 44;
    sheet.write(label, 66, y - 11, { face: 'serif', size: 12 });
    sheet.doc
      .moveTo(206, y + 2)
      .lineTo(530, y + 2)
      .lineWidth(0.8)
      .dash(1, { space: 2 })
      .stroke('#555555')
      .undash();
    const size = Math.min(13, 480 / words.length);
    handwrite(sheet.doc, sheet.chance, words, {
      x: 214 + sheet.chance.between(0, 10),
      y: y - 1,
      size,
      ink: tenancy.ink,
    });
  });
  clauses(sheet, 606, 1, [
    'The landlord lets and the tenant takes the property for the term at the rent written above.',
    'The tenant shall pay the rent on the day agreed whether or not it has been asked for.',
  ]);
}

function drawTerms(sheet: Sheet): void {
  sheet.write('TERMS OF THE TENANCY', 60, 60, {
    face: 'serifBold',
    size: 14,
    width: 475,
    align: 'center',
  });
  clauses(sheet, 94, 4, [
    'The Tenant will pay the Rent at the times and in the manner set out above, and will pay for gas, electricity, water and council tax used or falling due at the Property during the Term.',
    'The Tenant will keep the inside of the Property clean and in the condition in which it was found, fair wear and tear excepted, and will make good any damage caused by the Tenant or visitors.',
    'The Tenant will not assign or sublet the Property, or part with possession of it, without the written consent of the Landlord, which shall not be unreasonably withheld.',
    'The Tenant will use the Property as a single private home only and will carry on no trade or business there that needs planning permission.',
    'The Tenant will not cause nuisance to neighbours, nor keep any animal at the Property without written consent.',
    "The Tenant will allow the Landlord to enter at reasonable hours, on at least twenty-four hours' written notice, to see the state of the Property and carry out repairs.",
    'The Landlord will allow the Tenant to occupy the Property without interruption as long as the Rent is paid and these terms are kept.',
    'The Landlord will keep in repair the structure and outside of the Property and the installations for water, gas, electricity, sanitation, room heating and hot water.',
    'The Landlord will give the Tenant the particulars of the deposit scheme within thirty days of receiving the Deposit.',
    'Notice under this agreement is properly given if it is left at the Property or sent by first-class post to the last known address of the person to whom it is addressed.',
    'If the Property is so damaged by fire or flood that it cannot be lived in, the Rent shall cease to be payable until it has been made good.',
  ]);
}

function drawSignatures(sheet: Sheet, spec: PaperSpec, tenancy: Tenancy): void {
  sheet.write('SIGNATURES', 60, 60, {
    face: 'serifBold',
    size: 14,
    width: 475,
    align: 'center',
  });
  const { from, to } = tenancy.term;
  const concerns = spec.handwritten
    ? 'Each party has read the agreement on the pages before this one and has received a copy.'
    : `This agreement concerns ${onOneLine(spec.address)}, let from ${longDate(from)} to ${longDate(to)}. Each party has read it and received a copy.`;
  sheet.write(concerns, 60, 96, { face: 'serif', size: 12, width: 475, gap: 3 });
  const witness = sheet.chance.pick(SIGNATORIES.filter((name) => name !== tenancy.landlord));
  const places: [string, string][] = [
    ['Signed by the Landlord', tenancy.landlord],
    ['Signed by the Tenant', spec.holderName],
    ['In the presence of (witness)', witness],
  ];
  places.forEach(([label, name], at) => {
    signaturePlace(sheet, {
      label,
      name,
      y: 180 + at * 160,
      tenancy,
      isByHand: spec.handwritten ?? false,
    });
  });
}

function signaturePlace(
  sheet: Sheet,
  place: { label: string; name: string; y: number; tenancy: Tenancy; isByHand: boolean },
): void {
  const { label, name, y, tenancy } = place;
  const { doc, chance } = sheet;
  sheet.write(label, 60, y, { face: 'serifBold', size: 12 });
  sheet.write('Signature', 60, y + 52, { face: 'serif', size: 11 });
  sheet.rule(130, y + 62, 230, '#333333');
  sheet.write('Date', 380, y + 52, { face: 'serif', size: 11 });
  sheet.rule(410, y + 62, 125, '#333333');
  sheet.write('Full name', 60, y + 92, { face: 'serif', size: 11 });
  if (place.isByHand)
    handwrite(doc, chance, name, { x: 136, y: y + 103, size: 12, ink: tenancy.ink });
  else sheet.write(name, 130, y + 91, { face: 'serif', size: 12.5 });
  sheet.rule(130, y + 106, 405, '#bbbbbb');
  if (!tenancy.signed) return;
  const ink = chance.pick(INKS);
  sign(doc, chance, name, {
    x: 146 + chance.between(0, 24),
    y: y + 58,
    size: chance.between(18, 24),
    ink,
  });
  handwrite(doc, chance, slashDate(tenancy.signedOn), { x: 416, y: y + 58, size: 11, ink });
}

function clauses(sheet: Sheet, top: number, first: number, words: readonly string[]): void {
  words.reduce((y, clause, at) => {
    sheet.write(`${first + at}.`, 60, y, { face: 'serif', size: 11.5 });
    return (
      sheet.write(clause, 82, y, {
        face: 'serif',
        size: 11.5,
        width: 453,
        gap: 2,
        align: 'justify',
      }) + 9
    );
  }, top);
}

function pageNumber(sheet: Sheet, page: number): void {
  sheet.write(`Page ${page} of 3`, 60, 790, {
    face: 'serif',
    size: 10,
    colour: '#444444',
    width: 475,
    align: 'center',
  });
}
