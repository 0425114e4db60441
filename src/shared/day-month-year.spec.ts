import fc from 'fast-check';
import { DATE_REFUSAL_WORDS, parseDayMonthYear } from './day-month-year.js';
import { isLocalDate, MONTH_NAMES } from './local-date.js';

const read = (typed: string) => {
  const [day = '', month = '', year = ''] = typed.split('/');
  return parseDayMonthYear({ day, month, year });
};

describe('parseDayMonthYear', () => {
  it.each(['3', '03', 'Mar', 'mar', 'MARCH', 'March', ' march '])('U6.2: month %j', (month) => {
    expect(parseDayMonthYear({ day: '27', month, year: '2027' })).toEqual({
      ok: true,
      date: '2027-03-27',
    });
  });

  it.each(MONTH_NAMES.map((name, at) => [name, at + 1] as const))('knows %s', (name, number) => {
    const expected = { ok: true, date: `2026-${String(number).padStart(2, '0')}-05` };
    expect(read(`5/${name}/2026`)).toEqual(expected);
    expect(read(`05/${name.slice(0, 3)}/2026`)).toEqual(expected);
    expect(read(`5/${number}/2026`)).toEqual(expected);
  });

  it.each([
    ['29/02/2028', '2028-02-29'],
    ['1/Sept/2026', '2026-09-01'],
    [' 31 / 12 / 2026 ', '2026-12-31'],
  ])('reads %s', (typed, date) => {
    expect(read(typed)).toEqual({ ok: true, date });
  });

  it.each([
    ['//', 'missing_date', ['day', 'month', 'year']],
    [' / / ', 'missing_date', ['day', 'month', 'year']],
    ['/3/2027', 'missing_day', ['day']],
    ['27//2027', 'missing_month', ['month']],
    ['27/3/', 'missing_year', ['year']],
    ['32/1', 'missing_year', ['year']],
    ['//2027', 'missing_day_and_month', ['day', 'month']],
    ['/3/', 'missing_day_and_year', ['day', 'year']],
    ['27//', 'missing_month_and_year', ['month', 'year']],
    ['tomorrow/3/2027', 'day_not_a_number', ['day']],
    ['3rd/3/2027', 'day_not_a_number', ['day']],
    ['-3/3/2027', 'day_not_a_number', ['day']],
    ['٣/3/2027', 'day_not_a_number', ['day']],
    ['003/3/2027', 'day_not_a_number', ['day']],
    ['27/Mars/2027', 'month_not_known', ['month']],
    ['27/Ma/2027', 'month_not_known', ['month']],
    ['27/J/2027', 'month_not_known', ['month']],
    ['27/1.5/2027', 'month_not_known', ['month']],
    ['1/1/70', 'year_needs_4_digits', ['year']],
    ['1/1/0070', 'year_needs_4_digits', ['year']],
    ['1/1/20271', 'year_needs_4_digits', ['year']],
    ['1/1/MMXX', 'year_needs_4_digits', ['year']],
    ['31/02/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['29/02/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['31/4/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['32/1/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['0/1/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['1/0/2027', 'not_a_real_date', ['day', 'month', 'year']],
    ['1/13/2027', 'not_a_real_date', ['day', 'month', 'year']],
  ])('refuses %s: %s', (typed, refusal, fields) => {
    expect(read(typed)).toEqual({ ok: false, refusal, fields });
    expect(DATE_REFUSAL_WORDS).toHaveProperty(refusal);
  });

  it('answers anything typed with a real date or a known refusal', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
        const answer = parseDayMonthYear({ day, month, year });
        const isKnown = answer.ok ? isLocalDate(answer.date) : answer.refusal in DATE_REFUSAL_WORDS;
        expect(isKnown).toBe(true);
      }),
    );
  });
});
