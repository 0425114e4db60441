import { localDate } from '../shared/local-date.js';
import { zoneOn } from './property-zones.rules.js';

const STRETCHES = [
  { zoneCode: 'Z1', validFrom: localDate('2025-04-01'), validTo: localDate('2026-03-31') },
  { zoneCode: 'Z3', validFrom: localDate('2026-05-01'), validTo: null },
];

describe('zoneOn', () => {
  it.each([
    ['before the first stretch', '2025-03-31', null],
    ['its first day', '2025-04-01', 'Z1'],
    ['its last day', '2026-03-31', 'Z1'],
    ['between two stretches', '2026-04-15', null],
    ['the next stretch', '2026-05-01', 'Z3'],
    ['without end', '2099-01-01', 'Z3'],
  ])('%s', (_which, on, expected) => {
    expect(zoneOn(STRETCHES, localDate(on))).toBe(expected);
  });

  it('is none for a property in no zone (R-ELIG-1)', () => {
    expect(zoneOn([], localDate('2026-01-01'))).toBeNull();
  });
});
