import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  formatDate,
  formatShortDate,
  isLocalDate,
  localDate,
  monthsBefore,
  type LocalDate,
} from './local-date.js';

const anyDate = fc
  .integer({ min: -354_000, max: 2_900_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as LocalDate);

describe('a local date', () => {
  it.each(['2026-11-20', '2028-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])(
    'is real: %s',
    (text) => {
      expect(isLocalDate(text)).toBe(true);
      expect(localDate(text)).toBe(text);
    },
  );

  it.each([
    '2027-02-29',
    '1900-02-29',
    '2026-02-30',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-1-1',
    '0999-01-01',
    '10000-01-01',
    '2026-11-20T00:00',
    ' 2026-11-20',
    '2026-11-20\n',
    '20261120',
    'tomorrow',
    '',
  ])('is not: %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-08-31', 0, '2026-08-31'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it('R-EV-2: three months before 31 May is 28 February, so 28 February passes and 27 fails', () => {
    const oldest = monthsBefore(localDate('2027-05-31'), 3);
    expect(oldest).toBe('2027-02-28');
    expect(compareDates(localDate('2027-02-28'), oldest)).toBe(0);
    expect(compareDates(localDate('2027-02-27'), oldest)).toBe(-1);
  });

  it('agrees with Temporal on months, days, weekdays and distances', () => {
    const steps = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(anyDate, anyDate, steps, (date, other, step) => {
        const plain = Temporal.PlainDate.from(date);
        const [months, days] = [plain.add({ months: step }), plain.add({ days: step })];
        fc.pre([months, days].every(({ year }) => year >= 1000 && year <= 9999));
        expect(addMonths(date, step)).toBe(months.toString());
        expect(addDays(date, step)).toBe(days.toString());
        expect(dayOfWeek(date)).toBe(plain.dayOfWeek);
        expect(daysBetween(date, other)).toBe(plain.until(other).days);
      }),
    );
  });

  it('counts days over a change of the clocks as whole days', () => {
    expect(daysBetween(localDate('2026-10-24'), localDate('2026-10-26'))).toBe(2);
    expect(daysBetween(localDate('2027-03-27'), localDate('2027-03-29'))).toBe(2);
    expect(daysBetween(localDate('2027-03-29'), localDate('2027-03-27'))).toBe(-2);
  });

  it('compares so that dates sort', () => {
    const dates = ['2027-01-01', '2026-12-31', '2026-12-31', '2026-02-03'].map(localDate);
    expect(dates.sort(compareDates)).toEqual([
      '2026-02-03',
      '2026-12-31',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(compareDates(localDate('2027-01-01'), localDate('2026-12-31'))).toBe(1);
  });

  it('refuses a date that is none, half a day, and the end of the calendar', () => {
    expect(() => addDays('2027-02-29' as LocalDate, 1)).toThrow(RangeError);
    expect(() => addDays(localDate('2027-02-28'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(localDate('2027-02-28'), NaN)).toThrow(RangeError);
    expect(() => addMonths(localDate('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('a date in words', () => {
  it.each([
    ['2027-03-27', '27 March 2027', '27 Mar 2027'],
    ['2026-11-07', '7 November 2026', '7 Nov 2026'],
    ['2026-09-01', '1 September 2026', '1 Sep 2026'],
  ])('%s is %s or %s', (date, long, short) => {
    expect(formatDate(localDate(date))).toBe(long);
    expect(formatShortDate(localDate(date))).toBe(short);
  });
});
