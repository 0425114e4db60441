import fc from 'fast-check';
import { countText, durationText, roughDurationText, workingDaysText } from './duration-text.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('countText', () => {
  it.each([
    [0, '0 permits'],
    [1, '1 permit'],
    [2, '2 permits'],
    [-1, '-1 permits'],
    [999, '999 permits'],
    [1250, '1,250 permits'],
    [1_000_000, '1,000,000 permits'],
  ])('%i', (count, text) => {
    expect(countText(count, 'permit')).toBe(text);
  });

  it('takes a plural of its own', () => {
    expect(countText(1, 'property', 'properties')).toBe('1 property');
    expect(countText(3, 'property', 'properties')).toBe('3 properties');
  });
});

describe('workingDaysText', () => {
  it.each([
    [0, 'less than 1 working day'],
    [1, '1 working day'],
    [3, '3 working days'],
    [12, '12 working days'],
  ])('U6.3: %i', (count, text) => {
    expect(workingDaysText(count)).toBe(text);
  });
});

describe('durationText', () => {
  it.each([
    [0, 'less than a minute'],
    [MINUTE - 1, 'less than a minute'],
    [MINUTE, '1 minute'],
    [45 * MINUTE, '45 minutes'],
    [HOUR - 1, '59 minutes'],
    [HOUR, '1 hour'],
    [HOUR + MINUTE, '1 hour 1 minute'],
    [2 * HOUR + 5 * MINUTE, '2 hours 5 minutes'],
    [DAY - 1, '23 hours 59 minutes'],
    [DAY, '1 day'],
    [DAY + 59 * MINUTE, '1 day'],
    [DAY + HOUR, '1 day 1 hour'],
    [120 * HOUR, '5 days'],
    [123 * HOUR, '5 days 3 hours'],
  ])('%i is %s', (length, text) => {
    expect(durationText(length)).toBe(text);
  });

  it.each([-1, NaN, Infinity])('refuses %p', (length) => {
    expect(() => durationText(length)).toThrow(RangeError);
    expect(() => roughDurationText(length)).toThrow(RangeError);
  });

  it('never says 0 of anything, nor 60 minutes, nor 24 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (length) => {
        expect(durationText(length)).not.toMatch(/\b0 |\b60 minutes|\b24 hours|\b1 \w+s\b/);
      }),
    );
  });
});

describe('roughDurationText', () => {
  it.each([
    [0, 'less than an hour'],
    [HOUR - 1, 'less than an hour'],
    [HOUR, '1 hour'],
    [2 * HOUR + 59 * MINUTE, '2 hours'],
    [DAY - 1, '23 hours'],
    [DAY, '1 day'],
    [5 * DAY + 3 * HOUR, '5 days'],
  ])('%i is %s', (length, text) => {
    expect(roughDurationText(length)).toBe(text);
  });
});
