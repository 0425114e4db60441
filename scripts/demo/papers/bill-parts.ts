import { bandHead, type House } from './letterhead.js';
import { longDate, pounds } from './paper-dates.js';
import type { PaperSpec } from './paper-spec.js';
import { addressLines } from './people.js';
import type { Sheet } from './sheet.js';

/** Band, address window, account box; returns the height below. */
export function billHead(
  sheet: Sheet,
  spec: PaperSpec,
  bill: { house: House; billedOn: string; title: string },
): number {
  const { house, billedOn } = bill;
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
  const account = spec.reference ?? `${sheet.chance.digits(4)} ${sheet.chance.digits(4)}`;
  const next = sheet.fact('Bill date', longDate(billedOn), { x: 354, y: top + 12, width: 180 });
  const last = sheet.fact('Account number', account, { x: 354, y: next, width: 180 });
  sheet.fact('Questions?', house.telephone, { x: 354, y: last, width: 180 });
  sheet.write(bill.title, 46, top + 140, { face: 'sansBold', size: 22, colour: house.colour });
  return top + 178;
}

/** What is to be paid and when, across the foot. */
export function payable(sheet: Sheet, due: { colour: string; total: number; dueOn: string }): void {
  sheet.box({ x: 46, y: 742, width: 503, height: 44 }, { fill: due.colour, radius: 4 });
  sheet.write(`Amount due £${pounds(due.total)}`, 62, 756, {
    face: 'sansBold',
    size: 15,
    colour: '#ffffff',
  });
  sheet.write(`We will take it by Direct Debit on ${longDate(due.dueOn)}`, 270, 759, {
    size: 10,
    colour: '#ffffff',
    width: 265,
    align: 'right',
  });
}
