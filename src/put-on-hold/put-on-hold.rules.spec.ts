import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { decideEndOfHold, decideHold } from './put-on-hold.rules.js';

const now = new Date('2026-11-20T10:42:00Z');
const later = new Date('2026-11-21T00:00:00Z');
const me = { id: 'me', role: 'officer' } as const;
const application = (
  status: (typeof APPLICATION_STATUSES)[number],
  claimedBy: string | null,
  onHoldUntil: Date | null = null,
) => ({ status, version: 3, claimedBy, onHoldUntil });

describe('putting a case on hold', () => {
  it.each(APPLICATION_STATUSES)('from %s', (status) => {
    const decided = decideHold({
      application: application(status, 'me'),
      officer: me,
      seenVersion: 3,
    });
    expect(decided).toEqual(
      status === 'in_review'
        ? { ok: true, status: 'submitted' }
        : { ok: false, refusal: 'not_yours' },
    );
  });

  it('is for an officer or supervisor who holds it and saw it as it is', () => {
    const asked = { application: application('in_review', 'me'), seenVersion: 3 };
    const may = STAFF_ROLES.filter(
      (role) => decideHold({ ...asked, officer: { id: 'me', role } }).ok,
    );
    expect(may).toEqual(['officer', 'supervisor']);
    expect(decideHold({ ...asked, officer: { id: 'you', role: 'officer' } })).toMatchObject({
      refusal: 'not_yours',
    });
    expect(decideHold({ ...asked, officer: me, seenVersion: 2 })).toMatchObject({
      refusal: 'stale',
    });
  });
});

describe('ending a hold early', () => {
  const asked = { officer: me, seenVersion: 3, now };

  it.each(APPLICATION_STATUSES)('from %s', (status) => {
    const decided = decideEndOfHold({ application: application(status, null, later), ...asked });
    expect(decided.ok).toBe(status === 'submitted');
  });

  it('needs a hold that is still on, and a page of today', () => {
    for (const until of [null, now]) {
      const woken = application('submitted', null, until);
      expect(decideEndOfHold({ application: woken, ...asked })).toMatchObject({
        refusal: 'not_on_hold',
      });
    }
    const old = { application: application('submitted', null, later), ...asked, seenVersion: 2 };
    expect(decideEndOfHold(old)).toMatchObject({ refusal: 'stale' });
  });
});
