import { Readable } from 'node:stream';

/** An invented property. `zone` is null where there is no permit zone. */
export interface Home {
  uprn: string;
  /** As on the papers: `12 Tallow Street`. */
  line: string;
  town: string;
  postcode: string;
  zone: string | null;
}

interface Street {
  zone: string | null;
  town: string;
  /** Two invented streets; the inward half 9Z_ is used nowhere. */
  names: readonly [string, string];
  postcodes: readonly [string, string];
}

const STREETS: Readonly<Record<string, Street>> = {
  Z1: street('Z1', 'Loughborough', ['Bellfounder Row', 'Hosiery Walk'], 'LE11 9ZD', 'LE11 9ZE'),
  Z3: street('Z3', 'Loughborough', ['Wharncliffe Terrace', 'Charter Lane'], 'LE11 9ZF', 'LE11 9ZG'),
  Z5: street('Z5', 'Loughborough', ['Outwoods Rise', 'Fennel Close'], 'LE11 9ZH', 'LE11 9ZJ'),
  Z7: street('Z7', 'Loughborough', ['Carillon Mews', 'Ropewalk Yard'], 'LE11 9ZL', 'LE11 9ZN'),
  Z12: street('Z12', 'Melton Mowbray', ['Pinfold Row', 'Stilton Lane'], 'LE13 9ZD', 'LE13 9ZE'),
  Z14: street('Z14', 'Melton Mowbray', ['Eyewater Street', 'Hunt Terrace'], 'LE13 9ZF', 'LE13 9ZG'),
  Z21: street('Z21', 'Market Harborough', ['Tallow Street', 'Weir Court'], 'LE16 9ZD', 'LE16 9ZE'),
  Z23: street('Z23', 'Market Harborough', ['Signal Row', 'Lamplight Lane'], 'LE16 9ZF', 'LE16 9ZG'),
  Z42: street('Z42', 'Oadby', ['Sandhurst Rise', 'Orchard Parade'], 'LE2 9ZD', 'LE2 9ZE'),
  Z43: street('Z43', 'Wigston', ['Framework Street', 'Spinner Close'], 'LE18 9ZD', 'LE18 9ZE'),
  none: street(null, 'Loughborough', ['Meadowsweet Drive', 'Kestrel Way'], 'LE11 9ZP', 'LE11 9ZQ'),
  city: street(null, 'Leicester', ['Greyfriar Passage', 'Saffron Parade'], 'LE1 9ZD', 'LE1 9ZE'),
};

const HOUSES_A_STREET = 15;

function street(
  zone: string | null,
  town: string,
  names: readonly [string, string],
  ...postcodes: [string, string]
): Street {
  return { zone, town, names, postcodes };
}

/** Every invented property: 30 in each area. */
export const HOMES: readonly Home[] = Object.keys(STREETS).flatMap((area) =>
  Array.from({ length: 2 * HOUSES_A_STREET }, (_, at) => homeIn(area, at + 1)),
);

/** The property number `place` of an area, from 1. @throws when there is none. */
export function homeIn(area: string, place: number): Home {
  const found = STREETS[area];
  const at = Object.keys(STREETS).indexOf(area);
  if (!found || place < 1 || place > 2 * HOUSES_A_STREET) {
    throw new Error(`There is no property ${place} in ${area}.`);
  }
  const isSecond = place > HOUSES_A_STREET;
  const number = 2 * (isSecond ? place - HOUSES_A_STREET : place) + (isSecond ? 0 : 1);
  return {
    uprn: `99910000${String(at).padStart(2, '0')}${String(place).padStart(2, '0')}`,
    line: `${number} ${found.names[isSecond ? 1 : 0]}`,
    town: found.town,
    postcode: found.postcodes[isSecond ? 1 : 0],
    zone: found.zone,
  };
}

const FROM = '2025-04-01';

/** The properties as the file that the import reads. */
export function homesAsCsv(): Readable {
  const rows = HOMES.map(({ uprn, line, town, postcode, zone }) =>
    [uprn, line, town, postcode, zone ?? '', zone ? FROM : '', ''].join(','),
  );
  return Readable.from([`uprn,address,town,postcode,zone,from,to\n${rows.join('\n')}\n`]);
}
