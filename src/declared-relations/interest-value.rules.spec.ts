import { readInterest } from './interest-value.rules.js';

const read = (kind: Parameters<typeof readInterest>[0], value: string, postcode = '') =>
  readInterest(kind, { value, postcode });

describe('what is declared, as it is kept', () => {
  it.each([
    ['address', '0100030000001', '', { value: '100030000001', postcode: null }],
    ['registration', ' ab12 cde ', '', { value: 'AB12CDE', postcode: null }],
    ['registration', 'AB-12-CDE', '', { value: 'AB12CDE', postcode: null }],
    ['email', ' Kit@Example.COM ', '', { value: 'Kit@example.com', postcode: null }],
    ['telephone', '07700 900 123', '', { value: '+447700900123', postcode: null }],
    ['person', '  Kit   Example ', '', { value: 'Kit Example', postcode: null }],
    ['person', 'Kit Example', 'le115zz', { value: 'Kit Example', postcode: 'LE11 5ZZ' }],
  ] as const)('%s “%s”', (kind, value, postcode, interest) => {
    expect(read(kind, value, postcode)).toEqual({ ok: true, interest: { kind, ...interest } });
  });

  it.each([
    ['address', '', '', 'value'],
    ['address', 'High Street', '', 'value'],
    // attacks 048 to 050: letters that only look like A to Z, nothing, too much
    ['registration', 'АВ12СDE', '', 'value'],
    ['registration', '', '', 'value'],
    ['registration', 'A', '', 'value'],
    ['registration', 'AB12CDEFGHIJK', '', 'value'],
    ['registration', 'AB12CDE\u0000', '', 'value'],
    ['email', 'kit', '', 'value'],
    ['telephone', '12', '', 'value'],
    ['person', 'Kit', '', 'value'],
    ['person', ' ', '', 'value'],
    ['person', 'Kit Example', 'LE1', 'postcode'],
  ] as const)('refuses %s “%s” with postcode “%s”', (kind, value, postcode, field) => {
    expect(read(kind, value, postcode)).toMatchObject({ ok: false, fault: { field } });
  });
});
