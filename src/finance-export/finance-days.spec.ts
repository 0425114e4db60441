import { localDate, londonDateOf, londonTimeOf } from '../shared/london-date.js';
import { instantsOf, monthBefore, readPeriod } from './finance-filter.rules.js';
import { LondonHours } from './london-hours.js';

describe('the London day of a line (R8.5)', () => {
  it.each([
    ['2026-07-14T22:59:00Z', '2026-07-14', '23:59'],
    ['2026-07-14T23:30:00Z', '2026-07-15', '00:30'],
    ['2026-11-14T23:30:00Z', '2026-11-14', '23:30'],
    // Clocks go forward at 1am on 29 March and back at 2am on 25 October.
    ['2026-03-29T00:59:00Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['2026-03-29T23:00:00Z', '2026-03-30', '00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
    ['2026-10-25T23:59:00Z', '2026-10-25', '23:59'],
  ])('%s happened on %s at %s', (instant, day, time) => {
    expect(new LondonHours().at(new Date(instant))).toEqual({ day, time });
  });

  it('is what the calendar says for every 20 minutes around both changes, kept or not', () => {
    const clock = new LondonHours();
    for (const start of ['2026-03-28T00:00:00Z', '2026-10-24T00:00:00Z']) {
      for (let step = 0; step < 3 * 72; step += 1) {
        const instant = new Date(new Date(start).getTime() + step * 1_200_000);
        const expected = { day: londonDateOf(instant), time: londonTimeOf(instant) };
        expect(clock.at(instant)).toEqual(expected);
      }
    }
  });
});

describe('the period', () => {
  const today = localDate('2026-11-20');
  const typed = (day: string, month: string, year = '2026') => ({ day, month, year });
  const read = (from: object, to: object) => {
    const period = readPeriod({ from, to }, today);
    return period.ok ? period : period.faults.map(({ href, text }) => `${href} ${text}`);
  };

  it('is two London days, both in it', () => {
    const period = { from: localDate('2026-07-01'), to: localDate('2026-07-31') };
    expect(read(typed('1', '7'), typed('31', 'July'))).toMatchObject(period);
    expect(instantsOf(period)).toEqual({
      since: new Date('2026-06-30T23:00:00Z'),
      before: new Date('2026-07-31T23:00:00Z'),
    });
  });

  it('of the day on which clocks go back has 25 hours', () => {
    const day = localDate('2026-10-25');
    const { since, before } = instantsOf({ from: day, to: day });
    expect((before.getTime() - since.getTime()) / 3_600_000).toBe(25);
  });

  it.each([
    [{}, {}, ['#from-day First day must be entered', '#to-day Last day must be entered']],
    [typed('1', ''), typed('2', '11'), ['#from-month First day must include a month']],
    [typed('2', '11'), typed('1', '11'), ['#to-day Last day must not be before the first day']],
    [typed('1', '11'), typed('21', '11'), ['#to-day Last day must be today or in the past']],
  ])('%j to %j is sent back', (from, to, faults) => {
    expect(read(from, to)).toEqual(faults);
  });

  it('is the month before at first', () => {
    expect(monthBefore(localDate('2026-03-05'))).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthBefore(localDate('2026-01-31'))).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});
