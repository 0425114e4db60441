import {
  approval,
  at,
  command,
  HELD,
  kinds,
  learn,
  refund,
  standing,
  TAKEN,
} from '../../test/builders/payment-facts.js';
import { FOREIGN_REFUND } from './ledger-terms.rules.js';

describe('a rejection of money that was taken', () => {
  const release = command({ returnsPence: 5500 });

  it('owes it, then sends it, and ends with nothing', () => {
    const posted = learn(
      TAKEN,
      { ...TAKEN, commands: [release] },
      { ...TAKEN, commands: [release], refunds: [refund()] },
    );
    expect(kinds(posted)).toEqual(['hold_placed', 'captured', 'refund_owed', 'refund_sent']);
    expect(posted[3]).toMatchObject({
      ...{ effectKey: 'sent:p:r1', commandId: 'c', occurredAt: at(7), note: null },
    });
    expect(standing(posted)).toEqual({});
  });

  it('owes it again when the refund fails (R-PAY-4)', () => {
    const sent = { ...TAKEN, commands: [release], refunds: [refund()] };
    const posted = learn(sent, { ...sent, refunds: [refund({ isFailed: true })] });
    expect(posted.at(-1)).toMatchObject({
      ...{ kind: 'refund_failed', effectKey: 'failed:p:r1', reverses: 'sent:p:r1' },
    });
    expect(standing(posted)).toEqual({ provider_clearing: 5500, refund_payable: -5500 });
  });

  it('sends it once more with another number after it failed', () => {
    const failed = refund({ isFailed: true });
    const posted = learn(
      { ...TAKEN, commands: [release], refunds: [failed] },
      // The number of the first try is no longer the command's.
      {
        ...{ ...TAKEN, commands: [release] },
        refunds: [{ ...failed, commandId: null }, refund({ id: 'r2' })],
      },
    );
    expect(kinds(posted).slice(2)).toEqual([
      ...['refund_owed', 'refund_sent', 'refund_failed', 'refund_sent'],
    ]);
    expect(standing(posted)).toEqual({});
  });

  it('owes nothing while the money is only held', () => {
    const posted = learn({ ...HELD, commands: [command({})] });
    expect(kinds(posted)).toEqual(['hold_placed']);
  });
});

describe('an exception after an approval (R-CAN-2)', () => {
  it('comes out of the fee', () => {
    const exception = command({ kind: 'refund', decisionId: null, returnsPence: 2000 });
    const posted = learn(
      { ...TAKEN, commands: [approval] },
      { ...TAKEN, commands: [approval, exception] },
      { ...TAKEN, commands: [approval, exception], refunds: [refund({ pence: 2000 })] },
    );
    expect(standing(posted)).toEqual({ provider_clearing: 3500, income: -3500 });
  });
});

describe('a refund that nobody here asked for', () => {
  const foreign = refund({ commandId: null, isOurs: false, pence: 2000 });

  it('is owed and sent, and said so', () => {
    const posted = learn({ ...TAKEN, refunds: [foreign] });
    expect(posted.slice(2)).toMatchObject([
      { kind: 'refund_owed', effectKey: 'owed:refund:r1', note: FOREIGN_REFUND },
      { kind: 'refund_sent', note: FOREIGN_REFUND },
    ]);
    expect(standing(posted)).toEqual({ provider_clearing: 3500, customer: -3500 });
  });

  it('comes out of the fee when one was earned, and lessens the fee when it is earned later', () => {
    const earnedFirst = learn(
      { ...TAKEN, commands: [approval] },
      { ...TAKEN, commands: [approval], refunds: [foreign] },
    );
    const refundedFirst = learn(
      { ...TAKEN, refunds: [foreign] },
      { ...TAKEN, refunds: [foreign], commands: [approval] },
    );
    const left = { provider_clearing: 3500, income: -3500 };
    expect([standing(earnedFirst), standing(refundedFirst)]).toEqual([left, left]);
  });

  it('that fails leaves nothing owed', () => {
    const posted = learn({ ...TAKEN, refunds: [{ ...foreign, isFailed: true }] });
    expect(kinds(posted).slice(2)).toEqual([
      ...['refund_owed', 'refund_sent', 'refund_failed', 'refund_not_owed'],
    ]);
    expect(standing(posted)).toEqual({ provider_clearing: 5500, customer: -5500 });
  });

  it('counts towards a release that owes all of it', () => {
    const release = command({ returnsPence: 5500 });
    const posted = learn({
      ...{ ...TAKEN, commands: [release] },
      refunds: [{ ...foreign, commandId: 'c' }, refund({ id: 'r2', pence: 3500 })],
    });
    expect(kinds(posted).slice(2)).toEqual(['refund_owed', 'refund_sent', 'refund_sent']);
    expect(standing(posted)).toEqual({});
  });
});
