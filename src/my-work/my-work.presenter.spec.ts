import { STAFF_ROLES } from '../staff/staff-roles.rules.js';
import { myWorkPage } from './my-work.presenter.js';
import type { OwnWork, TeamWork } from './my-work.queries.js';

const now = new Date('2026-11-20T10:42:00Z');
const quiet: TeamWork = {
  waiting: 0,
  onHold: 0,
  inReview: 0,
  awaitingEvidence: 0,
  answersOverdue: 0,
  holdsEnding: 0,
  endingFirst: [],
  paymentsLapsed: 0,
  oldest: null,
  paymentsToSettle: 0,
  noticesToLookInto: 0,
  differencesToExplain: 0,
  lettersUndelivered: 0,
  secondLooks: 0,
  reviewsToAnswer: 0,
  keptFromDeciding: 0,
};
const busy: TeamWork = { ...quiet, waiting: 1200, paymentsLapsed: 1, paymentsToSettle: 2 };

const own: OwnWork = {
  ...{ held: [], woken: [], onHold: [], told: [], teams: [] },
  choice: 'first',
  isNextWaiting: true,
};

const rowsOf = (role: (typeof STAFF_ROLES)[number], team: TeamWork) => {
  const page = myWorkPage({ role, own, team, now });
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
      const page = myWorkPage({ role, own, team: busy, now });
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
    const reviewing = (differs: Partial<OwnWork>) =>
      myWorkPage({ role: 'officer', own: { ...own, ...differs }, team: busy, now }).reviewing;
    expect(reviewing({})).toMatchObject({ next: { text: 'Review next case' }, nothing: null });
    const idle = reviewing({ isNextWaiting: false });
    expect(idle?.next).toBeNull();
    expect(idle?.nothing).toContain('No cases are waiting');
    const teams = [{ name: 'Carers' }];
    const onlyTeams = reviewing({ isNextWaiting: false, choice: 'only', teams });
    expect(onlyTeams?.nothing).toContain('No cases of your teams are waiting');
    expect(onlyTeams?.from?.teams).toBe('Your team: Carers');
    expect(idle?.from).toBeNull();
  });

  it('shows what colleagues told, in words, cut where it is long', () => {
    const told = [
      {
        ...{ noteId: 'n1', kind: 'taken_over' as const, toldAt: now, authorName: 'Ann Lee' },
        ...{ reference: 'PD-7KMX-4TPC', words: 'x'.repeat(300) },
      },
    ];
    const page = myWorkPage({ role: 'support', own: { ...own, told }, team: quiet, now });
    expect(page.told[0]).toMatchObject({
      what: 'Ann Lee took this case over from you',
      href: '/applications/PD-7KMX-4TPC#notes',
      action: '/my-work/mentions/n1/seen',
    });
    expect(page.told[0]?.words).toHaveLength(201);
  });

  it('links each count to its list, and says none without a link', () => {
    const rows = rowsOf('officer', busy);
    expect(rows.get('Waiting for review')).toMatchObject({
      text: '1,200 cases',
      href: '/queue?status=submitted',
    });
    expect(rows.get('Payments that need a person')).toMatchObject({
      href: '/refunds',
    });
    expect(rows.get('Letters that were not delivered')).toBe('None');
    expect(rows.has('Payments lapsed')).toBe(true);
    expect(rowsOf('officer', quiet).has('Payments lapsed')).toBe(false);
  });

  it('keeps problems with payments from those who may not see them', () => {
    expect(rowsOf('support', busy).has('Payments that need a person')).toBe(false);
  });

  it('counts the differences to explain for those who may explain them', () => {
    const row = (count: number) =>
      rowsOf('supervisor', { ...quiet, differencesToExplain: count }).get('Differences to explain');
    expect(row(3)).toMatchObject({ text: '3 differences', href: '/reconciliation' });
    expect(row(0)).toMatchObject({ text: 'None', href: '/reconciliation' });
    expect(rowsOf('auditor', quiet).has('Differences to explain')).toBe(false);
  });

  it('leads everybody to the boards about money that they may open', () => {
    const hrefs = (role: Parameters<typeof rowsOf>[0]) =>
      ['Refunds and payments', 'Refund exceptions', 'Reconciliation'].map(
        (key) => (rowsOf(role, quiet).get(key) as { href?: string } | undefined)?.href ?? null,
      );
    expect(hrefs('supervisor')).toEqual(['/refunds', '/refund-exceptions', null]);
    expect(hrefs('officer')).toEqual(['/refunds', '/refund-exceptions', null]);
    expect(hrefs('support')).toEqual([null, '/refund-exceptions', null]);
    expect(hrefs('auditor')).toEqual([null, '/refund-exceptions', '/reconciliation']);
  });
});
