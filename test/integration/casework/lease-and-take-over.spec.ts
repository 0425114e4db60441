import { findApplication } from '../../../src/applications/applications.store.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { TakeOverCase } from '../../../src/claims/take-over-case.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import { aStaffAccount } from '../../builders/a-council.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, formSeen, hours, NOW, startCaseworkBench } from './casework-bench.js';

type StaffBrowser = TestBrowser & { staff: { id: string; name: string } };

let bench: CaseworkBench;
let officer: StaffBrowser;
let colleague: StaffBrowser;
let fifty: CurrentStaff[];

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  colleague = await bench.desk.signInAs('supervisor');
  fifty = await bench.desk.app.get(UnitOfWork).run(async (tx) => {
    const staff: CurrentStaff[] = [];
    for (let number = 1; number <= 50; number += 1) {
      const name = `Officer ${number}`;
      staff.push({ id: await aStaffAccount(tx, 'officer', name), name, role: 'officer' });
    }
    return staff;
  });
});
beforeEach(async () => {
  bench.desk.clock.set(NOW);
  await bench.empty();
});
afterAll(() => bench.stop());

const minutes = (count: number) => hours(count / 60);
const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);
const heldSince = (staffId: string, until: Date) =>
  bench.add((it) => it.inReviewBy(staffId, minutes(-20), until));

async function eventsOf(id: string): Promise<string[]> {
  const rows: { type: string }[] = await bench.desk.database.dataSource.query(
    'SELECT type FROM timeline_events WHERE application_id = ? ORDER BY happened_at, id',
    [id],
  );
  return rows.map(({ type }) => type);
}

describe('a claim that runs out', () => {
  it('lasts 20 minutes and is renewed by what its holder posts, not by looking', async () => {
    const { id, reference, version } = await bench.add();
    await officer.post(`/applications/${reference}/claim`, formSeen(version));
    expect((await read(id))?.claimedUntil).toEqual(minutes(20));
    bench.desk.clock.advance({ minutes: 15 });
    await officer.get(`/applications/${reference}`);
    expect((await read(id))?.claimedUntil).toEqual(minutes(20));
    await colleague.post(`/applications/${reference}/presence`);
    expect((await read(id))?.claimedUntil).toEqual(minutes(20));
    expect((await officer.post(`/applications/${reference}/presence`)).status).toBe(204);
    expect(await read(id)).toMatchObject({ claimedUntil: minutes(35), version: version + 1 });
    bench.desk.clock.advance({ minutes: 2 });
    await officer.post(`/applications/${reference}/notes`, { ...formSeen(2), words: 'Rang.' });
    expect((await read(id))?.claimedUntil).toEqual(minutes(37));
    bench.desk.clock.advance({ minutes: 2 });
    const longer = await officer.post(`/applications/${reference}/longer`);
    expect([longer.status, longer.location]).toEqual([303, `/applications/${reference}`]);
    expect((await read(id))?.claimedUntil).toEqual(minutes(39));
  });

  it('lets a colleague claim the case without a reason, and not a moment before', async () => {
    const { id, reference, version } = await heldSince(officer.staff.id, minutes(1));
    const claim = () => colleague.post(`/applications/${reference}/claim`, formSeen(version));
    expect((await claim()).status).toBe(409);
    bench.desk.clock.advance({ minutes: 1 });
    expect((await claim()).status).toBe(303);
    expect((await read(id))?.claimedBy).toBe(colleague.staff.id);
    expect(await eventsOf(id)).toEqual(['case-claimed']);
  });

  it('goes to exactly one of fifty who claim it at once', async () => {
    const { id, version } = await heldSince(officer.staff.id, minutes(-1));
    const outcomes = await Promise.all(
      fifty.map((staff) =>
        bench.desk.app
          .get(ClaimCase)
          .claim({ applicationId: id, officer: staff, seenVersion: version }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
    expect(new Set(refusals)).toEqual(new Set(['held_by_another']));
    expect(await eventsOf(id)).toEqual(['case-claimed']);
  });

  it('is handed out as the next case, in its place by risk', async () => {
    const waiting = await bench.add((it) => it.paid(5500, undefined, hours(9)));
    const runOut = await bench.add((it) =>
      it.inReviewBy(officer.staff.id, hours(-2), minutes(-1)).paid(5500, undefined, hours(3)),
    );
    await bench.add((it) =>
      it.inReviewBy(officer.staff.id, hours(-2), minutes(1)).paid(5500, undefined, hours(1)),
    );
    const next = async () => (await colleague.post('/my-work/next')).location;
    expect(await next()).toBe(`/applications/${runOut.reference}`);
    expect(await next()).toBe(`/applications/${waiting.reference}`);
    expect(await next()).toBe('/my-work');
  });

  it('leaves the old holder’s open form good while nobody took the case', async () => {
    const { reference } = await heldSince(officer.staff.id, minutes(-30));
    const form = await officer.get(`/applications/${reference}/rejection/new`);
    expect(form.status).toBe(200);
    const checked = await officer.submit(form, { reasons: ['not_in_zone'], step: 'check' });
    expect([checked.status, checked.$('.govuk-error-summary').text()]).toEqual([200, '']);
  });

  it('gives the old holder back what was typed, with the winner’s name: attack 026, attack 027', async () => {
    const { reference, version } = await heldSince(officer.staff.id, minutes(-1));
    const form = await officer.get(`/applications/${reference}/rejection/new`);
    bench.desk.clock.advance({ seconds: 5 });
    await colleague.post(`/applications/${reference}/claim`, formSeen(version));
    bench.desk.clock.advance({ seconds: 5 });
    const late = await officer.submit(form, {
      reasons: ['not_in_zone'],
      privateNote: 'Rang on Monday',
      step: 'check',
    });
    expect(late.status).toBe(409);
    const text = late.$('main').text();
    expect(text).toContain(colleague.staff.name);
    expect(text).toContain('Case claimed');
    expect(late.$('main textarea').text()).toContain('Rang on Monday');
  });
});

describe('taking a case over', () => {
  const reason = 'Robin is ill and the hold ends tonight';

  it('interrupts, asks why, tells the colleague and says so on the case', async () => {
    const { id, reference } = await heldSince(officer.staff.id, minutes(5));
    const page = await colleague.get(`/applications/${reference}/take-over/new`);
    expect(page.status).toBe(200);
    expect(page.$('main').text()).toContain(`${officer.staff.name} has been reviewing this case`);
    const wordless = await colleague.submit(page, { reason: '  ' });
    expect(wordless.status).toBe(422);
    expect(wordless.$('.govuk-error-summary').text()).toContain('Say why you take the case over');
    const taken = await colleague.submit(page, { reason });
    expect([taken.status, taken.location]).toEqual([303, `/applications/${reference}`]);
    expect(await read(id)).toMatchObject({
      claimedBy: colleague.staff.id,
      claimedAt: NOW,
      claimedUntil: minutes(20),
    });
    const again = await colleague.submit(page, { reason });
    expect(again.status).toBe(303);
    expect(await eventsOf(id)).toEqual(['case-taken-over']);
    const shown = await officer.get(`/applications/${reference}`);
    expect(shown.$('[aria-labelledby=notes]').text()).toContain(reason);
    expect(shown.$('[aria-labelledby=timeline]').text()).toContain('Case taken over');
  });

  it('has nothing to take when nobody, oneself, or a decision has the case', async () => {
    const free = await bench.add();
    const mine = await heldSince(colleague.staff.id, minutes(5));
    const done = await bench.add((it) => it.with({ status: 'rejected', decidedAt: hours(-1) }));
    for (const { reference } of [free, mine, done]) {
      const page = await colleague.get(`/applications/${reference}/take-over/new`);
      expect([page.status, page.location]).toEqual([303, `/applications/${reference}`]);
    }
    const post = await colleague.post(`/applications/${free.reference}/take-over`, {
      ...formSeen(free.version),
      reason,
    });
    expect(post.status).toBe(409);
    expect(post.$('main textarea').text()).toContain(reason);
  });

  it('and a decision at the same moment: one of the two, never both (R-ST-2)', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, uprn, version } = await heldSince(officer.staff.id, minutes(5));
      const deciding = bench.desk.app.get(RejectApplication);
      const taking = bench.desk.app.get(TakeOverCase);
      const staff = (browser: StaffBrowser, role: 'officer' | 'supervisor') =>
        ({ ...browser.staff, role }) as CurrentStaff;
      const decision = rejection({ applicationId: id, uprn, version });
      const [decided, taken] = await Promise.all([
        deciding.run({ ...decision, officer: staff(officer, 'officer') }),
        taking.run({
          applicationId: id,
          officer: staff(colleague, 'supervisor'),
          seenVersion: version,
          formId: formSeen(version)['formId'] ?? '',
          reason,
        }),
      ]);
      expect([decided.ok, taken.ok].filter(Boolean)).toHaveLength(1);
      const row = await read(id);
      expect(row?.status).toBe(decided.ok ? 'rejected' : 'in_review');
      expect(row?.claimedBy).toBe(decided.ok ? officer.staff.id : colleague.staff.id);
    }
  });
});

function rejection(of: { applicationId: string; uprn: string; version: number }) {
  return {
    applicationId: of.applicationId,
    uprn: of.uprn,
    seenVersion: of.version,
    formId: formSeen(of.version)['formId'] ?? '',
    reasons: [{ code: 'not_in_zone' as const, paperKind: null, paperId: null, words: null }],
    privateNote: null,
    moneyShown: 'none',
  };
}
