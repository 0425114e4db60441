import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { decideClaim, decideRelease, decideTakeOver } from './claim.rules.js';
import { isLeaseOver, leaseEnd } from './lease.rules.js';

const now = new Date('2026-11-20T10:42:00Z');
const later = new Date('2026-11-20T10:42:00.001Z');
const me = { id: 'me', role: 'officer' } as const;

const application = (
  status: (typeof APPLICATION_STATUSES)[number],
  claimedBy: string | null = null,
  claimedUntil: Date | null = claimedBy === null ? null : later,
) => ({ status, version: 3, claimedBy, claimedUntil });

const asked = { officer: me, seenVersion: 3, now };

describe('a lease', () => {
  it('lasts as many minutes as are set and is over at its end', () => {
    const end = leaseEnd(now, 20);
    expect(end).toEqual(new Date('2026-11-20T11:02:00Z'));
    expect(isLeaseOver(end, now)).toBe(false);
    expect(isLeaseOver(end, end)).toBe(true);
    expect(isLeaseOver(null, now)).toBe(true);
  });
});

describe('claiming a case', () => {
  it.each([
    ['submitted', null, { ok: true, status: 'in_review' }],
    ['awaiting_evidence', null, { ok: true, status: 'in_review' }],
    ['in_review', 'me', { refusal: 'already_yours' }],
    ['in_review', 'you', { refusal: 'held_by_another' }],
    ['approved', 'me', { refusal: 'already_decided' }],
    ['rejected', null, { refusal: 'already_decided' }],
    ['withdrawn', null, { refusal: 'already_decided' }],
  ] as const)('%s, held by %p', (status, claimedBy, expected) => {
    const decided = decideClaim({ application: application(status, claimedBy), ...asked });
    expect(decided).toMatchObject(expected);
  });

  it('takes a case whose claim has run out, to the millisecond, without a reason', () => {
    const runOut = (until: Date | null) =>
      decideClaim({ application: application('in_review', 'you', until), ...asked });
    expect(runOut(now)).toEqual({ ok: true, status: 'in_review' });
    expect(runOut(later)).toMatchObject({ refusal: 'held_by_another' });
    expect(runOut(null)).toMatchObject({ ok: true });
    const mine = { application: application('in_review', 'me', now), ...asked };
    expect(decideClaim(mine)).toMatchObject({ refusal: 'already_yours' });
  });

  it('leaves a case that is decided again to another person than who decided it (R-ST-3)', () => {
    const again = { application: application('submitted'), ...asked, hasDecided: true };
    expect(decideClaim(again)).toMatchObject({ refusal: 'decided_before' });
  });

  it('refuses a page that saw another version', () => {
    const old = { ...asked, seenVersion: 2 };
    expect(decideClaim({ application: application('submitted'), ...old })).toMatchObject({
      refusal: 'stale',
    });
    const runOut = application('in_review', 'you', now);
    expect(decideClaim({ application: runOut, ...old })).toMatchObject({ refusal: 'stale' });
  });

  it('is for officers and supervisors', () => {
    for (const open of [application('submitted'), application('in_review', 'you', now)]) {
      const may = STAFF_ROLES.filter(
        (role) => decideClaim({ application: open, ...asked, officer: { id: 'me', role } }).ok,
      );
      expect(may).toEqual(['officer', 'supervisor']);
    }
  });
});

describe('taking a case over', () => {
  it.each([
    ['submitted', null, { refusal: 'not_held' }],
    ['awaiting_evidence', null, { refusal: 'not_held' }],
    ['in_review', 'me', { refusal: 'already_yours' }],
    ['in_review', 'you', { ok: true, status: 'in_review' }],
    ['approved', 'you', { refusal: 'already_decided' }],
    ['rejected', 'you', { refusal: 'already_decided' }],
    ['withdrawn', null, { refusal: 'already_decided' }],
  ] as const)('%s, held by %p', (status, claimedBy, expected) => {
    const decided = decideTakeOver({ application: application(status, claimedBy), ...asked });
    expect(decided).toMatchObject(expected);
  });

  it('is not for who decided the case in an earlier round', () => {
    const held = { application: application('in_review', 'you'), ...asked, hasDecided: true };
    expect(decideTakeOver(held)).toMatchObject({ refusal: 'decided_before' });
  });

  it('needs the page to be of today, and is for officers and supervisors', () => {
    const held = application('in_review', 'you');
    expect(decideTakeOver({ application: held, ...asked, seenVersion: 2 })).toMatchObject({
      refusal: 'stale',
    });
    const may = STAFF_ROLES.filter(
      (role) => decideTakeOver({ application: held, ...asked, officer: { id: 'me', role } }).ok,
    );
    expect(may).toEqual(['officer', 'supervisor']);
  });
});

describe('giving a case back', () => {
  it.each(APPLICATION_STATUSES)('from %s', (status) => {
    const decided = decideRelease({ application: application(status, 'me'), ...asked });
    expect(decided.ok).toBe(status === 'in_review');
  });

  it('is for whoever holds it, as he saw it', () => {
    const yours = { ...asked, application: application('in_review', 'you') };
    expect(decideRelease(yours)).toMatchObject({ refusal: 'not_yours' });
    const stale = { ...asked, application: application('in_review', 'me'), seenVersion: 2 };
    expect(decideRelease(stale)).toMatchObject({ refusal: 'stale' });
  });
});
