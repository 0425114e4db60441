import {
  approval,
  at,
  command,
  HELD,
  kinds,
  learn,
  standing,
  TAKEN,
} from '../../test/builders/payment-facts.js';

describe('a hold', () => {
  it('is a promise: no income', () => {
    const posted = learn({}, HELD, HELD);
    expect(kinds(posted)).toEqual(['hold_placed']);
    expect(posted[0]).toMatchObject({ effectKey: 'hold:p', occurredAt: at(1) });
    expect(standing(posted)).toEqual({ held: 5500, customer: -5500 });
  });

  it('that is cancelled or lapses leaves nothing, by a reversal', () => {
    const posted = learn(HELD, { stage: 'ended' });
    expect(kinds(posted)).toEqual(['hold_placed', 'hold_voided']);
    expect(posted[1]).toMatchObject({ effectKey: 'void:p', reverses: 'hold:p' });
    expect(standing(posted)).toEqual({});
  });

  it('that was never read is not made up when the payment ends', () => {
    expect(learn({ stage: 'ended' })).toEqual([]);
  });

  it('read late, after the end was known, is posted and taken back', () => {
    const posted = learn({ stage: 'ended' }, { stage: 'ended', wasHeld: true });
    expect(kinds(posted)).toEqual(['hold_placed', 'hold_voided']);
    expect(standing(posted)).toEqual({});
  });

  it('is not posted after the money was taken without one', () => {
    const posted = learn({ stage: 'taken', wasHeld: false }, TAKEN);
    expect(kinds(posted)).toEqual(['captured']);
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });
});

describe('money taken', () => {
  it('comes out of the hold and is kept for the resident while the case is open', () => {
    const posted = learn(HELD, TAKEN);
    expect(posted[1]).toMatchObject({
      ...{ kind: 'captured', effectKey: 'capture:p', occurredAt: at(6) },
      entries: [{ debit: 'provider_clearing', credit: 'held', pence: 5500 }],
    });
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });

  it.each([
    [5500, 2750],
    [2750, 5500],
  ])('leaves no hold behind when %d was held and %d taken', (held, taken) => {
    const posted = learn({ ...HELD, amountPence: held }, { ...TAKEN, amountPence: taken });
    expect(standing(posted)).toEqual({ provider_clearing: taken, customer: -taken });
  });

  it('is income once the application is approved, whichever comes first', () => {
    const approvedFirst = learn(
      { ...HELD, commands: [approval] },
      { ...TAKEN, commands: [approval] },
    );
    const takenFirst = learn(HELD, TAKEN, { ...TAKEN, commands: [approval] });
    for (const posted of [approvedFirst, takenFirst]) {
      expect(posted.at(-1)).toMatchObject({ kind: 'fee_earned', effectKey: 'earned:d' });
      expect(standing(posted)).toEqual({ provider_clearing: 5500, income: -5500 });
    }
    expect(approvedFirst.at(-1)?.occurredAt).toEqual(at(6));
  });

  it('taken only lest the hold lapse is no income', () => {
    const posted = learn({ ...TAKEN, commands: [command({ kind: 'capture', decisionId: null })] });
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });

  it('is not earned before it is taken, however clearly it was approved', () => {
    expect(kinds(learn({ ...HELD, commands: [approval] }))).toEqual(['hold_placed']);
  });
});

describe('an approval that was overturned', () => {
  const overturned = { ...approval, isOverturned: true };

  it('gives the fee back to the resident’s account', () => {
    const posted = learn({ ...TAKEN, commands: [approval] }, { ...TAKEN, commands: [overturned] });
    expect(posted.at(-1)).toMatchObject({
      ...{ kind: 'fee_returned', effectKey: 'unearned:d', reverses: 'earned:d' },
    });
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });

  it('earns nothing when it was overturned before the money was taken', () => {
    const posted = learn({ ...TAKEN, commands: [overturned] });
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });

  it('gives back only what is left of the fee after an exception', () => {
    const exception = command({ kind: 'refund', decisionId: null, returnsPence: 2000 });
    const posted = learn(
      { ...TAKEN, commands: [approval] },
      { ...TAKEN, commands: [approval, exception] },
      { ...TAKEN, commands: [overturned, exception] },
    );
    expect(posted.at(-1)).toMatchObject({ kind: 'fee_returned', reverses: null });
    expect(standing(posted)).toEqual({
      ...{ provider_clearing: 5500, customer: -3500, refund_payable: -2000 },
    });
  });

  it('is followed by the fee of the next approval', () => {
    const next = { ...approval, id: 'next', decisionId: 'd2' };
    const posted = learn(
      { ...TAKEN, commands: [approval] },
      { ...TAKEN, commands: [overturned] },
      { ...TAKEN, commands: [overturned, next] },
    );
    expect(kinds(posted).slice(-3)).toEqual(['fee_earned', 'fee_returned', 'fee_earned']);
    expect(standing(posted)).toEqual({ provider_clearing: 5500, income: -5500 });
  });
});
