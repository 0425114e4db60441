import { FIRST_POLICY } from '../../test/builders/first-policy.js';
import { PROVIDER_STATES } from '../payments/payment-actions.rules.js';
import { localDate } from '../shared/london-date.js';
import { lapseOf } from './lapse.rules.js';
import { payByOn, payDueAt } from './pay-by.rules.js';
import { isPayFormToken, payFormToken, payLinkAddress, readPayLink } from './pay-link.js';

describe('a payment that must be made again (R-PAY-1)', () => {
  it.each(PROVIDER_STATES)('%s', (state) => {
    const lapse = lapseOf({ payment: { id: 'p', state }, commands: [] });
    const expected = { failed: 'hold_ended', error: 'hold_ended', cancelled: 'cancelled' };
    expect(lapse).toBe(expected[state as keyof typeof expected] ?? null);
  });

  it('is none when it is free, or when we gave this very money back', () => {
    const payment = { id: 'p', state: 'cancelled' } as const;
    expect(lapseOf({ payment: null, commands: [] })).toBeNull();
    const release = { kind: 'release', paymentId: 'p' } as const;
    expect(lapseOf({ payment, commands: [release] })).toBeNull();
    expect(lapseOf({ payment, commands: [{ ...release, paymentId: 'a try' }] })).toBe('cancelled');
  });
});

describe('the last day to pay', () => {
  it('is 14 days on, by the number of the day of asking', () => {
    const at = new Date('2026-11-20T23:30:00Z');
    expect(payByOn(FIRST_POLICY.settings, at)).toBe('2026-12-04');
    const shorter = {
      name: 'pay_again_days',
      validFrom: localDate('2026-11-20'),
      value: 7,
    } as const;
    expect(payByOn([...FIRST_POLICY.settings, shorter], at)).toBe('2026-11-27');
  });

  it('ends at midnight in London, in summer too', () => {
    expect(payDueAt(localDate('2026-07-01'))).toEqual(new Date('2026-07-01T23:00:00Z'));
  });
});

describe('the link', () => {
  const LINK_SECRET = 'link secret of the tests, made up here too';
  const terms = {
    requestId: '0192f3b0-0000-7000-8000-0123456789ab',
    expiresAt: new Date('2027-01-03T00:00:00Z'),
  };
  const address = payLinkAddress({ PUBLIC_URL: 'https://desk.example.org/', LINK_SECRET }, terms);
  const token = address.split('/p/')[1] ?? '';
  const now = new Date('2026-11-20T10:42:00Z');

  it('leads to its request until it expires, and with another secret to none', () => {
    expect(address).toBe(`https://desk.example.org/p/${token}`);
    expect(readPayLink(LINK_SECRET, token, now)).toMatchObject({ ok: true, id: terms.requestId });
    expect(readPayLink(LINK_SECRET, token, terms.expiresAt)).toMatchObject({ refusal: 'expired' });
    expect(readPayLink(`${LINK_SECRET}.`, token, now)).toMatchObject({ refusal: 'unknown' });
  });

  it('has a form of its own', () => {
    const form = payFormToken(LINK_SECRET, token);
    expect(isPayFormToken(LINK_SECRET, token, form)).toBe(true);
    for (const wrong of ['', undefined, `${form}A`, payFormToken(LINK_SECRET, `${token}A`)]) {
      expect(isPayFormToken(LINK_SECRET, token, wrong)).toBe(false);
    }
  });
});
