import {
  BANK_HOLIDAYS_KNOWN_TO,
  BANK_HOLIDAYS_ON,
  ENGLAND_AND_WALES_BANK_HOLIDAYS,
} from './bank-holidays.js';
import { addDays, dayOfWeek, localDate, type LocalDate } from './local-date.js';

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return inYear(year, month, day);
}

function inYear(year: number, month: number, day: number): LocalDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return localDate(`${year}-${two(month)}-${two(day)}`);
}

function mondayFrom(date: LocalDate): LocalDate {
  return addDays(date, (8 - dayOfWeek(date)) % 7);
}

/** What the Act and the yearly proclamations make of a year, worked out and not looked up. */
function workedOut(year: number): string[] {
  const taken = new Set<LocalDate>();
  const easter = easterSunday(year);
  const fixed = (date: LocalDate, title: string) => {
    let day = date;
    while (dayOfWeek(day) > 5 || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    return `${day} ${title}${day === date ? '' : ' (substitute)'}`;
  };
  return [
    fixed(inYear(year, 1, 1), 'New Year’s Day'),
    `${addDays(easter, -2)} Good Friday`,
    `${addDays(easter, 1)} Easter Monday`,
    `${mondayFrom(inYear(year, 5, 1))} Early May bank holiday`,
    `${mondayFrom(inYear(year, 5, 25))} Spring bank holiday`,
    `${mondayFrom(inYear(year, 8, 25))} Summer bank holiday`,
    fixed(inYear(year, 12, 25), 'Christmas Day'),
    fixed(inYear(year, 12, 26), 'Boxing Day'),
  ];
}

describe('bank holidays of England and Wales', () => {
  it.each([2025, 2026, 2027, 2028, 2029])('R4.13: %i is what the rules give', (year) => {
    const listed = ENGLAND_AND_WALES_BANK_HOLIDAYS.filter(({ on }) => on.startsWith(`${year}-`));
    const lines = listed.map(
      ({ on, title, substitute }) => `${on} ${title}${substitute ? ' (substitute)' : ''}`,
    );
    expect(lines).toEqual(workedOut(year));
  });

  it('has eight a year, all on weekdays, in order, none twice', () => {
    const days = ENGLAND_AND_WALES_BANK_HOLIDAYS.map(({ on }) => localDate(on));
    expect(days).toHaveLength(5 * 8);
    expect(BANK_HOLIDAYS_ON.size).toBe(days.length);
    expect(days.every((day) => dayOfWeek(day) <= 5)).toBe(true);
    expect([...days].sort()).toEqual(days);
    expect(days.every((day) => day <= BANK_HOLIDAYS_KNOWN_TO)).toBe(true);
  });
});
