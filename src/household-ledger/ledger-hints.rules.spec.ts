import {
  coveredPlate as plate,
  ledgerCase as application,
  LEDGER_NOW as now,
  ledgerRows as rows,
  livePermit as permit,
  stranger,
} from '../../test/builders/a-ledger.js';
import { ledgerHints } from './ledger-hints.rules.js';
import { plateLikeness } from './ledger-plates.rules.js';
import type { LedgerRows } from './ledger-rows.js';

const hints = (differs: Partial<LedgerRows>) =>
  ledgerHints(rows(differs), now).map(({ kind, words, details }) => [kind, words, ...details]);

describe('look-alike plates (R-VRM-5)', () => {
  it.each([
    ['AB12CDO', 'AB12CDO', 'same_plate'],
    ['AB12CDO', 'AB12CD0', 'look_alike'],
    ['I23ABC', '123ABC', 'look_alike'],
    ['AB52CDE', 'ABS2CDE', 'weak_look_alike'],
    ['AB12CDE', 'A812CDE', 'weak_look_alike'],
    ['ZO12CDE', '2012CDE', 'weak_look_alike'],
    ['AB12CDE', 'AB12CDF', null],
  ] as const)('%s and %s: %s', (one, other, likeness) => {
    expect(plateLikeness(one, other)).toBe(likeness);
    expect(plateLikeness(other, one)).toBe(likeness);
  });
});

describe('what there is to look at', () => {
  it('is nothing in an ordinary household', () => {
    expect(hints({ permits: [permit()], here: [stranger({ status: 'approved' })] })).toEqual([]);
  });

  it('is the same plate on a live permit elsewhere, with its zone', () => {
    expect(hints({ plates: [plate()] })).toEqual([
      [
        'same_plate',
        'AB12 CDO is also on permit PD-6666-6666 at another address (zone Z2), until 31 January 2027.',
      ],
    ]);
  });

  it('is a look-alike, strong before weak', () => {
    const found = hints({
      plates: [plate({ registration: 'A812CDO' }), plate({ registration: 'AB12CD0' })],
    });
    expect(found.map(([kind]) => kind)).toEqual(['look_alike', 'weak_look_alike']);
    expect(found[0]?.[1]).toContain('looks like AB12 CDO: they differ only in O and 0 or I and 1.');
  });

  it('is not the permit that it renews or changes', () => {
    expect(hints({ plates: [plate()], concernsPermitId: 'elsewhere' })).toEqual([]);
  });

  it('is a look-alike of a plate on a permit here, but not that plate itself', () => {
    const permits = [permit({ registration: 'LGO9RVK' })];
    const own = plate({ registration: 'LGO9RVK', uprn: '100' });
    const other = plate({ registration: 'LG09RVK' });
    const [hint, ...more] = hints({ permits, plates: [own, other] });
    expect(hint?.[1]).toContain('on a permit here');
    expect(more).toEqual([]);
  });

  it('is the same plate on an application that waits', () => {
    const matching = [stranger({ status: 'submitted', registration: 'AB12CDO' })];
    expect(hints({ matching })).toEqual([
      [
        'same_plate',
        'AB12 CDO is also on PD-3333-3333 at another address, which waits for a decision.',
      ],
    ]);
  });

  it.each([
    [{ email: 'PRIYA@example.com' }, 'the same e-mail address.'],
    [{ mobile: '+447700900123' }, 'the same telephone number.'],
    [{ applicantName: 'Mrs Priya Example', postcode: 'LE11 5ZZ' }, 'the same name with postcode.'],
    [
      { email: 'priya@example.com', mobile: '+447700900123', registration: 'AB12CDO' },
      'the same e-mail address, telephone number and registration.',
    ],
  ])('is a possible duplicate, with the fields that match (%#)', (differs, words) => {
    const matching = [stranger({ status: 'submitted', ...differs })];
    const duplicate = hints({ matching }).find(([kind]) => kind === 'duplicate');
    expect(duplicate?.[1]).toContain(words);
  });

  it('is said once of a duplicate with the same plate, and twice of a merely similar one', () => {
    const same = { email: 'priya@example.com', status: 'submitted' } as const;
    const kinds = (registration: string) =>
      hints({ matching: [stranger({ ...same, registration })] }).map(([kind]) => kind);
    expect(kinds('AB12CDO')).toEqual(['duplicate']);
    expect(kinds('AB12CD0')).toEqual(['duplicate']);
    expect(kinds('A812CDO')).toEqual(['weak_look_alike', 'duplicate']);
  });

  it('is no duplicate where only the name is the same, or the plate, or all is long over', () => {
    const same = { email: 'priya@example.com' };
    const far = stranger({ status: 'submitted', applicantName: 'Priya Example' });
    const over = stranger({ ...same, status: 'approved', permitEndsAt: now });
    const runs = stranger({ ...same, status: 'approved', permitEndsAt: new Date('2027-01-01') });
    expect(hints({ matching: [far] })).toEqual([]);
    expect(hints({ matching: [over] })).toEqual([]);
    expect(hints({ matching: [runs] })[0]?.[0]).toBe('duplicate');
  });

  it('is a previous occupant whose permit still runs', () => {
    const moved = { applicationId: 'granted', at: new Date('2026-10-02T08:00:00Z') };
    expect(hints({ permits: [permit()], movedOn: [moved] })).toEqual([
      [
        'previous_occupant',
        'Ash Example holds permit PD-4444-4444 here until 3 May 2027, but applied from another address on 2 October 2026: a previous occupant whose permit still takes a place.',
      ],
    ]);
    const sample = [permit({ holderName: 'Ash Sample' })];
    expect(hints({ permits: sample })[0]?.[1]).toContain('under another surname');
    expect(hints({ permits: [permit({ holderName: 'P Priya Example' })] })).toEqual([]);
    expect(hints({ permits: sample, concernsPermitId: 'permit' })).toEqual([]);
  });

  const rejection = (paperKinds: LedgerRows['paperKinds'] = ['utility_bill', 'v5c']) => ({
    applicationId: 'other',
    decidedAt: new Date('2026-05-03T10:00:00Z'),
    reasons: ['The bill was too old.'],
    paperKinds,
  });

  it('is an earlier rejection with its reasons and what is different now', () => {
    const rejected = application({ id: 'other', reference: 'PD-3333-3333', status: 'rejected' });
    expect(
      hints({
        here: [{ ...rejected, registration: 'FY64BBO', typeCode: 'business' }],
        rejections: [rejection(['utility_bill'])],
      }),
    ).toEqual([
      [
        'earlier_rejection',
        'PD-3333-3333 of this applicant was rejected on 3 May 2026.',
        'The bill was too old.',
        'Different now: V5C registration document came; another registration; another permit type.',
      ],
    ]);
    const [same] = hints({ here: [rejected], rejections: [rejection()] });
    expect(same?.at(-1)).toContain('Nothing differs now but the papers themselves');
    const moved = { ...rejected, uprn: '300' };
    const [away] = hints({ matching: [moved], rejections: [rejection()] });
    expect(away?.at(-1)).toBe('Different now: another address.');
  });

  it('names another person of the household, and no stranger who once had the plate', () => {
    const other = stranger({ status: 'rejected', registration: 'AB12CDO' });
    const [hint] = hints({ here: [{ ...other, uprn: '100' }], rejections: [rejection()] });
    expect(hint?.[1]).toContain('of Kit Sample was rejected');
    expect(hints({ matching: [other], rejections: [rejection()] })).toEqual([]);
  });
});
