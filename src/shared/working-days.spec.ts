import fc from 'fast-check';
import { BANK_HOLIDAYS_ON } from './bank-holidays.js';
import { addDays, compareDates, localDate, type LocalDate } from './local-date.js';
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  workingDaysUnpaused,
} from './working-days.js';

const on = localDate;
const none: ReadonlySet<LocalDate> = new Set();
const anyDate = fc.integer({ min: 0, max: 1700 }).map((days) => addDays(on('2025-01-01'), days));

/** The definition itself, one day at a time. */
function countSlowly(from: LocalDate, to: LocalDate, holidays: ReadonlySet<LocalDate>): number {
  let count = 0;
  for (let day = addDays(from, 1); compareDates(day, to) <= 0; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-12-25', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
    ['2027-12-27', false],
    ['2027-12-28', false],
    ['2028-01-03', false],
    // A Saturday bank holiday moves: the Saturday stays a weekend, the Tuesday after is free again.
    ['2028-01-01', false],
    ['2028-01-04', true],
  ])('R4.13: %s: %s', (date, expected) => {
    expect(isWorkingDay(on(date), BANK_HOLIDAYS_ON)).toBe(expected);
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-21', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-17', '2026-11-20', 3],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-11-21', '2026-11-23', 1],
    ['2026-12-24', '2026-12-29', 1],
    ['2027-12-24', '2027-12-31', 3],
    ['2027-12-31', '2028-01-04', 1],
    ['2027-03-25', '2027-03-30', 1],
    ['2026-11-23', '2026-11-20', -1],
    ['2026-01-01', '2027-01-01', 253],
  ])('R-SLA-2: from %s to %s is %i', (from, to, days) => {
    expect(workingDaysBetween(on(from), on(to), BANK_HOLIDAYS_ON)).toBe(days);
  });

  it('agrees with counting day by day, and forwards with backwards', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.uniqueArray(anyDate, { maxLength: 20 }), (a, b, extra) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const holidays = new Set([...BANK_HOLIDAYS_ON, ...extra]);
        const count = workingDaysBetween(from, to, holidays);
        expect(count).toBe(countSlowly(from, to, holidays));
        expect(workingDaysBetween(to, from, holidays) + count).toBe(0);
      }),
    );
  });

  it('takes the holidays as given: without any, Christmas Day counts', () => {
    expect(workingDaysBetween(on('2026-12-24'), on('2026-12-25'), none)).toBe(1);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-22', 5, '2026-12-31'],
    ['2027-12-24', 1, '2027-12-29'],
    ['2027-12-31', 1, '2028-01-04'],
  ])('R-SLA-1: %s and %i is %s', (from, count, to) => {
    expect(addWorkingDays(on(from), count, BANK_HOLIDAYS_ON)).toBe(to);
  });

  it('lands on a working day exactly that many working days on', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count, BANK_HOLIDAYS_ON);
        expect(isWorkingDay(to, BANK_HOLIDAYS_ON)).toBe(true);
        expect(workingDaysBetween(from, to, BANK_HOLIDAYS_ON)).toBe(count);
      }),
    );
  });

  it.each([-1, 0.5, NaN, Infinity, 10_001])('refuses %p', (count) => {
    expect(() => addWorkingDays(on('2026-11-20'), count, none)).toThrow(RangeError);
  });
});

describe('workingDaysUnpaused', () => {
  const span = { fromOn: on('2026-11-02'), toOn: on('2026-11-20') };
  const pause = (fromOn: string, toOn: string) => ({ fromOn: on(fromOn), toOn: on(toOn) });

  it.each([
    ['no pause', [], 14],
    ['three days waited', [pause('2026-11-09', '2026-11-12')], 11],
    ['asked and answered on one day', [pause('2026-11-09', '2026-11-09')], 14],
    ['two pauses', [pause('2026-11-03', '2026-11-04'), pause('2026-11-09', '2026-11-11')], 11],
    ['overlapping', [pause('2026-11-09', '2026-11-12'), pause('2026-11-10', '2026-11-11')], 11],
    ['out of order', [pause('2026-11-10', '2026-11-13'), pause('2026-11-09', '2026-11-12')], 10],
    ['longer than the span', [pause('2026-10-01', '2026-12-31')], 0],
    ['elsewhere', [pause('2026-09-01', '2026-10-30'), pause('2026-11-20', '2026-12-01')], 14],
  ])('R-SLA-2: %s', (_, pauses, days) => {
    expect(workingDaysUnpaused(span, pauses, BANK_HOLIDAYS_ON)).toBe(days);
  });

  it('counts the working days that lie in no pause', () => {
    const anyPause = fc.tuple(anyDate, fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(anyDate, fc.array(anyPause, { maxLength: 5 }), (fromOn, drawn) => {
        const toOn = addDays(fromOn, 60);
        const pauses = drawn.map(([, days], at) => {
          const start = addDays(fromOn, at * 11 - 5);
          return { fromOn: start, toOn: addDays(start, days) };
        });
        let expected = 0;
        for (let day = addDays(fromOn, 1); day <= toOn; day = addDays(day, 1)) {
          const isPaused = pauses.some((one) => day > one.fromOn && day <= one.toOn);
          if (!isPaused && isWorkingDay(day, BANK_HOLIDAYS_ON)) expected += 1;
        }
        expect(workingDaysUnpaused({ fromOn, toOn }, pauses, BANK_HOLIDAYS_ON)).toBe(expected);
      }),
    );
  });
});
