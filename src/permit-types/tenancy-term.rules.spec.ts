import { localDate } from '../shared/local-date.js';
import { checkTenancyTerm, TENANCY_TERM_REFUSAL_WORDS } from './tenancy-term.rules.js';

const check = (startsOn: string, endsOn: string | null) => {
  const outcome = checkTenancyTerm({
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  });
  return outcome.ok ? 'ok' : outcome.refusal;
};

describe('checkTenancyTerm (R-ELIG-2)', () => {
  it.each([
    ['twelve months to the day', '2026-09-01', '2027-08-31', 'ok'],
    ['one day longer', '2026-09-01', '2027-09-01', 'longer_than_12_months'],
    ['thirteen months', '2026-09-01', '2027-09-30', 'longer_than_12_months'],
    ['six months with an end', '2026-09-01', '2027-02-28', 'ok'],
    ['a single day', '2026-09-01', '2026-09-01', 'ok'],
    ['rolling', '2026-09-01', null, 'rolls_on'],
    ['backwards', '2026-09-01', '2026-08-31', 'ends_before_start'],
    ['from a leap day, to the twelfth month’s end', '2024-02-29', '2025-02-28', 'ok'],
    ['from a leap day, one day longer', '2024-02-29', '2025-03-01', 'longer_than_12_months'],
    ['over a leap day', '2023-03-01', '2024-02-29', 'ok'],
    ['over a leap day, one day longer', '2023-03-01', '2024-03-01', 'longer_than_12_months'],
  ])('%s', (_which, startsOn, endsOn, expected) => {
    expect(check(startsOn, endsOn)).toBe(expected);
  });

  it('sends the longer let to the permanent permit', () => {
    expect(TENANCY_TERM_REFUSAL_WORDS.longer_than_12_months).toContain('apply for a permanent');
    expect(TENANCY_TERM_REFUSAL_WORDS.rolls_on).toContain('apply for a permanent');
  });
});
