import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { decideAssign, decideBulkRelease, readChosen, SKIP_WORDS } from './bulk.rules.js';

const now = new Date('2026-11-20T10:42:00Z');
const later = new Date('2026-11-20T10:43:00Z');
type Status = (typeof APPLICATION_STATUSES)[number];
const seen = (status: Status, differs: object = {}) => ({
  application: {
    ...{ status, version: 3, claimedBy: null, claimedUntil: null, onHoldUntil: null },
    ...differs,
  },
  by: { id: 'boss', role: 'supervisor' } as const,
  seenVersion: 3,
  now,
});
const outcome = (decided: { ok: boolean; refusal?: string; status?: string }) =>
  decided.ok ? decided.status : decided.refusal;

describe('assigning one of many', () => {
  it.each([
    ['submitted', {}, 'in_review'],
    ['submitted', { onHoldUntil: later }, 'on_hold'],
    ['submitted', { onHoldUntil: now }, 'in_review'],
    ['awaiting_evidence', {}, 'waits_for_resident'],
    ['in_review', { claimedBy: 'ann', claimedUntil: later }, 'already_theirs'],
    ['in_review', { claimedBy: 'bo', claimedUntil: later }, 'held_by_another'],
    ['in_review', { claimedBy: 'bo', claimedUntil: now }, 'in_review'],
    ['approved', { claimedBy: 'ann' }, 'already_decided'],
    ['withdrawn', {}, 'already_decided'],
    ['submitted', { version: 4 }, 'changed'],
  ] as const)('%s %j: %s', (status, differs, expected) => {
    expect(outcome(decideAssign(seen(status, differs), 'ann'))).toBe(expected);
  });
});

it('is not assigned to who decided the case in an earlier round', () => {
  const before = { ...seen('submitted'), hasDecided: true };
  expect(outcome(decideAssign(before, 'ann'))).toBe('decided_before');
});

it.each(STAFF_ROLES)('as %s: a case is claimed by who reviews', (role) => {
  const decided = decideAssign({ ...seen('submitted'), by: { id: 'ann', role } }, 'ann');
  expect(decided.ok).toBe(role === 'officer' || role === 'supervisor');
});

describe('giving one of many back', () => {
  const held = seen('in_review', { claimedBy: 'ann', claimedUntil: later });

  it.each(STAFF_ROLES)('as %s: anybody’s for a supervisor, his own for an officer', (role) => {
    const own = outcome(decideBulkRelease({ ...held, by: { id: 'ann', role } }));
    const other = outcome(decideBulkRelease({ ...held, by: { id: 'me', role } }));
    const expected = {
      supervisor: ['submitted', 'submitted'],
      officer: ['submitted', 'not_yours'],
    } as Record<string, string[]>;
    expect([own, other]).toEqual(expected[role] ?? ['not_held', 'not_held']);
  });

  it.each([
    ['submitted', {}, 'not_held'],
    ['rejected', { claimedBy: 'ann' }, 'already_decided'],
    ['in_review', { claimedBy: 'ann', version: 4 }, 'changed'],
  ] as const)('%s %j: %s', (status, differs, expected) => {
    expect(outcome(decideBulkRelease(seen(status, differs)))).toBe(expected);
  });
});

describe('a chosen line', () => {
  it.each([
    ['PD-7KMX-4TPC.3', { reference: 'PD-7KMX-4TPC', seenVersion: 3 }],
    ['PD-7KMX-4TPC', null],
    ['.3', null],
    ['PD-7KMX-4TPC.-1', null],
    ["PD' OR 1.1", null],
  ])('%s', (text, chosen) => {
    expect(readChosen(text)).toEqual(chosen);
  });

  it('has words for every reason it was skipped', () => {
    for (const words of Object.values(SKIP_WORDS)) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});
