import { lockNextFree } from '../../../src/applications/applications.store.js';
import { ClaimCase } from '../../../src/claims/claim-case.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import { insertTeam, saveNextCaseChoice } from '../../../src/teams/teams.store.js';
import { aStaffAccount } from '../../builders/a-council.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, hours, NOW, startCaseworkBench } from './casework-bench.js';

type StaffBrowser = TestBrowser & { staff: { id: string; name: string } };

let bench: CaseworkBench;
let officer: StaffBrowser;
let colleague: StaffBrowser;
let supervisor: StaffBrowser;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  colleague = await bench.desk.signInAs('support');
  supervisor = await bench.desk.signInAs('supervisor');
});
beforeEach(async () => {
  bench.desk.clock.set(NOW);
  await bench.empty();
  const source = bench.desk.database.dataSource;
  for (const table of ['team_members', 'teams', 'next_case_choices']) {
    await source.query(`DELETE FROM ${table}`);
  }
});
afterAll(() => bench.stop());

const next = async () => (await officer.post('/my-work/next')).location;
const mine = async () => (await officer.get('/my-work')).$;
const aCarer = (hold: number) =>
  bench.add((it) =>
    it.with({ permitTypeCode: 'essential_carer' }).paid(5500, undefined, hours(hold)),
  );

async function aTeam(browser: TestBrowser, differs: Record<string, string | string[]> = {}) {
  return browser.post('/teams', {
    name: 'Carers',
    permitTypes: ['essential_carer'],
    members: [officer.staff.id],
    version: '0',
    ...differs,
  });
}

describe('keeping teams', () => {
  it('is for supervisors and administrators, with a name of its own', async () => {
    expect((await aTeam(supervisor)).location).toBe('/teams');
    const page = await supervisor.get('/teams');
    expect(page.$('tbody').text()).toContain('Essential carer');
    expect(page.$('tbody').text()).toContain(officer.staff.name);
    const twin = await aTeam(supervisor);
    expect(twin.status).toBe(422);
    expect(twin.$('.govuk-error-summary').text()).toContain('Another team has this name');
    expect((await aTeam(officer)).status).toBe(403);
    expect((await aTeam(colleague)).status).toBe(403);
  });

  it('refuses what no list offers and keeps what was typed', async () => {
    const wrong: Record<string, string | string[]>[] = [
      { name: '  ' },
      { permitTypes: ['no_such_type'] },
      { zones: ['Z999'] },
      { members: [colleague.staff.id] },
    ];
    for (const differs of wrong) {
      const refused = await aTeam(supervisor, differs);
      expect([differs, refused.status]).toEqual([differs, 422]);
    }
    const shown = await aTeam(supervisor, { zones: ['Z999'] });
    expect(shown.$('#name').val()).toBe('Carers');
    expect((await supervisor.get('/teams')).$('tbody tr')).toHaveLength(0);
  });

  it('lets nobody overwrite what a colleague changed, nor remove it unseen', async () => {
    await aTeam(supervisor);
    const href = (await supervisor.get('/teams')).$('tbody a').attr('href') ?? '';
    const old = await supervisor.get(href);
    expect((await supervisor.submit(old, { name: 'Care team' })).status).toBe(303);
    const late = await supervisor.submit(old, { name: 'Mine' });
    expect(late.status).toBe(422);
    expect(late.$('.govuk-error-summary').text()).toContain('Somebody changed this team');
    expect((await supervisor.submit(old, {}, 'form[action$="/end"]')).status).toBe(422);
    const now = await supervisor.get(href);
    expect(now.$('#name').val()).toBe('Care team');
    expect((await supervisor.submit(now, {}, 'form[action$="/end"]')).status).toBe(303);
    expect((await supervisor.get(href)).status).toBe(404);
  });
});

describe('the next case of a team', () => {
  it('comes from the team first, from it only, or from all, as each person chose', async () => {
    await aTeam(supervisor);
    const soonest = await bench.add((it) => it.paid(5500, undefined, hours(1)));
    const carers = [await aCarer(30), await aCarer(40), await aCarer(50)];
    expect(await next()).toBe(`/applications/${carers[0]?.reference}`);
    await officer.post('/my-work/next-from', { choice: 'all' });
    expect(await next()).toBe(`/applications/${soonest.reference}`);
    const other = await bench.add();
    await officer.post('/my-work/next-from', { choice: 'only' });
    expect(await next()).toBe(`/applications/${carers[1]?.reference}`);
    expect(await next()).toBe(`/applications/${carers[2]?.reference}`);
    expect(await next()).toBe('/my-work');
    const $ = await mine();
    expect($('main').text()).toContain('No cases of your teams are waiting');
    expect($('select[name=choice]').val()).toBe('only');
    await officer.post('/my-work/next-from', { choice: 'first' });
    expect(await next()).toBe(`/applications/${other.reference}`);
    expect((await officer.post('/my-work/next-from', { choice: 'mine' })).status).toBe(400);
  });

  it('is looked for in zones too, and in both of two teams', async () => {
    await aTeam(supervisor, { name: 'North', permitTypes: [], zones: ['T12'] });
    await aTeam(supervisor);
    await officer.post('/my-work/next-from', { choice: 'only' });
    await bench.add((it) => it.paid(5500, undefined, hours(1)));
    const north = await bench.add((it) => it.paid(5500, undefined, hours(9)), 'T12');
    const carer = await aCarer(5);
    expect(await next()).toBe(`/applications/${carer.reference}`);
    expect(await next()).toBe(`/applications/${north.reference}`);
    expect(await next()).toBe('/my-work');
  });

  it('holds no lock on the cases it passes by: another team’s officer gets them meanwhile', async () => {
    const unit = bench.desk.app.get(UnitOfWork);
    const among = (type: string) => ({ teams: [{ permitTypes: [type], zones: [] }] });
    const carer = await aCarer(1);
    const resident = await bench.add((it) => it.paid(5500, undefined, hours(9)));
    await unit.run(async (tx) => {
      const first = await lockNextFree(tx, NOW, among('resident'));
      expect(first?.reference).toBe(resident.reference);
      await unit.run(async (other) => {
        const second = await lockNextFree(other, NOW, among('essential_carer'));
        expect(second?.reference).toBe(carer.reference);
        expect(await lockNextFree(other, NOW, among('resident'))).toBeNull();
      });
    });
  });

  it('keeps no case from the other team while both look at once (R6.4)', async () => {
    const unit = bench.desk.app.get(UnitOfWork);
    const staff = await unit.run(async (tx) => {
      const found: CurrentStaff[] = [];
      for (let index = 0; index < 40; index += 1) {
        const id = await aStaffAccount(tx, 'officer', `Team officer ${index}`);
        await saveNextCaseChoice(tx, id, 'only');
        found.push({ id, name: `Team officer ${index}`, role: 'officer' });
      }
      const team = { changedBy: found[0]?.id ?? '', at: NOW, zones: [] };
      const half = (from: number) => found.slice(from, from + 20).map(({ id }) => id);
      const carers = { name: 'Carers', permitTypes: ['essential_carer'], memberIds: half(0) };
      const residents = { name: 'Residents', permitTypes: ['resident'], memberIds: half(20) };
      await insertTeam(tx, { ...team, ...carers });
      await insertTeam(tx, { ...team, ...residents });
      return found;
    });
    // Every resident's case stands behind every carer's, so each residents' officer walks past them.
    for (let index = 0; index < 20; index += 1) {
      await aCarer(index + 1);
      await bench.add((it) => it.paid(5500, undefined, hours(100 + index)));
    }
    const claimCase = bench.desk.app.get(ClaimCase);
    const given = await Promise.all(staff.map((one) => claimCase.claimNext(one)));
    expect(given).not.toContain(null);
    expect(new Set(given).size).toBe(40);
  });
});
