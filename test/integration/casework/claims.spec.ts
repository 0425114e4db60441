import { randomUUID } from 'node:crypto';
import { findApplication } from '../../../src/applications/applications.store.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import { aStaffAccount } from '../../builders/a-council.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, formSeen, hours, startCaseworkBench } from './casework-bench.js';

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
beforeEach(() => bench.empty());
afterAll(() => bench.stop());

const claimCase = () => bench.desk.app.get(ClaimCase);
const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);

async function eventsOf(id: string): Promise<string[]> {
  const rows: { type: string }[] = await bench.desk.database.dataSource.query(
    'SELECT type FROM timeline_events WHERE application_id = ? ORDER BY happened_at, id',
    [id],
  );
  return rows.map(({ type }) => type);
}

describe('claiming a case', () => {
  it('gives it to the officer, once however often the button is pressed', async () => {
    const { id, reference, version } = await bench.add();
    const form = formSeen(version);
    const claimed = await officer.post(`/applications/${reference}/claim`, form);
    expect([claimed.status, claimed.location]).toEqual([303, `/applications/${reference}`]);
    const again = await officer.post(`/applications/${reference}/claim`, form);
    expect([again.status, again.location]).toEqual([303, `/applications/${reference}`]);
    expect(await read(id)).toMatchObject({
      status: 'in_review',
      claimedBy: officer.staff.id,
      version: version + 1,
    });
    expect(await eventsOf(id)).toEqual(['case-claimed']);
  });

  it('names who was faster and since when', async () => {
    const { id, reference, version } = await bench.add();
    await officer.post(`/applications/${reference}/claim`, formSeen(version));
    const late = await colleague.post(`/applications/${reference}/claim`, formSeen(version));
    expect(late.status).toBe(409);
    const text = late.$('main').text();
    expect(text).toContain(
      `${officer.staff.name} has been reviewing this case since 20 November 2026, 10:42am.`,
    );
    expect(text).toContain('Case claimed');
    expect(late.$('main a.govuk-button').attr('href')).toBe(`/applications/${reference}`);
    expect((await read(id))?.claimedBy).toBe(officer.staff.id);
  });

  it('goes to exactly one of fifty who press at once', async () => {
    const { id, version } = await bench.add();
    const outcomes = await Promise.all(
      fifty.map((staff) =>
        claimCase().claim({ applicationId: id, officer: staff, seenVersion: version }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
    expect(new Set(refusals)).toEqual(new Set(['held_by_another']));
    expect(await eventsOf(id)).toEqual(['case-claimed']);
  });

  it('closes the request the resident has not answered, and the clock runs again', async () => {
    const { id, reference, version } = await bench.add((it) =>
      it.with({ status: 'awaiting_evidence', awaitingSince: hours(-48) }),
    );
    await bench.desk.database.dataSource.query(
      `INSERT INTO evidence_requests (id, application_id, state, asked_by, asked_at, answer_by_on,
         link_expires_at, items, form_id) VALUES (?, ?, 'open', ?, ?, '2026-12-04', ?, '[]', ?)`,
      [randomUUID(), id, officer.staff.id, hours(-48), hours(400), randomUUID()],
    );
    await officer.post(`/applications/${reference}/claim`, formSeen(version));
    expect(await read(id)).toMatchObject({
      status: 'in_review',
      awaitingSince: null,
      pausedSeconds: 48 * 3600,
    });
    expect((await eventsOf(id)).sort()).toEqual(['case-claimed', 'evidence-request-closed']);
  });

  it('is refused on a decided case, on an old page, and without the hidden fields', async () => {
    const decided = await bench.add((it) => it.with({ status: 'rejected', decidedAt: hours(-1) }));
    const path = (reference: string) => `/applications/${reference}/claim`;
    const late = await officer.post(path(decided.reference), formSeen(decided.version));
    expect(late.status).toBe(409);
    expect(late.$('main').text()).toContain('already been decided');
    const open = await bench.add((it) => it.with({ version: 4 }));
    expect((await officer.post(path(open.reference), formSeen(3))).status).toBe(409);
    expect((await officer.post(path(open.reference))).status).toBe(400);
    expect((await officer.post(path('PD-0000-0000'), formSeen(1))).status).toBe(404);
  });
});

describe('giving a case back', () => {
  it('lets another take it, once however often the button is pressed', async () => {
    const { id, reference, version } = await bench.add((it) => it.inReviewBy(officer.staff.id));
    const form = formSeen(version);
    const path = `/applications/${reference}/release`;
    expect((await officer.post(path, form)).status).toBe(303);
    expect((await officer.post(path, form)).status).toBe(303);
    expect(await read(id)).toMatchObject({ status: 'submitted', claimedBy: null, claimedAt: null });
    expect(await eventsOf(id)).toEqual(['case-released']);
  });

  it('is only for who holds it', async () => {
    const { id, reference, version } = await bench.add((it) => it.inReviewBy(officer.staff.id));
    const answer = await colleague.post(`/applications/${reference}/release`, formSeen(version));
    expect(answer.status).toBe(409);
    expect(answer.$('main').text()).toContain(officer.staff.name);
    expect((await read(id))?.claimedBy).toBe(officer.staff.id);
  });
});

describe('Review next case', () => {
  it('hands out the hold ending soonest, then the oldest, then says that none waits', async () => {
    const old = await bench.add((it) => it.free().with({ receivedAt: hours(-99) }));
    const late = await bench.add((it) => it.paid(5500, undefined, hours(50)));
    const soon = await bench.add((it) => it.paid(5500, undefined, hours(3)));
    await bench.add((it) => it.with({ status: 'awaiting_evidence', awaitingSince: hours(-2) }));
    for (const { reference } of [soon, late, old]) {
      const answer = await officer.post('/my-work/next');
      expect([answer.status, answer.location]).toEqual([303, `/applications/${reference}`]);
    }
    const none = await officer.post('/my-work/next');
    expect([none.status, none.location]).toEqual([303, '/my-work']);
    expect((await officer.follow(none)).$('main').text()).toContain('No cases are waiting');
  });

  it('gives fifty officers at once fifty different cases (R6.4)', async () => {
    for (let index = 0; index < 50; index += 1) {
      await bench.add((it) =>
        index % 2 === 0
          ? it.free().with({ receivedAt: hours(-index) })
          : it.paid(5500, undefined, hours(index)),
      );
    }
    const given = await Promise.all(fifty.map((staff) => claimCase().claimNext(staff)));
    expect(given).not.toContain(null);
    expect(new Set(given).size).toBe(50);
    const [row]: { holders: string }[] = await bench.desk.database.dataSource.query(
      `SELECT COUNT(DISTINCT claimed_by) AS holders FROM applications WHERE status = 'in_review'`,
    );
    expect(Number(row?.holders)).toBe(50);
  });

  it('gives fifty officers one case: one gets it, the others hear that none waits', async () => {
    await bench.add();
    const given = await Promise.all(fifty.map((staff) => claimCase().claimNext(staff)));
    expect(given.filter((reference) => reference !== null)).toHaveLength(1);
  });
});
