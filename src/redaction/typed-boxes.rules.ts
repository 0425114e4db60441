/** So many parts of a page can be blacked out in one go; after that, again. */
export const BOX_NUMBERS = ['1', '2', '3', '4'] as const;
export const BOX_SIDES = ['top', 'bottom', 'left', 'right'] as const;
export type BoxSide = (typeof BOX_SIDES)[number];

/** What was typed, by side and number of the box: per cent of the page's height or width. */
export type TypedBoxes = Readonly<Record<BoxSide, Readonly<Record<string, string>>>>;

export interface PercentBox {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface BoxFault {
  /** The id of the input at fault. */
  field: string;
  text: string;
}

export function boxFieldId(side: BoxSide, number: string): string {
  return `${side}-${number}`;
}

/**
 * Reads the boxes. One with neither top nor bottom is left out, unless something else of it was
 * typed; left and right may be left empty and are then the edges of the page, for a line is most
 * often blacked out as a whole.
 */
export function readBoxes(typed: TypedBoxes): { boxes: PercentBox[]; faults: BoxFault[] } {
  const boxes: PercentBox[] = [];
  const faults: BoxFault[] = [];
  for (const number of BOX_NUMBERS) {
    if (BOX_SIDES.every((side) => textOf(typed, side, number) === '')) continue;
    const read = readBox(typed, number);
    if ('box' in read) boxes.push(read.box);
    else faults.push(...read.faults);
  }
  if (boxes.length + faults.length === 0) {
    const text = 'Draw a box over the page, or enter its top and bottom';
    faults.push({ field: boxFieldId('top', '1'), text });
  }
  return { boxes, faults };
}

function readBox(typed: TypedBoxes, number: string): { box: PercentBox } | { faults: BoxFault[] } {
  const edge: Record<BoxSide, string> = { top: '', bottom: '', left: '0', right: '100' };
  const values = new Map<BoxSide, number>();
  const faults: BoxFault[] = [];
  for (const side of BOX_SIDES) {
    const text = textOf(typed, side, number) || edge[side];
    const value = percent(text);
    if (value === null) faults.push(faultAt(side, number, text));
    else values.set(side, value);
  }
  if (faults.length > 0) return { faults };
  const at = (side: BoxSide) => values.get(side) ?? 0;
  const box = { top: at('top'), left: at('left'), bottom: at('bottom'), right: at('right') };
  if (box.top >= box.bottom) {
    faults.push(order(number, 'bottom', 'Bottom of box', 'further down than its top'));
  }
  if (box.left >= box.right) {
    faults.push(order(number, 'right', 'Right of box', 'further right than its left'));
  }
  return faults.length > 0 ? { faults } : { box };
}

function order(number: string, side: BoxSide, name: string, where: string): BoxFault {
  return { field: boxFieldId(side, number), text: `${name} ${number} must be ${where}` };
}

function faultAt(side: BoxSide, number: string, text: string): BoxFault {
  const name = `${side} of box ${number}`;
  return {
    field: boxFieldId(side, number),
    text:
      text === ''
        ? `Enter the ${name}`
        : `${name.slice(0, 1).toUpperCase()}${name.slice(1)} must be a number from 0 to 100`,
  };
}

function textOf(typed: TypedBoxes, side: BoxSide, number: string): string {
  return (typed[side][number] ?? '').trim().replace(/\s*%$/, '');
}

function percent(text: string): number | null {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 100 ? value : null;
}
