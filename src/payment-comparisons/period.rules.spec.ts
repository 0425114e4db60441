import { addDays, localDate } from '../shared/london-date.js';
import { dailyPeriod, instantsOf, MOST_DAYS, readPeriod } from './period.rules.js';

const TODAY = localDate('2026-11-20');
const parts = (date: string) => {
  const [year, month, day] = date.split('-');
  return { day, month, year };
};
const read = (from: string, to: string) => {
  const outcome = readPeriod({ from: parts(from), to: parts(to) }, TODAY);
  return outcome.ok ? outcome.period : [outcome.field, outcome.text];
};

describe('days are London days', () => {
  it.each([
    ['2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('%s', (day, from, to) => {
    const date = localDate(day);
    const { from: first, to: last } = instantsOf({ fromOn: date, toOn: date });
    expect([first.toISOString(), last.toISOString()]).toEqual([from, to]);
  });
});

it('every day looks at yesterday and the fortnight before it', () => {
  expect(dailyPeriod(TODAY)).toEqual({ fromOn: '2026-11-06', toOn: '2026-11-19' });
});

describe('a period that was typed', () => {
  it('is taken', () => {
    expect(read('2026-11-01', '2026-11-20')).toEqual({ fromOn: '2026-11-01', toOn: '2026-11-20' });
  });
  it.each([
    ['2026-11-01', '2026-11-21', 'to', 'The last day must be today or earlier'],
    ['2026-11-02', '2026-11-01', 'to', 'The last day must be the first day or later'],
    ['2026-02-30', '2026-11-01', 'from', 'The first day must be a real date'],
    ['2026-11-01', '2026-11', 'to', 'The last day must include a day'],
  ])('%s to %s is refused', (from, to, field, text) => {
    expect(read(from, to)).toEqual([field, text]);
  });
  it('ends somewhere', () => {
    expect(read(addDays(TODAY, 1 - MOST_DAYS), TODAY)).toMatchObject({ toOn: TODAY });
    expect(read(addDays(TODAY, -MOST_DAYS), TODAY)).toEqual(['to', 'Choose 400 days or fewer']);
  });
});
