import { type PropertyCells, readPropertyRow } from './property-row.rules.js';

const ZONES = new Set(['Z1', 'Z3']);
const CELLS: PropertyCells = {
  uprn: '999000000001',
  address: '1 Quorn Lane',
  town: 'Loughborough',
  postcode: 'LE11 9ZA',
  zone: 'Z1',
  from: '2025-04-01',
  to: '2026-03-31',
};
const read = (change: Partial<PropertyCells>) => readPropertyRow({ ...CELLS, ...change }, ZONES);

describe('readPropertyRow', () => {
  it('reads a row', () => {
    expect(read({})).toEqual({
      ok: true,
      row: {
        uprn: '999000000001',
        address: '1 Quorn Lane',
        town: 'Loughborough',
        postcode: 'LE11 9ZA',
        zoneCode: 'Z1',
        validFrom: '2025-04-01',
        validTo: '2026-03-31',
      },
    });
  });

  it.each([
    ['a padded UPRN', { uprn: '0999000000001' }, { uprn: '999000000001' }],
    ['spaces and line breaks', { address: ' 1  Quorn\r\nLane ' }, { address: '1 Quorn Lane' }],
    ['a postcode without its space', { postcode: 'le119za' }, { postcode: 'LE11 9ZA' }],
    ['a zone in small letters', { zone: ' z3 ' }, { zoneCode: 'Z3' }],
    ['British dates', { from: '1/4/2025', to: '31/03/2026' }, { validTo: '2026-03-31' }],
    ['no last day', { to: '' }, { validTo: null }],
    ['one day', { to: '2025-04-01' }, { validTo: '2025-04-01' }],
    ['no zone', { zone: '', from: '', to: '' }, { zoneCode: null, validFrom: null, validTo: null }],
  ])('reads %s', (_which, change, expected) => {
    expect(read(change)).toMatchObject({ ok: true, row: expected });
  });

  it.each([
    ['uprn', '', 'Enter a UPRN'],
    ['uprn', '1.0E+11', 'A spreadsheet has rounded this UPRN'],
    ['address', ' ', 'This must not be blank'],
    ['address', 'x'.repeat(401), '400 characters at most'],
    ['address', 'Caf\uFFFD Row', 'save the file as CSV UTF-8'],
    ['address', '1\u0007Row', 'control characters'],
    ['town', '', 'This must not be blank'],
    ['town', 'x'.repeat(81), '80 characters at most'],
    ['postcode', 'LE11', 'Give a full UK postcode'],
    ['zone', 'Zone 1', 'Z and a number'],
    ['zone', 'Z01', 'Z and a number'],
    ['zone', 'Z9', 'There is no such zone'],
    ['from', '', 'Give the first day in the zone'],
    ['from', '2025-02-29', 'Give a real date'],
    ['from', '04/31/2025', 'Give a real date'],
    ['to', 'soon', 'or leave it blank'],
    ['to', '2025-03-31', 'The last day lies before the first day'],
  ] as const)('refuses %s %j', (column, value, reason) => {
    const outcome = read({ [column]: value });
    expect(outcome).toMatchObject({ ok: false, refusal: 'invalid_row' });
    if (outcome.ok) return;
    expect(outcome.faults).toHaveLength(1);
    expect(outcome.faults[0]).toMatchObject({ column, value });
    expect(outcome.faults[0]?.reason).toContain(reason);
  });

  it('refuses days without a zone', () => {
    const outcome = read({ zone: '' });
    expect(outcome).toMatchObject({ faults: [{ column: 'from' }, { column: 'to' }] });
  });

  it('takes addresses of exactly the longest length', () => {
    expect(read({ address: 'x'.repeat(400), town: 'y'.repeat(80) }).ok).toBe(true);
  });

  it('gives every fault at once and says which property it is', () => {
    const outcome = read({ address: '', postcode: '?', zone: 'Z9' });
    expect(outcome).toMatchObject({
      uprn: '999000000001',
      faults: [{ column: 'address' }, { column: 'postcode' }, { column: 'zone' }],
    });
    expect(read({ uprn: 'x' })).toMatchObject({ uprn: null });
  });
});
