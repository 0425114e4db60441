import { transformFileSync } from '@swc/core';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  formatDateTime,
  formatDeadline,
  formatTime,
  isLocalTime,
  localDate,
  londonDateOf,
  londonInstant,
  londonTimeOf,
  startOfLondonDay,
  type LocalDate,
} from './london-date.js';

const on = localDate;

/** R4.1: date, clock time, its instant, and the second one or that it was `moved` or comes `once`. */
const CLOCK_CHANGES: readonly (readonly [string, string, string, string])[] = [
  ['2026-10-25', '00:00', '2026-10-24T23:00:00.000Z', 'once'],
  ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z', 'once'],
  ['2026-10-25', '01:00', '2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ['2026-10-25', '01:59', '2026-10-25T00:59:00.000Z', '2026-10-25T01:59:00.000Z'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', 'once'],
  ['2027-03-28', '00:00', '2027-03-28T00:00:00.000Z', 'once'],
  ['2027-03-28', '00:59', '2027-03-28T00:59:00.000Z', 'once'],
  ['2027-03-28', '01:00', '2027-03-28T01:00:00.000Z', 'moved'],
  ['2027-03-28', '01:30', '2027-03-28T01:00:00.000Z', 'moved'],
  ['2027-03-28', '01:59', '2027-03-28T01:00:00.000Z', 'moved'],
  ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z', 'once'],
  ['2027-10-31', '00:00', '2027-10-30T23:00:00.000Z', 'once'],
  ['2027-10-31', '00:59', '2027-10-30T23:59:00.000Z', 'once'],
  ['2027-10-31', '01:00', '2027-10-31T00:00:00.000Z', '2027-10-31T01:00:00.000Z'],
  ['2027-10-31', '01:30', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
  ['2027-10-31', '01:59', '2027-10-31T00:59:00.000Z', '2027-10-31T01:59:00.000Z'],
  ['2027-10-31', '02:00', '2027-10-31T02:00:00.000Z', 'once'],
  ['2028-03-26', '00:00', '2028-03-26T00:00:00.000Z', 'once'],
  ['2028-03-26', '00:59', '2028-03-26T00:59:00.000Z', 'once'],
  ['2028-03-26', '01:00', '2028-03-26T01:00:00.000Z', 'moved'],
  ['2028-03-26', '01:30', '2028-03-26T01:00:00.000Z', 'moved'],
  ['2028-03-26', '01:59', '2028-03-26T01:00:00.000Z', 'moved'],
  ['2028-03-26', '02:00', '2028-03-26T01:00:00.000Z', 'once'],
];

describe('londonInstant', () => {
  it.each(CLOCK_CHANGES)('R4.1: %s %s is %s (%s)', (date, time, first, other) => {
    const moved = other === 'moved';
    const ambiguous = other !== 'once' && !moved;
    const instant = new Date(first);
    expect(londonInstant(on(date), time)).toEqual({ instant, moved, ambiguous });
    expect(londonInstant(on(date), time, 'earlier')).toEqual({ instant, moved, ambiguous });
    const later = ambiguous ? new Date(other) : instant;
    expect(londonInstant(on(date), time, 'later')).toEqual({ instant: later, moved, ambiguous });
  });

  it('moves a time in the gap to 02:00 on the London clock', () => {
    expect(londonTimeOf(londonInstant(on('2027-03-28'), '01:30').instant)).toBe('02:00');
  });

  it.each(['24:00', '9:30', '09:60', '0930', '09:30:00', '', '09:30\n'])('refuses %p', (time) => {
    expect(isLocalTime(time)).toBe(false);
    expect(() => londonInstant(on('2027-03-28'), time)).toThrow(RangeError);
  });

  it('refuses a day that is none', () => {
    expect(() => londonInstant('2027-02-29' as LocalDate, '09:00')).toThrow(RangeError);
  });

  it('is undone by londonDateOf and londonTimeOf unless moved', () => {
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(Date.UTC(2026, 8, 1) + minute * 60_000);
        const [date, time] = [londonDateOf(instant), londonTimeOf(instant)];
        const both = (['earlier', 'later'] as const).map((pick) =>
          londonInstant(date, time, pick).instant.getTime(),
        );
        expect(both).toContain(instant.getTime());
        expect(londonInstant(date, time).moved).toBe(false);
      }),
    );
  });
});

describe('the London day', () => {
  it.each([
    ['2026-11-20T00:00:00.000Z', '2026-11-20'],
    ['2026-11-20T23:59:59.999Z', '2026-11-20'],
    ['2027-06-30T22:59:59.000Z', '2027-06-30'],
    ['2027-06-30T23:00:00.000Z', '2027-07-01'],
    ['2026-10-24T22:59:59.999Z', '2026-10-24'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['2027-12-31T23:59:59.999Z', '2027-12-31'],
  ])('R4.12: %s is %s', (instant, date) => {
    expect(londonDateOf(new Date(instant))).toBe(date);
  });

  it.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2027-07-01', '2027-06-30T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T00:00:00.000Z'],
    ['2027-03-29', '2027-03-28T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ])('%s starts at %s', (date, instant) => {
    expect(startOfLondonDay(on(date)).toISOString()).toBe(instant);
  });

  it('R4.2: has 25 hours in autumn and 23 in spring', () => {
    const hours = (from: string, to: string) =>
      (startOfLondonDay(on(to)).getTime() - startOfLondonDay(on(from)).getTime()) / 3_600_000;
    expect(hours('2026-10-25', '2026-10-26')).toBe(25);
    expect(hours('2027-03-28', '2027-03-29')).toBe(23);
  });

  it('refuses an invalid Date', () => {
    expect(() => londonDateOf(new Date(NaN))).toThrow(RangeError);
    expect(() => formatTime(new Date('tomorrow'))).toThrow(RangeError);
  });
});

describe('times in words', () => {
  it.each([
    ['2026-11-17T09:30:00Z', '9:30am'],
    ['2026-11-17T09:00:59Z', '9am'],
    ['2026-11-17T16:12:00Z', '4:12pm'],
    ['2026-11-17T12:00:00Z', 'midday'],
    ['2026-11-17T12:01:00Z', '12:01pm'],
    ['2026-11-17T00:00:00Z', 'midnight'],
    ['2026-11-17T00:05:00Z', '12:05am'],
    ['2026-11-17T23:59:00Z', '11:59pm'],
    ['2026-07-17T08:30:00Z', '9:30am'],
    ['2026-07-17T11:00:00Z', 'midday'],
    ['2026-07-17T23:00:00Z', 'midnight'],
  ])('U6.1: %s is %s', (instant, text) => {
    expect(formatTime(new Date(instant))).toBe(text);
  });

  it('gives date and time', () => {
    const text = formatDateTime(new Date('2026-11-17T16:12:30Z'));
    expect(text).toBe('17 November 2026, 4:12pm');
    expect(formatDateTime(new Date('2027-06-30T23:05:00Z'))).toBe('1 July 2027, 12:05am');
  });

  it('says 11:59pm of the day before for a deadline at midnight', () => {
    expect(formatDeadline(startOfLondonDay(on('2027-04-01')))).toBe('31 March 2027, 11:59pm');
    expect(formatDeadline(new Date('2027-04-01T16:00:00Z'))).toBe('1 April 2027, 5pm');
  });
});

describe('another machine', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const cache = join(folder, '../../node_modules/.cache');
  let built: string;

  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    built = mkdtempSync(join(cache, 'london-date-'));
    writeFileSync(join(built, 'package.json'), '{"type":"module"}');
    const modules = ['outcome', 'local-date', 'day-month-year', 'london-offset', 'london-date'];
    for (const name of modules) {
      const { code } = transformFileSync(join(folder, `${name}.ts`), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(join(built, `${name}.js`), code);
    }
    const table = JSON.stringify(CLOCK_CHANGES);
    writeFileSync(
      join(built, 'print.js'),
      `Date.now = () => Number(process.env.NOW);
       const it = await import('./london-date.js');
       const rows = ${table}.flatMap(([date, time]) => ['earlier', 'later'].map((pick) => {
         const { instant, moved, ambiguous } = it.londonInstant(date, time, pick);
         return [instant, moved, ambiguous, it.londonDateOf(instant), it.formatDateTime(instant)];
       }));
       const end = it.addMonths('2026-10-25', 4);
       console.log(JSON.stringify([rows, end, it.daysBetween('2026-10-25', end)]));`,
    );
  });

  afterAll(() => {
    rmSync(built, { recursive: true });
  });

  it('R4.1: answers the same in every time zone and season', () => {
    const seasons = ['2027-01-15', '2027-07-15'].map((day) => String(Date.parse(day)));
    const answers = ['UTC', 'Europe/London', 'America/New_York'].flatMap((TZ) =>
      seasons.map((NOW) =>
        execFileSync(process.execPath, [join(built, 'print.js')], {
          env: { TZ, NOW },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    const [rows] = JSON.parse(answers[0] ?? '[]') as [[string][]];
    const first = rows.filter((_, at) => at % 2 === 0).map(([instant]) => instant);
    expect(first).toEqual(CLOCK_CHANGES.map(([, , instant]) => instant));
  }, 30_000);
});
