import { FIRST_POLICY } from '../../test/builders/first-policy.js';
import { localDate } from '../shared/london-date.js';
import { caseAge, receivedBeforeFor } from './case-age.rules.js';

const holidays = FIRST_POLICY.holidays;
const at = (text: string) => new Date(text);
const friday = at('2026-11-20T10:42:00Z');

describe('the age of a case', () => {
  it('counts working days, not weekends', () => {
    const received = {
      receivedAt: at('2026-11-13T16:00:00Z'),
      decidedAt: null,
      pauses: [],
      holidays,
    };
    expect(caseAge(received, friday)).toBe(5);
  });

  it('leaves out the days on which the resident was waited for (R-SLA-2)', () => {
    const pauses = [
      { startedAt: at('2026-11-16T09:00:00Z'), endedAt: at('2026-11-18T09:00:00Z') },
      { startedAt: at('2026-11-19T09:00:00Z'), endedAt: null },
    ];
    const received = { receivedAt: at('2026-11-13T16:00:00Z'), decidedAt: null, pauses, holidays };
    expect(caseAge(received, friday)).toBe(2);
  });

  it('stands still once decided', () => {
    const decided = {
      receivedAt: at('2026-11-10T09:00:00Z'),
      decidedAt: at('2026-11-12T09:00:00Z'),
      pauses: [],
      holidays,
    };
    expect(caseAge(decided, friday)).toBe(2);
  });

  it('tells which cases are old enough, to the day', () => {
    for (const days of [1, 3, 5, 10]) {
      const limit = receivedBeforeFor(days, friday, holidays);
      const young = { receivedAt: limit, decidedAt: null, pauses: [], holidays };
      const old = { ...young, receivedAt: new Date(limit.getTime() - 1) };
      expect(caseAge(old, friday)).toBeGreaterThanOrEqual(days);
      expect(caseAge(young, friday)).toBeLessThan(days);
    }
  });

  it('counts a day that the council has made a holiday since no longer (R4.13)', () => {
    const more = new Set([...holidays, localDate('2026-11-18')]);
    const received = { receivedAt: at('2026-11-13T16:00:00Z'), decidedAt: null, pauses: [] };
    expect(caseAge({ ...received, holidays: more }, friday)).toBe(4);
  });
});
