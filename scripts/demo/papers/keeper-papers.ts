import { daysLater, longDate, shortDate } from './paper-dates.js';
import { dateOn, registrationOn, type PaperSpec } from './paper-spec.js';
import { addressLines } from './people.js';
import type { Sheet } from './sheet.js';

const MODELS = ['Meadow 1.2', 'Heron Estate', 'Pippin 5-door', 'Tarn Hybrid', 'Lark 1.0'] as const;
const INK = '#20304f';

/** A V5C in shape and facts only: no crest, no government mark, SPECIMEN across it. */
export function drawV5c(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const issuedOn = dateOn(spec);
  tint(sheet, '#dfe9f2', '#f6dfe2');
  specimen(sheet, 88);
  sheet.box({ x: 36, y: 34, width: 523, height: 62 }, { fill: INK, radius: 4 });
  sheet.write('Registration certificate', 52, 45, {
    face: 'sansBold',
    size: 23,
    colour: '#ffffff',
  });
  sheet.write('V5C layout  -  SPECIMEN, invented for demonstration', 53, 74, {
    size: 9.5,
    colour: '#dfe6f2',
  });
  referenceBox(sheet, spec.reference ?? chance.digits(11), { x: 366, y: 112 });
  sheet.write('Keep this paper safe. It names the registered keeper.', 40, 116, {
    face: 'sansBold',
    size: 10,
    colour: INK,
    width: 300,
  });
  sheet.write('The registered keeper is not always the legal owner of the vehicle.', 40, 131, {
    size: 9,
    colour: INK,
    width: 300,
  });

  section(sheet, '1', 'Registered keeper', { x: 36, y: 182, width: 300, height: 170 });
  const keeper = [
    spec.holderName.toUpperCase(),
    ...addressLines(spec.address).map((line) => line.toUpperCase()),
  ];
  sheet.lines(keeper, { x: 54, y: 222 }, { face: 'monoBold', size: 12, width: 275 });
  section(sheet, '2', 'Dates', { x: 350, y: 182, width: 209, height: 170 });
  const issue = sheet.fact('I  Date of issue of this certificate', shortDate(issuedOn), {
    x: 366,
    y: 222,
    width: 180,
  });
  const first = daysLater(issuedOn, -chance.whole(400, 4200));
  sheet.fact('B  Date of first registration', shortDate(first), {
    x: 366,
    y: issue + 6,
    width: 180,
  });
  sheet.fact('Previous keepers', String(chance.whole(0, 4)), { x: 366, y: issue + 46, width: 180 });

  section(sheet, '3', 'Vehicle details', { x: 36, y: 368, width: 523, height: 246 });
  vehicleDetails(sheet, spec);
  section(sheet, '4', 'Changed keeper or address?', { x: 36, y: 630, width: 523, height: 110 });
  sheet.write(
    'Tell the licensing authority at once, on line or by post. Tick what has changed and write the new details below.',
    54,
    668,
    { size: 9, width: 480 },
  );
  ['Name', 'Address', 'Vehicle details', 'Sold or transferred'].forEach((change, at) => {
    sheet.box(
      { x: 54 + at * 122, y: 690, width: 11, height: 11 },
      { stroke: INK, fill: '#ffffff' },
    );
    sheet.write(change, 70 + at * 122, 691, { size: 9 });
  });
  for (const y of [716, 730]) sheet.rule(54, y, 486, '#9aa7bd');
  sheet.write('SPECIMEN. Drawn for demonstration; issued by nobody.', 36, 760, {
    size: 8.5,
    colour: INK,
    width: 523,
    align: 'center',
  });
}

function vehicleDetails(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  const left: [string, string][] = [
    ['A  Registration mark', registrationOn(spec)],
    ['D.1  Make', (spec.make ?? 'Not recorded').toUpperCase()],
    ['D.3  Model', chance.pick(MODELS).toUpperCase()],
    ['R  Colour', (spec.colour ?? 'Not recorded').toUpperCase()],
  ];
  const right: [string, string][] = [
    ['J  Vehicle category', 'M1'],
    ['P.1  Cylinder capacity (cc)', String(chance.pick([998, 1199, 1395, 1598, 1968]))],
    ['P.3  Type of fuel', chance.pick(['PETROL', 'DIESEL', 'HYBRID ELECTRIC'])],
    ['E  Vehicle identification number', `SPECIMEN${chance.digits(9)}`],
  ];
  [left, right].forEach((facts, side) => {
    facts.forEach(([label, value], at) => {
      const frame = { x: 54 + side * 254, y: 404 + at * 50, width: 236, height: 42 };
      sheet.box(frame, { fill: '#ffffff', stroke: '#b9c4d6', radius: 2 });
      sheet.write(label, frame.x + 8, frame.y + 6, { size: 7.5, colour: '#555555' });
      const big = at === 0 && side === 0;
      sheet.write(value, frame.x + 8, frame.y + (big ? 17 : 20), {
        face: 'monoBold',
        size: big ? 19 : 13,
      });
    });
  });
}

/** The part of the certificate a buyer keeps until his own arrives. */
export function drawNewKeeperSlip(sheet: Sheet, spec: PaperSpec): void {
  const { chance } = sheet;
  tint(sheet, '#dcefdd', '#cfe8d6');
  specimen(sheet, 62);
  sheet.box({ x: 24, y: 22, width: 547, height: 46 }, { fill: '#1d5b3a', radius: 4 });
  sheet.write('New keeper slip', 40, 32, { face: 'sansBold', size: 20, colour: '#ffffff' });
  sheet.write('V5C/2 layout  -  SPECIMEN, invented for demonstration', 250, 39, {
    size: 9.5,
    colour: '#e2f2e6',
    width: 305,
    align: 'right',
  });
  sheet.fact('Registration mark', registrationOn(spec), { x: 40, y: 86, width: 150 });
  sheet.fact('Make', (spec.make ?? 'Not recorded').toUpperCase(), { x: 40, y: 124, width: 150 });
  sheet.fact('Colour', (spec.colour ?? 'Not recorded').toUpperCase(), {
    x: 40,
    y: 162,
    width: 150,
  });
  sheet.fact('Date of sale or transfer', longDate(dateOn(spec)), { x: 40, y: 200, width: 150 });
  sheet.write('New keeper', 215, 86, { face: 'sansBold', size: 11 });
  sheet.box({ x: 212, y: 102, width: 350, height: 128 }, { fill: '#ffffff', stroke: '#7fa98d' });
  const lines = [spec.holderName, ...addressLines(spec.address)].map((line) => line.toUpperCase());
  sheet.lines(lines, { x: 226, y: 114 }, { face: 'monoBold', size: 12, width: 325 });
  sheet.write('Document reference number', 40, 252, { size: 8, colour: '#355' });
  const reference = spec.reference ?? chance.digits(12);
  sheet.box({ x: 38, y: 264, width: 250, height: 34 }, { fill: '#ffffff', stroke: '#1d5b3a' });
  sheet.write(spaced(reference), 50, 273, { face: 'monoBold', size: 16 });
  sheet.write(
    'Seller: tear off along the dotted line and give this slip to the new keeper on the day of sale. The new keeper may tax the vehicle with the number shown.',
    306,
    252,
    { size: 9, width: 256 },
  );
  sheet.doc
    .moveTo(0, 324)
    .lineTo(sheet.width, 324)
    .lineWidth(1)
    .dash(2, { space: 3 })
    .stroke('#1d5b3a');
  sheet.doc.undash();
  sheet.write(
    'A slip is not a registration certificate. Send for one if it has not come within four weeks.',
    40,
    340,
    { size: 9, colour: '#244', width: 515, align: 'center' },
  );
}

function referenceBox(sheet: Sheet, reference: string, at: { x: number; y: number }): void {
  sheet.write('Document reference number', at.x, at.y, { size: 8.5, colour: INK });
  sheet.box({ x: at.x, y: at.y + 13, width: 193, height: 34 }, { fill: '#ffffff', stroke: INK });
  sheet.write(spaced(reference), at.x + 9, at.y + 22, { face: 'monoBold', size: 16 });
}

/** '12345678901' as '1234 567 8901', the way such numbers are printed. */
function spaced(reference: string): string {
  return reference.length < 11
    ? reference
    : `${reference.slice(0, 4)} ${reference.slice(4, reference.length - 4)} ${reference.slice(-4)}`;
}

function section(
  sheet: Sheet,
  mark: string,
  title: string,
  frame: { x: number; y: number; width: number; height: number },
): void {
  sheet.box(frame, { stroke: '#7c8cab', radius: 3 });
  sheet.box({ x: frame.x, y: frame.y, width: 24, height: 24 }, { fill: INK, radius: 3 });
  sheet.write(mark, frame.x + 8.5, frame.y + 6.5, {
    face: 'sansBold',
    size: 12,
    colour: '#ffffff',
  });
  sheet.write(title, frame.x + 33, frame.y + 7, { face: 'sansBold', size: 12, colour: INK });
}

/** Security paper: two tints running into each other under fine waves. */
function tint(sheet: Sheet, from: string, to: string): void {
  const { doc, width, height } = sheet;
  const wash = doc.linearGradient(0, 0, width, height);
  wash.stop(0, from).stop(1, to);
  doc.rect(0, 0, width, height).fill(wash);
  for (let line = 0; line < 34; line += 1) {
    const y = (line * height) / 33;
    doc.moveTo(0, y);
    for (let x = 0; x < width; x += width / 6) {
      const lift = line % 2 === 0 ? 15 : -15;
      doc.bezierCurveTo(x + width / 18, y - lift, x + width / 9, y + lift, x + width / 6, y);
    }
    doc.lineWidth(0.5).strokeOpacity(0.35).stroke('#9fb4cf').strokeOpacity(1);
  }
}

function specimen(sheet: Sheet, size: number): void {
  const { doc, width, height } = sheet;
  doc
    .save()
    .rotate(-32, { origin: [width / 2, height / 2] })
    .fillOpacity(0.1);
  sheet.write('SPECIMEN', 0, height / 2 - size / 2, {
    face: 'sansBold',
    size,
    colour: '#8a1f2d',
    width,
    align: 'center',
  });
  doc.restore();
}
