import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { decideClaim, decideRelease } from './claim.rules.js';

const me = { id: 'me', role: 'officer' } as const;
const application = (
  status: (typeof APPLICATION_STATUSES)[number],
  claimedBy: string | null = null,
) => ({
  status,
  version: 3,
  claimedBy,
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
    const decided = decideClaim({
      application: application(status, claimedBy),
      officer: me,
      seenVersion: 3,
    });
    expect(decided).toMatchObject(expected);
  });

  it('refuses a page that saw another version', () => {
    const decided = decideClaim({
      application: application('submitted'),
      officer: me,
      seenVersion: 2,
    });
    expect(decided).toMatchObject({ refusal: 'stale' });
  });

  it('is for officers and supervisors', () => {
    const may = STAFF_ROLES.filter(
      (role) =>
        decideClaim({
          application: application('submitted'),
          officer: { id: 'me', role },
          seenVersion: 3,
        }).ok,
    );
    expect(may).toEqual(['officer', 'supervisor']);
  });
});

describe('giving a case back', () => {
  it.each(APPLICATION_STATUSES)('from %s', (status) => {
    const decided = decideRelease({
      application: application(status, 'me'),
      officer: me,
      seenVersion: 3,
    });
    expect(decided.ok).toBe(status === 'in_review');
  });

  it('is for whoever holds it, as he saw it', () => {
    const yours = { application: application('in_review', 'you'), officer: me, seenVersion: 3 };
    expect(decideRelease(yours)).toMatchObject({ refusal: 'not_yours' });
    const stale = { application: application('in_review', 'me'), officer: me, seenVersion: 2 };
    expect(decideRelease(stale)).toMatchObject({ refusal: 'stale' });
  });
});
