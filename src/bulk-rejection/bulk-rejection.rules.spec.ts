import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import {
  type CaseToReject,
  CHOSEN_TEXT,
  chosenText,
  leftOutInWords,
  mayRejectInBulk,
  readChosen,
} from './bulk-rejection.rules.js';

const now = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-11-20T11:00:00Z');
const before = new Date('2026-11-20T09:00:00Z');

const waiting: CaseToReject['application'] = {
  ...{ status: 'submitted', version: 3, claimedBy: null, claimedUntil: null, onHoldUntil: null },
};
const asked = (
  application: Partial<CaseToReject['application']> = {},
  differs: Partial<CaseToReject> = {},
) => {
  const may = mayRejectInBulk({
    application: { ...waiting, ...application },
    by: { id: 'boss', role: 'supervisor' },
    seenVersion: 3,
    ...{ waitsForSecondLook: false, hasDecided: false, now },
    ...differs,
  });
  return may.ok ? (may.claim ?? 'holds it') : may.refusal;
};

describe('which cases may be rejected in bulk (R-ST-2, R-ST-3)', () => {
  it.each([
    [{}, 'in_review'],
    [{ status: 'in_review', claimedBy: 'boss', claimedUntil: before }, 'holds it'],
    [{ status: 'in_review', claimedBy: 'other', claimedUntil: before }, 'in_review'],
    [{ status: 'in_review', claimedBy: 'other', claimedUntil: later }, 'held_by_another'],
    [{ status: 'awaiting_evidence' }, 'waits_for_resident'],
    [{ onHoldUntil: later }, 'on_hold'],
    [{ onHoldUntil: before }, 'in_review'],
    [{ status: 'approved' }, 'already_decided'],
    [{ status: 'rejected' }, 'already_decided'],
    [{ status: 'withdrawn' }, 'already_decided'],
    [{ version: 4 }, 'changed'],
  ] as const)('%j: %s', (application, result) => {
    expect(asked(application)).toBe(result);
  });

  it('says of a decision that waits for its second look that it does', () => {
    expect(asked({ status: 'rejected' }, { waitsForSecondLook: true })).toBe(
      'awaiting_second_look',
    );
  });

  it('leaves a case to another who did not decide it before', () => {
    expect(asked({}, { hasDecided: true })).toBe('decided_before');
  });

  it('lets nobody do it who may not claim', () => {
    const cannot = STAFF_ROLES.filter(
      (role) => asked({}, { by: { id: 'boss', role } }) === 'not_allowed',
    );
    expect(cannot).toEqual(['support', 'administrator', 'auditor']);
  });
});

describe('the cases chosen', () => {
  it('come as boxes of a list or as one text, and go back as they came', () => {
    const chosen = readChosen(['PD-AAAA-BBBB.1', 'PD-CCCC-DDDD.22 PD-EEEE-FFFF.3']);
    expect(chosenText(chosen)).toBe('PD-AAAA-BBBB.1 PD-CCCC-DDDD.22 PD-EEEE-FFFF.3');
    expect(readChosen(['PD-AAAA-BBBB.1 PD-CCCC-DDDD.2'], ['PD-AAAA-BBBB'])).toHaveLength(1);
    expect(readChosen(['', 'nonsense', 'PD.x'])).toEqual([]);
  });

  it.each(['PD<script>.1', 'PD-A.1  PD-B.1', 'PD-A.1 ', 'PD-A'])('are not %j', (text) => {
    expect(CHOSEN_TEXT.test(text)).toBe(false);
  });

  it('left out are told in words', () => {
    expect(leftOutInWords('on_hold')).toBe('It is on hold. End the hold first.');
    expect(leftOutInWords('toString')).toBe('toString');
  });
});
