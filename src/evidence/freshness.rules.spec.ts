import { PAPER_KIND_CODES, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { localDate } from '../shared/local-date.js';
import { acceptableFrom, checkFreshness, oldestAcceptableOn } from './freshness.rules.js';

const on = localDate;

describe('the oldest date that would do (R-EV-2)', () => {
  it.each([
    ['2026-05-31', '2026-02-28'],
    ['2028-05-31', '2028-02-29'],
    ['2026-11-20', '2026-08-20'],
    ['2026-01-15', '2025-10-15'],
    ['2026-03-31', '2025-12-31'],
    ['2026-12-31', '2026-09-30'],
  ])('of a bill received %s is %s', (received, oldest) => {
    expect(oldestAcceptableOn('utility_bill', on(received))).toBe(oldest);
    expect(acceptableFrom('bank_statement', on(received))).toBe(oldest);
  });

  it('is asked only of bills and bank statements', () => {
    const limited = PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).freshForMonths !== null);
    expect(limited).toEqual(['utility_bill', 'bank_statement']);
    for (const kind of PAPER_KIND_CODES.filter((code) => !limited.includes(code))) {
      expect(oldestAcceptableOn(kind, on('2026-11-20'))).toBeNull();
    }
  });
});

describe('freshness explains itself', () => {
  const bill = (datedOn: string, receivedOn = '2026-05-31') =>
    checkFreshness({ kind: 'utility_bill', datedOn: on(datedOn), receivedOn: on(receivedOn) });

  it('on the last day that counts, and one day past it', () => {
    expect(bill('2026-02-28')).toEqual({
      state: 'fresh',
      acceptableFromOn: '2026-02-28',
      words:
        'Dated 28 February 2026, received 31 May 2026: in time. Papers dated on or after 28 February 2026 are in time.',
    });
    expect(bill('2026-02-27')).toEqual({
      state: 'too_old',
      acceptableFromOn: '2026-02-28',
      words:
        'Dated 27 February 2026, received 31 May 2026: 1 day too old. One dated on or after 28 February 2026 would do.',
    });
  });

  it('counts the days that are too many', () => {
    expect(bill('2026-08-12', '2026-11-20').words).toContain('8 days too old');
  });

  it('does not believe the future, but the very day', () => {
    expect(bill('2026-05-31').state).toBe('fresh');
    expect(bill('2026-06-01')).toMatchObject({ state: 'in_future' });
  });

  it('asks no age of a letter of completion, but no future either', () => {
    const letter = { kind: 'completion_letter', receivedOn: on('2026-11-20') } as const;
    expect(checkFreshness({ ...letter, datedOn: on('1999-01-01') }).state).toBe('not_asked');
    expect(checkFreshness({ ...letter, datedOn: on('2026-11-21') }).state).toBe('in_future');
  });

  it('reads a Blue Badge’s date as its end', () => {
    const badge = (datedOn: string) =>
      checkFreshness({ kind: 'blue_badge', datedOn: on(datedOn), receivedOn: on('2026-11-20') });
    expect(badge('2026-11-20').state).toBe('not_asked');
    expect(badge('2029-01-01').words).toBe(
      'Expires 1 January 2029, received 20 November 2026: still valid.',
    );
    expect(badge('2026-11-19')).toMatchObject({ state: 'expired', acceptableFromOn: null });
  });
});
