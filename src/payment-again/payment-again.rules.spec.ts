import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { LAPSE_CAUSES } from '../payment-requests/payment-request-states.rules.js';
import { localDate, londonInstant } from '../shared/london-date.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { isCardPage } from './card-page-address.rules.js';
import { payPageState } from './pay-page-state.rules.js';
import { askPaymentWords, decideAskPayment } from './payment-again.rules.js';

const toAsk = {
  application: { status: 'in_review', version: 4, claimedBy: 'officer-1' },
  officer: { id: 'officer-1', role: 'officer' },
  seenVersion: 4,
  lapse: 'hold_ended',
} as const;

describe('asking for payment again', () => {
  it.each(LAPSE_CAUSES)('leads to waiting for the resident: %s', (lapse) => {
    const decided = decideAskPayment({ ...toAsk, lapse });
    expect(decided).toEqual({ ok: true, status: 'awaiting_evidence', because: lapse });
  });

  it('is possible in review only, for officers and supervisors only', () => {
    for (const status of APPLICATION_STATUSES) {
      for (const role of STAFF_ROLES) {
        const application = { ...toAsk.application, status };
        const officer = { id: 'officer-1', role };
        const { ok } = decideAskPayment({ ...toAsk, application, officer });
        const may = status === 'in_review' && ['officer', 'supervisor'].includes(role);
        expect([status, role, ok]).toEqual([status, role, may]);
      }
    }
  });

  it.each([
    ['another holds it', { application: { ...toAsk.application, claimedBy: 'x' } }, 'not_yours'],
    ['it changed', { seenVersion: 3 }, 'stale'],
    ['nothing has lapsed, or it is free', { lapse: null }, 'nothing_to_pay'],
  ] as const)('is refused when %s', (_what, change, refusal) => {
    expect(decideAskPayment({ ...toAsk, ...change })).toMatchObject({ ok: false, refusal });
    expect(askPaymentWords(refusal)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the page behind the link', () => {
  const payByOn = localDate('2026-03-29');
  const open = {
    request: { state: 'open', payByOn },
    application: { status: 'awaiting_evidence' },
    now: londonInstant(localDate('2026-03-28'), '12:00').instant,
  } as const;

  it.each([
    [{}, 'open'],
    [{ request: { state: 'paid', payByOn }, application: { status: 'approved' } }, 'paid'],
    [{ request: { state: 'lapsed', payByOn } }, 'too_late'],
    [{ request: { state: 'closed', payByOn } }, 'not_needed'],
    [{ application: { status: 'in_review' } }, 'not_needed'],
    [{ application: { status: 'withdrawn' }, request: { state: 'lapsed', payByOn } }, 'not_needed'],
  ] as const)('%j leads to %s', (change, state) => {
    expect(payPageState({ ...open, ...change })).toBe(state);
  });

  it('takes a payment until the last day ends in London, on the day the clocks change too', () => {
    const last = new Date('2026-03-29T22:59:59Z');
    expect(payPageState({ ...open, now: last })).toBe('open');
    expect(payPageState({ ...open, now: new Date('2026-03-29T23:00:00Z') })).toBe('too_late');
  });
});

describe('where a resident is led', () => {
  const pay = 'https://www.payments.service.gov.uk';

  it.each([
    [`${pay}/secure/abc`, true],
    ['https://www.payments.service.gov.uk.example.com/secure/abc', false],
    ['http://www.payments.service.gov.uk/secure/abc', false],
    ['https://user@example.com/secure', false],
    ['//www.payments.service.gov.uk/secure', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (address, isOne) => {
    expect(isCardPage(address, pay)).toBe(isOne);
  });
});
