import { readHoldsFrom } from './holds-from.rules.js';

const at = (text: string) => new Date(text);
const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { when: 'day', from: { day: date, month, year } };
};

describe('from when a change holds', () => {
  it('is this very instant when chosen so', () => {
    const now = at('2026-11-20T10:42:07.123Z');
    expect(readHoldsFrom({ when: 'now', from: {} }, now)).toEqual({
      ok: true,
      at: now,
      on: '2026-11-20',
    });
  });

  it.each([
    // Winter, summer, and the two days on which the clocks change.
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['2027-06-01', '2027-05-31T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T00:00:00.000Z'],
    ['2027-03-29', '2027-03-28T23:00:00.000Z'],
    ['2027-10-31', '2027-10-30T23:00:00.000Z'],
    ['2027-11-01', '2027-11-01T00:00:00.000Z'],
  ])('is the start of %s in London', (on, instant) => {
    const read = readHoldsFrom(day(on), at('2026-11-20T10:42:00Z'));
    expect(read).toEqual({ ok: true, at: at(instant), on });
  });

  it('is now, not this morning, when today is chosen: the past is not changed', () => {
    const now = at('2026-11-20T10:42:00Z');
    expect(readHoldsFrom(day('2026-11-20'), now)).toMatchObject({ ok: true, at: now });
  });

  it('goes by the London day, which begins before midnight UTC in summer', () => {
    const lateOn30May = at('2027-05-30T23:30:00Z');
    expect(readHoldsFrom(day('2027-05-30'), lateOn30May).ok).toBe(false);
    expect(readHoldsFrom(day('2027-05-31'), lateOn30May)).toMatchObject({ at: lateOn30May });
  });

  it.each([
    ['2026-11-19', 'from'],
    ['2026-02-30', 'from'],
    ['2028-11-21', 'from'],
    ['--', 'from'],
  ])('is not %s', (on, field) => {
    const read = readHoldsFrom(day(on), at('2026-11-20T10:42:00Z'));
    expect(read).toMatchObject({ ok: false, field });
  });

  it('must be chosen', () => {
    expect(readHoldsFrom({ when: '', from: {} }, at('2026-11-20T10:42:00Z'))).toMatchObject({
      ok: false,
      field: 'when',
    });
  });
});
