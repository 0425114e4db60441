import fc from 'fast-check';
import { isOneSlipAway, weakLookAlikeKey } from '../shared/vehicle-registration.js';
import {
  MATCH_KINDS,
  matchWords,
  registrationLikeness,
  type SearchMatch,
  slipKeys,
  strongest,
} from './search-match.rules.js';

const plate = fc.stringMatching(/^[A-Z]{2}[0-9]{2}[A-Z]{3}$/);
const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

describe('how like two registrations are', () => {
  it.each([
    ['LG09RVK', 'LG09RVK', 'registration'],
    ['LGO9RVK', 'LG09RVK', 'registration_looks_alike'],
    ['LI4ENM', 'L14ENM', 'registration_looks_alike'],
    ['AB12CDS', 'AB12CD5', 'registration_looks_a_little_alike'],
    ['A812CDE', 'AB12CDE', 'registration_looks_a_little_alike'],
    ['AB1ZCDE', 'AB12CDE', 'registration_looks_a_little_alike'],
    ['AB12', 'AB12CDE', 'registration_starts'],
    ['ABI2', 'AB12CDE', 'registration_starts_alike'],
    ['AB13CDE', 'AB12CDE', 'registration_one_slip'],
    ['AB12CD', 'AB12CDE', 'registration_starts'],
    ['AB21CDE', 'AB12CDE', 'registration_one_slip'],
    ['B12CDE', 'AB12CDE', 'registration_one_slip'],
    ['AB34CDE', 'AB12CDE', null],
  ])('%s and %s: %s (R-VRM-5)', (typed, stored, expected) => {
    expect(registrationLikeness(typed, stored)).toBe(expected);
  });

  it('every slip of one character leads to a key of its own, and to no more keys than a query bears', () => {
    fc.assert(
      fc.property(plate, fc.nat(6), character, (stored, at, other) => {
        const slips = [
          stored.slice(0, at) + other + stored.slice(at + 1),
          stored.slice(0, at) + stored.slice(at + 1),
          stored.slice(0, at) + other + stored.slice(at),
          `${stored.slice(0, at)}${stored[at + 1] ?? ''}${stored[at] ?? ''}${stored.slice(at + 2)}`,
        ];
        for (const typed of slips) {
          const isLike = weakLookAlikeKey(typed) === weakLookAlikeKey(stored);
          if (isLike || !isOneSlipAway(typed, stored) || !/\d/.test(typed)) continue;
          expect(slipKeys(typed)).toContain(weakLookAlikeKey(stored));
        }
        expect(slipKeys(stored).length).toBeLessThan(600);
      }),
    );
  });

  it('are not looked for where they would tell nothing', () => {
    for (const text of ['AB12', 'SMITH', '12345678', 'ABCDEFGHIJ12']) {
      expect(slipKeys(text)).toEqual([]);
    }
  });
});

const match = (applicationId: string, kind: SearchMatch['kind']): SearchMatch => ({
  applicationId,
  kind,
  registration: null,
});

describe('the strongest match', () => {
  it('is kept for each case, the strongest first, else in the order given', () => {
    const found = strongest([
      match('b', 'name_starts'),
      match('a', 'postcode_starts'),
      match('c', 'name'),
      match('a', 'reference'),
      match('d', 'name_starts'),
    ]);
    expect(found.map(({ applicationId }) => applicationId)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('never puts a look-alike before what was typed (R-VRM-5)', () => {
    const order = MATCH_KINDS.filter((kind) => kind.startsWith('registration'));
    expect(order).toEqual([
      'registration',
      'registration_looks_alike',
      'registration_looks_a_little_alike',
      'registration_starts',
      'registration_starts_alike',
      'registration_one_slip',
    ]);
  });
});

describe('why a case was found', () => {
  const words = (
    kind: SearchMatch['kind'],
    typed: string,
    more: { registration?: string; own?: string; isMasked?: boolean } = {},
  ) =>
    matchWords({
      match: { applicationId: 'a', kind, registration: more.registration ?? null },
      typed,
      found: {
        applicantName: 'Priya Example',
        registration: more.own ?? more.registration ?? null,
      },
      isMasked: more.isMasked ?? false,
    });

  it.each([
    ['registration', 'ab12 cde', 'AB12CDE', 'Same registration'],
    [
      'registration_looks_alike',
      'lgo9 rvk',
      'LG09RVK',
      'Registration looks like LG09 RVK: O read as 0',
    ],
    [
      'registration_looks_a_little_alike',
      'A81ZCDE',
      'AB12CDE',
      'Registration looks like AB12 CDE: 8 read as B, Z read as 2',
    ],
    ['registration_starts', 'AB1', 'AB12CDE', 'Registration AB12 CDE starts like this'],
    [
      'registration_one_slip',
      'AB13CDE',
      'AB12CDE',
      'Registration AB12 CDE differs by one character',
    ],
  ] as const)('%s for %s', (kind, typed, registration, expected) => {
    expect(words(kind, typed, { registration })).toBe(expected);
  });

  it('says when the registration is on the permit and not on the application', () => {
    const both = { registration: 'AB12CDE', own: 'XY34ZZZ' };
    expect(words('registration', 'AB12CDE', both)).toBe('Same registration, on the permit');
  });

  it('shows a masked registration to whoever sees people masked', () => {
    const given = { registration: 'LG09RVK', isMasked: true };
    expect(words('registration_one_slip', 'LG08RVK', given)).not.toContain('RVK');
  });

  it('says whose name it was', () => {
    expect(words('name', 'example')).toBe('Applicant’s name has these words');
    expect(words('name_starts', 'pri')).toBe('Applicant’s name has words that start like this');
    expect(words('name', 'leasing')).toContain('keeper');
  });

  it.each(MATCH_KINDS)('%s has words of its own', (kind) => {
    const registration = kind.startsWith('registration') ? { registration: 'AB12CDE' } : {};
    expect(words(kind, 'AB12CDE', registration)).not.toBe('Matches');
  });
});
