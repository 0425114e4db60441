import {
  ledgerCase as application,
  LEDGER_NOW as now,
  ledgerRows as rows,
  livePermit as permit,
  stranger,
} from '../../test/builders/a-ledger.js';
import { ledgerCount, ledgerEntries } from './ledger.rules.js';

describe('who has what at the address', () => {
  it('is every permit, then all that waits with this case among it, and the place each takes', () => {
    const entries = ledgerEntries(
      rows({
        permits: [permit()],
        here: [
          stranger({ id: 'older', status: 'submitted', receivedAt: new Date('2026-11-01') }),
          stranger({ id: 'gone', status: 'rejected' }),
        ],
        slots: [
          { kind: 'free', applicationId: 'granted', renewedApplicationId: null, endsAt: now },
          { kind: 'cap', applicationId: 'case', renewedApplicationId: null, endsAt: null },
        ],
      }),
    );
    expect(
      entries.map((entry) => [
        entry.is === 'permit' ? entry.permit.id : entry.application.id,
        entry.place,
      ]),
    ).toEqual([
      ['permit', 'The free one'],
      ['older', 'None'],
      ['case', 'One permit'],
    ]);
  });

  it('says of a permit whose renewal took its place that it was handed on', () => {
    const slots = [
      {
        kind: 'cap',
        applicationId: 'case',
        renewedApplicationId: 'granted',
        endsAt: null,
      } as const,
    ];
    expect(ledgerEntries(rows({ permits: [permit()], slots }))[0]?.place).toContain('Handed on');
  });

  it('leaves out this case once it is decided', () => {
    expect(ledgerEntries(rows({ current: application({ status: 'approved' }) }))).toEqual([]);
  });
});

describe('how much is in use (R-LIM-1, R-FREE-2)', () => {
  const free = (applicationId: string, endsAt: Date | null) =>
    ({ kind: 'free', applicationId, renewedApplicationId: null, endsAt }) as const;

  it('names the cap and who has the free permit until when', () => {
    const slots = [
      { kind: 'cap', applicationId: 'case', renewedApplicationId: null, endsAt: null } as const,
      free('granted', new Date('2027-05-03T23:00:00Z')),
    ];
    expect(ledgerCount(rows({ permits: [permit()], slots }))).toEqual([
      '1 of 2 permits in use, counting applications that wait.',
      'The free permit is used by the essential carer permit of Ash Example until 3 May 2027.',
    ]);
  });

  it.each([
    [[], 'The free permit is not in use.'],
    [[free('case', null)], 'The free permit is used by this application.'],
    [
      [free('other', null)],
      'The free permit is used by the resident permit of Kit Sample, which waits for a decision.',
    ],
  ])('tells a free one, this one, and one that waits apart (%#)', (slots, words) => {
    expect(ledgerCount(rows({ slots: [...slots], here: [stranger()] }))[1]).toBe(words);
  });

  it('says so outside any zone', () => {
    expect(ledgerCount(rows({ propertyCap: null }))[0]).toBe('The property is in no permit zone.');
  });
});
