import { slotLimitWords, slotsNeeded } from './property-slots.rules.js';

const type = (countsTowardPropertyCap: boolean, sharesFreeSlot: boolean) => ({
  countsTowardPropertyCap,
  sharesFreeSlot,
});

describe('slotsNeeded', () => {
  it.each([
    [true, false, [{ kind: 'cap', limit: 2 }]],
    [false, true, [{ kind: 'free', limit: 1 }]],
    [
      true,
      true,
      [
        { kind: 'cap', limit: 2 },
        { kind: 'free', limit: 1 },
      ],
    ],
    [false, false, []],
  ])('counts toward the cap %s, shares the free slot %s', (counts, shares, expected) => {
    expect(slotsNeeded(type(counts, shares), 2)).toEqual(expected);
  });
});

describe('slotLimitWords (R7.3: names the limit and when it eases)', () => {
  const endsAt = new Date('2027-03-31T23:00:00.000Z'); // 1 April in London

  it('says nothing while a slot is left', () => {
    expect(slotLimitWords('cap', 2, { held: 1, nextEndsAt: null })).toBeNull();
    expect(slotLimitWords('free', 1, { held: 0, nextEndsAt: null })).toBeNull();
  });

  it('names the cap and the London day on which the next permit ends', () => {
    expect(slotLimitWords('cap', 2, { held: 2, nextEndsAt: endsAt })).toBe(
      'This property may have 2 permits at one time and has 2, counting applications that wait for a decision. The next one falls free on 1 April 2027, or at once when an application is rejected or withdrawn.',
    );
  });

  it('names no day when every holder waits for a decision', () => {
    const words = slotLimitWords('cap', 2, { held: 2, nextEndsAt: null });
    expect(words).toContain('A place falls free at once when an application is rejected');
  });

  it('names the free concession', () => {
    const words = slotLimitWords('free', 1, { held: 1, nextEndsAt: endsAt });
    expect(words).toContain('free essential carer or disabled resident permit is already in use');
  });

  it('speaks where a lowered cap leaves more held than allowed', () => {
    expect(slotLimitWords('cap', 1, { held: 2, nextEndsAt: null })).toContain(
      'may have 1 permit at one time and has 2',
    );
  });
});
