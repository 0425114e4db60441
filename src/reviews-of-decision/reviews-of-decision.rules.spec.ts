import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { localDate } from '../shared/london-date.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { mayOpenReview, reviewAskedFaults, type ReviewToOpen } from './open-review.rules.js';
import { maySettleReview, reviewAnswerFault, type ReviewToSettle } from './settle-review.rules.js';

const opening = (differs: Partial<ReviewToOpen> = {}): ReviewToOpen => ({
  application: { status: 'rejected', version: 5 },
  seenVersion: 5,
  hasOpenReview: false,
  hasSecondLook: false,
  ...differs,
});
const openRefusal = (differs: Partial<ReviewToOpen>) => {
  const may = mayOpenReview(opening(differs));
  return may.ok ? null : may.refusal;
};

describe('recording that a resident asks for a review (U-3)', () => {
  it('is for a rejection the resident has been told of, one at a time', () => {
    expect(openRefusal({})).toBeNull();
    expect(openRefusal({ hasSecondLook: true })).toBe('not_told_yet');
    expect(openRefusal({ hasOpenReview: true })).toBe('open_already');
    expect(openRefusal({ seenVersion: 4 })).toBe('stale');
    expect(openRefusal({ seenVersion: null })).toBeNull();
  });

  it.each(APPLICATION_STATUSES.filter((status) => status !== 'rejected'))(
    'not when %s',
    (status) => {
      expect(openRefusal({ application: { status, version: 5 } })).toBe('not_rejected');
    },
  );

  const days = { decidedOn: localDate('2026-11-18'), today: localDate('2026-11-20') };
  const asked = {
    channel: 'email',
    receivedOn: localDate('2026-11-19'),
    asked: 'The bill is new.',
  };

  it('finds nothing wrong with a whole request, on the first day and the last', () => {
    expect(reviewAskedFaults(asked, days)).toEqual([]);
    expect(reviewAskedFaults({ ...asked, receivedOn: days.decidedOn }, days)).toEqual([]);
    expect(reviewAskedFaults({ ...asked, receivedOn: days.today }, days)).toEqual([]);
  });

  it.each([
    [{ channel: 'pigeon' }, 'no_channel'],
    [{ channel: 'constructor' }, 'no_channel'],
    [{ receivedOn: localDate('2026-11-17') }, 'received_before'],
    [{ receivedOn: localDate('2026-11-21') }, 'received_later'],
    [{ asked: ' \n' }, 'nothing_asked'],
  ])('%j is %s', (differs, fault) => {
    expect(reviewAskedFaults({ ...asked, ...differs }, days)).toMatchObject([{ fault }]);
  });
});

const settling = (differs: Partial<ReviewToSettle> = {}): ReviewToSettle => ({
  application: { status: 'rejected', version: 6 },
  hasOpenReview: true,
  deciders: ['officer-1'],
  by: { id: 'officer-2', role: 'officer' },
  seenVersion: 6,
  ...differs,
});
const settleRefusal = (differs: Partial<ReviewToSettle>) => {
  const may = maySettleReview(settling(differs));
  return may.ok ? null : may.refusal;
};

describe('answering a review', () => {
  it('is for another officer than any who decided the case', () => {
    expect(settleRefusal({})).toBeNull();
    expect(settleRefusal({ deciders: ['officer-1', 'officer-2'] })).toBe('own_decision');
    expect(settleRefusal({ hasOpenReview: false })).toBe('no_review');
    expect(settleRefusal({ seenVersion: 5 })).toBe('stale');
  });

  it.each(STAFF_ROLES)('by %s', (role) => {
    const may = role === 'officer' || role === 'supervisor';
    expect(settleRefusal({ by: { id: 'somebody', role } })).toBe(may ? null : 'no_review');
  });

  it('needs an outcome, and words wherever a letter goes', () => {
    expect(reviewAnswerFault({ outcome: '', reasons: 'x' })).toBe('no_outcome');
    expect(reviewAnswerFault({ outcome: 'toString', reasons: 'x' })).toBe('no_outcome');
    expect(reviewAnswerFault({ outcome: 'upheld', reasons: ' ' })).toBe('reasons_missing');
    expect(reviewAnswerFault({ outcome: 'overturned', reasons: '' })).toBe('reasons_missing');
    expect(reviewAnswerFault({ outcome: 'given_up', reasons: '' })).toBeNull();
    expect(reviewAnswerFault({ outcome: 'upheld', reasons: 'It is too old.' })).toBeNull();
  });
});
