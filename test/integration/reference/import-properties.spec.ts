import { Readable } from 'node:stream';
import { Clock } from '../../../src/platform/clock/clock.js';
import {
  ImportProperties,
  type ImportSummary,
  type PropertyImport,
} from '../../../src/properties/import-properties.js';
import { findProperty, listPropertyZones } from '../../../src/properties/properties.queries.js';
import { localDate } from '../../../src/shared/local-date.js';
import { createReferenceDatabase, type ReferenceDatabase } from './reference-database.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const HEADING = 'uprn,address,town,postcode,zone,from,to';
const ONE = '999200000001,1 Quorn Lane,Loughborough,LE11 9ZA,Z1,2025-04-01,';
const TWO = '999200000002,2 Quorn Lane,Loughborough,LE11 9ZA,Z1,2025-04-01,';
const MOVED_FROM = '999200000003,3 Quorn Lane,Loughborough,LE11 9ZA,Z1,2025-04-01,2026-03-31';
const MOVED_TO = '999200000003,3 Quorn Lane,Loughborough,LE11 9ZA,Z3,2026-04-01,';
const NO_ZONE = '999200000004,The Barn,Loughborough,LE12 9ZA,,,';

class StoppedClock extends Clock {
  override now(): Date {
    return NOW;
  }
}

let database: ReferenceDatabase;
beforeAll(async () => {
  database = await createReferenceDatabase();
}, 60_000);
afterAll(() => database.drop());
afterEach(async () => {
  await database.source.query('DELETE FROM property_zones');
  await database.source.query('DELETE FROM properties');
});

type Options = Partial<Omit<PropertyImport, 'open'>>;

function importText(text: string, options: Options = {}): Promise<ImportSummary> {
  const imports = new ImportProperties(database.unitOfWork, new StoppedClock());
  const open = () => Readable.from([Buffer.from(text)]);
  return imports.run({ open, apply: true, isFull: false, ...options });
}
const importRows = (rows: string[], options?: Options) =>
  importText([HEADING, ...rows].join('\n'), options);
const property = (uprn: string, on = '2026-11-20') =>
  findProperty(database.source.manager, uprn, localDate(on));
const recordedCount = async () =>
  Number((await database.source.query('SELECT COUNT(*) AS n FROM properties'))[0].n);

describe('a dry run', () => {
  it('counts and writes nothing', async () => {
    const rows = [ONE, TWO, MOVED_FROM, MOVED_TO];
    const summary = await importRows(rows, { apply: false });
    expect(summary).toMatchObject({ isApplied: false, rowCount: 4, newCount: 3, changedCount: 0 });
    expect(summary).toMatchObject({ unchangedCount: 0, removedCount: 0, invalidRowCount: 0 });
    expect(await recordedCount()).toBe(0);
  });

  it('foretells what applying then does', async () => {
    await importRows([ONE, TWO]);
    const rows = [ONE, TWO.replace('2 Quorn', '2a Quorn'), MOVED_FROM, 'x,,,,,,'];
    const foretold = await importRows(rows, { apply: false });
    const done = await importRows(rows);
    expect({ ...foretold, isApplied: true }).toEqual(done);
    expect(done).toMatchObject({ newCount: 1, changedCount: 1, unchangedCount: 1 });
  });
});

describe('applying a file', () => {
  it('records the address and the zone of each day', async () => {
    await importRows([MOVED_FROM, MOVED_TO, NO_ZONE]);
    expect(await property('999200000003', '2026-03-31')).toMatchObject({
      address: '3 Quorn Lane',
      town: 'Loughborough',
      postcode: 'LE11 9ZA',
      removedAt: null,
      zone: { code: 'Z1', propertyCap: 2 },
    });
    expect((await property('999200000003', '2026-04-01'))?.zone?.code).toBe('Z3');
    expect((await property('999200000003', '2025-03-31'))?.zone).toBeNull();
    expect((await property('999200000004'))?.zone).toBeNull();
    expect(await property('999200000099')).toBeNull();
  });

  it('changes nothing the second time', async () => {
    const rows = [ONE, MOVED_FROM, MOVED_TO, NO_ZONE];
    await importRows(rows);
    const again = await importRows(rows, { isFull: true });
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 3 });
    expect(again).toMatchObject({ removedCount: 0, faults: [] });
  });

  it('leaves no row of the file behind', async () => {
    await importRows([ONE]);
    expect(await database.source.query('SELECT * FROM property_import_rows')).toEqual([]);
  });

  it.each([
    ['spelling only in capitals', ONE.replace('Quorn', 'QUORN')],
    ['an accent', ONE.replace('Quorn', 'Quôrn')],
    ['the last day', `${ONE}2026-12-31`],
    ['the zone', ONE.replace('Z1', 'Z3')],
    ['the postcode', ONE.replace('9ZA', '9ZB')],
  ])('counts a change of %s', async (_what, row) => {
    await importRows([ONE]);
    expect(await importRows([row])).toMatchObject({ changedCount: 1, newCount: 0 });
    expect(await importRows([row])).toMatchObject({ changedCount: 0, unchangedCount: 1 });
  });

  it('takes a padded UPRN, a squeezed postcode and British dates for the same property', async () => {
    await importRows(['00200000001,1 Quorn Lane,Loughborough,le119za,z1,01/04/2025,']);
    const same = '200000001,1 Quorn Lane,Loughborough,LE11 9ZA,Z1,2025-04-01,';
    expect(await importRows([same])).toMatchObject({ unchangedCount: 1 });
  });
});

describe('what a file leaves out', () => {
  it('stays without --full', async () => {
    await importRows([ONE, TWO]);
    expect(await importRows([ONE])).toMatchObject({ removedCount: 0 });
    expect((await property('999200000002'))?.removedAt).toBeNull();
  });

  it('is removed with --full, keeps its history, and may come back', async () => {
    await importRows([ONE, TWO]);
    expect(await importRows([ONE], { isFull: true })).toMatchObject({ removedCount: 1 });
    expect(await property('999200000002')).toMatchObject({ removedAt: NOW, zone: null });
    expect((await property('999200000002', '2026-11-19'))?.zone?.code).toBe('Z1');
    expect(await importRows([ONE], { isFull: true })).toMatchObject({ removedCount: 0 });
    expect(await importRows([ONE, TWO], { isFull: true })).toMatchObject({ changedCount: 1 });
    expect((await property('999200000002'))?.zone?.code).toBe('Z1');
  });

  it('is not removed when an invalid row names it', async () => {
    await importRows([ONE, TWO]);
    const broken = TWO.replace('LE11 9ZA', 'nowhere');
    const summary = await importRows([ONE, broken], { isFull: true });
    expect(summary).toMatchObject({ removedCount: 0, invalidRowCount: 1 });
    expect((await property('999200000002'))?.removedAt).toBeNull();
  });

  it('is not removed while any UPRN cannot be read', async () => {
    await importRows([ONE, TWO]);
    const rounded = TWO.replace('999200000002', '9.992E+11');
    const summary = await importRows([ONE, rounded], { isFull: true });
    expect(summary).toMatchObject({ removedCount: 0, isRemovalHeldBack: true });
  });

  it('loses the stretches that a full file no longer gives', async () => {
    await importRows([MOVED_FROM, MOVED_TO]);
    const all = '999200000003,3 Quorn Lane,Loughborough,LE11 9ZA,Z5,2025-04-02,';
    expect(await importRows([all], { isFull: true })).toMatchObject({ changedCount: 1 });
    expect(await listPropertyZones(database.source.manager, '999200000003')).toEqual([
      { zoneCode: 'Z5', validFrom: '2025-04-02', validTo: null },
    ]);
  });
});

describe('invalid rows', () => {
  it('names line, column, value and reason of each', async () => {
    const { faults, invalidRowCount } = await importRows([ONE, TWO.replace('Z1', 'Z99')]);
    expect(invalidRowCount).toBe(1);
    expect(faults).toEqual([
      { line: 3, column: 'zone', value: 'Z99', reason: 'There is no such zone: add it first' },
    ]);
    expect(await recordedCount()).toBe(1);
  });

  it('leaves the whole property alone when one of its rows is invalid', async () => {
    const summary = await importRows([MOVED_FROM, MOVED_TO.replace('Z3', 'Z99')]);
    expect(summary).toMatchObject({ newCount: 0, invalidRowCount: 1, leftOutRowCount: 1 });
    expect(await recordedCount()).toBe(0);
  });

  it('refuses two zones on one day, even where neighbours in the file do not meet', async () => {
    const rows = [
      '5,1 Row,Oadby,LE2 9ZA,Z42,2025-04-01,2027-12-31',
      '5,1 Row,Oadby,LE2 9ZA,Z42,2026-01-01,2026-01-31',
      '5,1 Row,Oadby,LE2 9ZA,Z43,2027-12-31,',
    ];
    const { faults } = await importRows(rows);
    expect(faults.map((fault) => [fault.line, fault.column])).toEqual([
      [3, 'from'],
      [4, 'from'],
    ]);
  });

  it('refuses the same row twice', async () => {
    expect(await importRows([ONE, ONE])).toMatchObject({ invalidRowCount: 1, newCount: 0 });
  });

  it('refuses two addresses for one UPRN', async () => {
    const { faults } = await importRows([MOVED_FROM, MOVED_TO.replace('3 Quorn', '3A Quorn')]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line: 3, column: 'address', value: '3A Quorn Lane' });
  });

  it('refuses a stretch over a recorded one, and takes both rows together', async () => {
    await importRows([MOVED_FROM.replace('2026-03-31', '')]);
    const alone = await importRows([MOVED_TO]);
    expect(alone.faults[0]?.reason).toContain('recorded in Z1 from 2025-04-01');
    expect(alone).toMatchObject({ changedCount: 0, invalidRowCount: 1 });
    expect(await importRows([MOVED_FROM, MOVED_TO])).toMatchObject({ changedCount: 1, faults: [] });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['is empty', '', 'The file is empty.'],
    ['has no heading', `${ONE}\n${TWO}`, 'Missing: uprn, address'],
    ['lacks a column', 'uprn,address,town,postcode,zone,from\n', 'Missing: to.'],
    ['has a column twice', `${HEADING},zone\n`, 'Given twice: zone.'],
    ['has a quotation mark astray', `${HEADING}\n1,"a"b,c,LE2 9ZA,,,`, 'near line 2'],
    ['never closes a quotation mark', `${HEADING}\n1,"a,c,LE2 9ZA,,,`, 'quotation mark'],
  ])('%s: nothing is written and it says why', async (_what, text, words) => {
    await expect(importText(text)).rejects.toThrow(words);
    expect(await recordedCount()).toBe(0);
  });

  it('is usable with a byte order mark, columns in another order and blank lines', async () => {
    const text = `\uFEFFTown, Zone,from,to,UPRN,remark,postcode,address\r\n\r\nOadby,Z42,2025-04-01,,7,x,LE2 9ZA,"1, Row"\r\n`;
    expect(await importText(text)).toMatchObject({ newCount: 1, rowCount: 1, faults: [] });
    expect(await property('7')).toMatchObject({ address: '1, Row', zone: { code: 'Z42' } });
  });
});

describe('a long file', () => {
  const rowsOf = (count: number, zone = 'Z42') =>
    Array.from({ length: count }, (_, i) => `${i + 1},1 Row,Oadby,LE2 9ZA,${zone},2025-04-01,`);

  it('keeps count of what is wrong throughout without keeping it all', async () => {
    const summary = await importRows(rowsOf(12_000, 'Z99'), { apply: false });
    expect(summary).toMatchObject({ invalidRowCount: 12_000, faultsNotKept: 2000 });
    expect(summary.faults).toHaveLength(10_000);
  }, 60_000);

  it('takes time in proportion to its length, not to its square', async () => {
    const rows = rowsOf(30_000);
    expect(await importRows(rows)).toMatchObject({ newCount: 30_000 });
    expect(await importRows(rows, { isFull: true })).toMatchObject({ unchangedCount: 30_000 });
  }, 60_000);

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await importRows(rowsOf(3000), { onProgress: ({ rows: count }) => seen.push(count) });
    expect(seen).toEqual([1000, 2000, 3000]);
  }, 60_000);
});
