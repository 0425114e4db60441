import { isZoneCode } from './zone.rules.js';

describe('isZoneCode (R-ZONE-1)', () => {
  it.each(['Z1', 'Z42', 'Z9999'])('takes %s', (code) => expect(isZoneCode(code)).toBe(true));
  it.each(['', 'Z', 'Z0', 'Z01', 'z1', '1', 'Z10000', 'Z1a', ' Z1', 'Z1\n'])('refuses %j', (code) =>
    expect(isZoneCode(code)).toBe(false),
  );
});
