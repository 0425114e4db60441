import { INKS, sign } from './handwriting.js';
import { daysLater, lastDayOfYears, longDate } from './paper-dates.js';
import { dateOn, type PaperSpec } from './paper-spec.js';
import { addressIn } from './people.js';
import type { Frame, Sheet } from './sheet.js';

const BLUE = '#1d5fa8';

/** Both faces of a badge copied on to one sheet; SPECIMEN, with no national symbol. */
export function drawBlueBadge(sheet: Sheet, spec: PaperSpec): void {
  sheet.box({ x: 0, y: 0, width: sheet.width, height: sheet.height }, { fill: '#fbfbf8' });
  front(sheet, spec, { x: 40, y: 34, width: 440, height: 250 });
  reverse(sheet, spec, { x: 40, y: 306, width: 440, height: 250 });
}

function front(sheet: Sheet, spec: PaperSpec, card: Frame): void {
  const { chance, doc } = sheet;
  const begins = dateOn(spec);
  const endsOn = spec.term?.to ?? lastDayOfYears(begins, 3);
  sheet.box(card, { fill: BLUE, radius: 14 });
  sheet.write('Blue Badge', card.x + 24, card.y + 20, {
    face: 'sansBold',
    size: 27,
    colour: '#ffffff',
  });
  sheet.write('Parking card for a disabled person', card.x + 25, card.y + 52, {
    size: 11,
    colour: '#dfeaf6',
  });
  sheet.write('SPECIMEN', card.x + 290, card.y + 26, {
    face: 'sansBold',
    size: 18,
    colour: '#ffd24d',
    width: 130,
    align: 'right',
  });
  sheet.box(
    { x: card.x + 24, y: card.y + 82, width: 250, height: 146 },
    { fill: '#ffffff', radius: 6 },
  );
  sheet.fact('Valid until', longDate(endsOn), { x: card.x + 38, y: card.y + 94, width: 220 });
  sheet.fact('Serial number', spec.reference ?? `SPEC${chance.digits(6)}`, {
    x: card.x + 38,
    y: card.y + 138,
    width: 220,
  });
  sheet.fact('Issued by', spec.issuerName ?? 'Invented County Council', {
    x: card.x + 38,
    y: card.y + 182,
    width: 220,
  });
  const clock = { x: card.x + 355, y: card.y + 155 };
  doc.circle(clock.x, clock.y, 58).fill('#ffffff');
  for (let hour = 0; hour < 12; hour += 1) {
    const turn = (hour * Math.PI) / 6;
    doc.moveTo(clock.x + Math.cos(turn) * 46, clock.y + Math.sin(turn) * 46);
    doc
      .lineTo(clock.x + Math.cos(turn) * 53, clock.y + Math.sin(turn) * 53)
      .lineWidth(2)
      .stroke(BLUE);
  }
  sheet.write('P', clock.x - 17, clock.y - 23, { face: 'sansBold', size: 50, colour: BLUE });
}

function reverse(sheet: Sheet, spec: PaperSpec, card: Frame): void {
  const { chance, doc } = sheet;
  sheet.box(card, { fill: '#e9f0f8', stroke: BLUE, radius: 14 });
  portrait(sheet, { x: card.x + 24, y: card.y + 26, width: 104, height: 132 });
  sheet.fact('Holder', spec.holderName, { x: card.x + 150, y: card.y + 26, width: 260 });
  sheet.write('Address', card.x + 150, card.y + 64, { size: 7.5, colour: '#555555' });
  sheet.lines(
    addressIn(4, spec.address),
    { x: card.x + 150, y: card.y + 75 },
    { size: 10.5, gap: 2 },
  );
  sheet.fact('Valid from', longDate(dateOn(spec)), {
    x: card.x + 150,
    y: card.y + 138,
    width: 130,
  });
  sheet.fact('Card printed', longDate(daysLater(dateOn(spec), -6)), {
    x: card.x + 290,
    y: card.y + 138,
    width: 130,
  });
  sheet.box(
    { x: card.x + 24, y: card.y + 180, width: 240, height: 46 },
    { fill: '#ffffff', stroke: '#9db7d6' },
  );
  if (spec.signed ?? true) {
    sign(doc, chance, spec.holderName, {
      x: card.x + 38,
      y: card.y + 213,
      size: 14,
      ink: chance.pick(INKS),
    });
  }
  sheet.write("Holder's signature", card.x + 24, card.y + 229, { size: 7.5, colour: '#555555' });
  sheet.write('SPECIMEN', card.x + 280, card.y + 192, {
    face: 'sansBold',
    size: 20,
    colour: '#b9cde4',
  });
}

/** Nobody's face: a head and shoulders in grey. */
function portrait(sheet: Sheet, frame: Frame): void {
  const { doc } = sheet;
  const middle = frame.x + frame.width / 2;
  doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
  sheet.box(frame, { fill: '#cfd8e2' });
  doc
    .ellipse(middle, frame.y + frame.height, frame.width * 0.42, frame.height * 0.36)
    .fill('#6f7f91');
  doc.rect(middle - 10, frame.y + 74, 20, 24).fill('#a79a8f');
  doc.ellipse(middle, frame.y + 56, 25, 32).fill('#b9aa9d');
  doc.ellipse(middle, frame.y + 34, 27, 17).fill('#5c5148');
  doc.restore();
  sheet.box(frame, { stroke: '#7d8da0' });
}
