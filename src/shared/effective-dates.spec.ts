import { appliesOn, periodsOverlap, type EffectivePeriod } from './effective-dates.js';
import { localDate } from './local-date.js';

const period = (from: string, to: string | null): EffectivePeriod => ({
  validFrom: localDate(from),
  validTo: to === null ? null : localDate(to),
});

describe('appliesOn', () => {
  it.each([
    ['the day before the first', '2025-03-31', false],
    ['the first day', '2025-04-01', true],
    ['the last day', '2026-03-31', true],
    ['the day after the last', '2026-04-01', false],
  ])('%s', (_which, on, expected) => {
    expect(appliesOn(period('2025-04-01', '2026-03-31'), localDate(on))).toBe(expected);
  });

  it('goes on without a last day', () => {
    expect(appliesOn(period('2025-04-01', null), localDate('9999-12-31'))).toBe(true);
  });
});

describe('periodsOverlap', () => {
  const april = period('2025-04-01', '2025-04-30');
  it.each([
    ['the same days', april, true],
    ['from its last day', period('2025-04-30', '2025-05-31'), true],
    ['from the day after', period('2025-05-01', null), false],
    ['up to its first day', period('2025-03-01', '2025-04-01'), true],
    ['up to the day before', period('2025-03-01', '2025-03-31'), false],
    ['around it, without end', period('2020-01-01', null), true],
    ['inside it', period('2025-04-10', '2025-04-11'), true],
  ])('%s', (_which, other, expected) => {
    expect(periodsOverlap(april, other)).toBe(expected);
    expect(periodsOverlap(other, april)).toBe(expected);
  });
});
