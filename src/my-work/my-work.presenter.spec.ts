import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { myWorkPage } from './my-work.presenter.js';
import type { TeamWork } from './my-work.queries.js';

const now = new Date('2026-11-20T10:42:00Z');
const quiet: TeamWork = {
  waiting: 0,
  inReview: 0,
  awaitingEvidence: 0,
  answersOverdue: 0,
  holdsEndingSoon: 0,
  holdsLapsed: 0,
  oldest: null,
  paymentsToSettle: 0,
  lettersUndelivered: 0,
  keptFromDeciding: 0,
};
const busy: TeamWork = { ...quiet, waiting: 1200, holdsLapsed: 1, paymentsToSettle: 2 };

const rowsOf = (role: (typeof STAFF_ROLES)[number], team: TeamWork) => {
  const page = myWorkPage({ role, held: [], team, now });
  return new Map(
    (page.team?.rows ?? []).map(({ key, value }) => [
      key.content.text,
      value.content.link ?? value.content.text,
    ]),
  );
};

describe('my work', () => {
  it('is for each role what that role can do', () => {
    const sees = STAFF_ROLES.map((role) => {
      const page = myWorkPage({ role, held: [], team: busy, now });
      return [role, page.reviewing !== null, page.team !== null, page.noCases !== null];
    });
    expect(sees).toEqual([
      ['officer', true, true, false],
      ['support', false, true, false],
      ['supervisor', true, true, false],
      ['administrator', false, false, true],
      ['auditor', false, true, false],
    ]);
  });

  it('offers the next case only while one waits', () => {
    const reviewing = (team: TeamWork) =>
      myWorkPage({ role: 'officer', held: [], team, now }).reviewing;
    expect(reviewing(busy)).toMatchObject({ next: { text: 'Review next case' }, nothing: null });
    expect(reviewing(quiet)?.next).toBeNull();
    expect(reviewing(quiet)?.nothing).toContain('No cases are waiting');
  });

  it('links each count to its list, and says none without a link', () => {
    const rows = rowsOf('officer', busy);
    expect(rows.get('Waiting for review')).toMatchObject({
      text: '1,200 cases',
      href: '/queue?status=submitted',
    });
    expect(rows.get('Payments that need a person')).toMatchObject({
      href: '/payments-to-settle',
    });
    expect(rows.get('Letters that were not delivered')).toBe('None');
    expect(rows.has('Holds that have ended')).toBe(true);
    expect(rowsOf('officer', quiet).has('Holds that have ended')).toBe(false);
  });

  it('keeps problems with payments from those who may not see them', () => {
    expect(rowsOf('support', busy).has('Payments that need a person')).toBe(false);
  });
});
