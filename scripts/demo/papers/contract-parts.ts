import { handwrite, INKS, sign } from './handwriting.js';
import type { House } from './letterhead.js';
import { longDate, slashDate } from './paper-dates.js';
import { dateOn, registrationOn, type PaperSpec, type PaperTerm } from './paper-spec.js';
import { addressLines } from './people.js';
import type { Sheet } from './sheet.js';

interface Signing {
  y: number;
  people: [string, string][];
  on: string;
}

export function title(sheet: Sheet, house: House, head: { words: string; top: number }): void {
  sheet.write(head.words, 46, head.top, { face: 'sansBold', size: 20, colour: house.colour });
}

export function parties(
  sheet: Sheet,
  spec: PaperSpec,
  at: { house: House; top: number; hirer: string },
): void {
  const { house, top } = at;
  sheet.box({ x: 46, y: top, width: 290, height: 130 }, { stroke: '#bbbbbb', radius: 4 });
  sheet.write(at.hirer, 60, top + 12, { size: 8.5, colour: '#555555' });
  sheet.lines(
    [spec.holderName, ...addressLines(spec.address)],
    { x: 60, y: top + 28 },
    { size: 12 },
  );
  sheet.box({ x: 348, y: top, width: 201, height: 130 }, { fill: '#f5f5f3', radius: 4 });
  const next = sheet.fact('Agreement number', spec.reference ?? sheet.chance.digits(8), {
    x: 362,
    y: top + 12,
    width: 175,
  });
  const last = sheet.fact('Date', longDate(dateOn(spec)), { x: 362, y: next + 2, width: 175 });
  sheet.lines([house.name, house.telephone], { x: 362, y: last + 6 }, { size: 9.5 });
}

/** The vehicle and its term; returns where the next heading goes. */
export function vehicle(
  sheet: Sheet,
  spec: PaperSpec,
  at: { house: House; top: number; term: PaperTerm; lent?: boolean },
): number {
  sheet.write(at.lent ? 'The car lent' : 'The vehicle', 46, at.top, {
    face: 'sansBold',
    size: 13,
    colour: at.house.colour,
  });
  const end = sheet.table(
    { x: 46, y: at.top + 20, tint: '#eceff3', size: 11 },
    [
      { title: 'Registration', width: 130 },
      { title: 'Make', width: 130 },
      { title: 'Colour', width: 243 },
    ],
    [[registrationOn(spec), spec.make ?? 'Not stated', spec.colour ?? 'Not stated']],
  );
  const words = at.lent ? ['Lent from', 'To be returned by'] : ['Begins on', 'Ends on'];
  sheet.fact(words[0] ?? '', longDate(at.term.from), { x: 51, y: end + 12, width: 200 });
  sheet.fact(words[1] ?? '', longDate(at.term.to), { x: 260, y: end + 12, width: 200 });
  return end + 58;
}

export function signing(sheet: Sheet, spec: PaperSpec, at: Signing): void {
  const { doc, chance } = sheet;
  at.people.forEach(([label, name], place) => {
    const x = 46 + place * 262;
    sheet.write(`${label}: ${name}`, x, at.y, { face: 'sansBold', size: 10 });
    sheet.rule(x, at.y + 62, 150, '#333333');
    sheet.rule(x + 162, at.y + 62, 79, '#333333');
    sheet.write('Signature', x, at.y + 66, { size: 8, colour: '#555555' });
    sheet.write('Date', x + 162, at.y + 66, { size: 8, colour: '#555555' });
    if (!(spec.signed ?? true)) return;
    const ink = chance.pick(INKS);
    sign(doc, chance, name, { x: x + 10, y: at.y + 57, size: chance.between(14, 18), ink });
    handwrite(doc, chance, slashDate(at.on), { x: x + 166, y: at.y + 58, size: 8.5, ink });
  });
}
