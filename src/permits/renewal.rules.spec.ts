import { localDate } from '../shared/local-date.js';
import { renewalOpensOn } from './renewal.rules.js';

describe('the day a renewal opens (R-REN-1)', () => {
  it.each([
    ['2027-03-31', '2027-03-01'],
    ['2027-03-30', '2027-02-28'],
    ['2028-03-30', '2028-02-29'],
    ['2027-01-15', '2026-12-16'],
  ])('for a permit until %s is %s', (lastDayOn, opensOn) => {
    expect(renewalOpensOn(localDate(lastDayOn))).toBe(opensOn);
  });
});
