import type { Application } from '../../../src/applications/applications.store.js';
import { findApplication } from '../../../src/applications/applications.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { Answer, Fields, TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, hours, NOW, startCaseworkBench } from './casework-bench.js';

type StaffBrowser = TestBrowser & { staff: { id: string; name: string } };

let bench: CaseworkBench;
let officer: StaffBrowser;
let colleague: StaffBrowser;
let supervisor: StaffBrowser;
let auditor: StaffBrowser;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  colleague = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  auditor = await bench.desk.signInAs('auditor');
});
beforeEach(async () => {
  bench.desk.clock.set(NOW);
  await bench.empty();
});
afterAll(() => bench.stop());

const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);
const line = ({ reference, version }: Application) => `${reference}.${version}`;
const lines = (...cases: Application[]) => cases.map(line);
const heldBy = (staff: StaffBrowser, until = hours(1)) =>
  bench.add((it) => it.inReviewBy(staff.staff.id, hours(-1), until));

async function send(browser: TestBrowser, fields: Fields): Promise<Answer> {
  const asked = await browser.post('/bulk-work', fields);
  return asked.status === 200 ? browser.submit(asked) : asked;
}

async function results(browser: TestBrowser, sent: Answer): Promise<string[][]> {
  const { $ } = await browser.follow(sent);
  return $('tbody tr')
    .map((_, row) => [
      $(row)
        .children()
        .map((__, cell) => $(cell).text().trim())
        .get(),
    ])
    .get() as unknown as string[][];
}

describe('the bar above the queue', () => {
  it('says how many are on the page of how many, and offers what the role may do', async () => {
    for (let index = 0; index < 27; index += 1) await bench.add();
    const mine = await officer.get('/queue?zone=T2');
    expect(mine.$('[data-bulk-count]').text()).toBe('25 cases on this page, 27 cases in this list');
    expect(mine.$('input[name=chosen][form=bulk]')).toHaveLength(25);
    expect(mine.$('#bulk select')).toHaveLength(0);
    expect(mine.$('#bulk input[name=back]').val()).toBe('/queue?zone=T2');
    const boss = await supervisor.get('/queue');
    expect(boss.$('#bulk select option').length).toBeGreaterThan(2);
    expect((await auditor.get('/queue')).$('#bulk, input[name=chosen]')).toHaveLength(0);
  });
});

describe('many cases at once', () => {
  it('asks before, then says for each what became of it; the form sent again has that result', async () => {
    const [one, two] = [await bench.add(), await bench.add()];
    const fields = { chosen: lines(one, two), act: 'assign', to: colleague.staff.id };
    const asked = await supervisor.post('/bulk-work', { ...fields, back: '/queue?zone=T2' });
    expect(asked.status).toBe(200);
    expect(asked.$('h1').text()).toBe('Assign 2 cases');
    expect(asked.$('main').text()).toContain(`${colleague.staff.name} will hold 2 cases`);
    expect((await read(one.id))?.status).toBe('submitted');
    const sent = await supervisor.submit(asked);
    expect(sent.status).toBe(303);
    expect(await results(supervisor, sent)).toEqual([
      [one.reference, 'Done', '–'],
      [two.reference, 'Done', '–'],
    ]);
    expect(await read(two.id)).toMatchObject({
      status: 'in_review',
      claimedBy: colleague.staff.id,
      claimedUntil: hours(1 / 3),
    });
    const again = await supervisor.submit(asked);
    expect(again.location).toBe(sent.location);
    expect((await results(supervisor, again)).map(([, state]) => state)).toEqual(['Done', 'Done']);
    const page = await supervisor.follow(sent);
    expect(page.$('main a.govuk-button').attr('href')).toBe('/queue?zone=T2');
    expect((await officer.get(sent.location ?? '')).status).toBe(404);
    const shown = await officer.get(`/applications/${one.reference}`);
    expect(shown.$('[aria-labelledby=timeline]').text()).toContain('Case assigned');
  });

  it('skips what is twice in the list, not one’s own, or changed: attack 056', async () => {
    const mine = await heldBy(officer);
    const yours = await heldBy(colleague);
    const old = await heldBy(officer);
    const free = await bench.add();
    const sent = await send(officer, {
      chosen: [...lines(mine, mine, yours), `${old.reference}.${old.version + 1}`, line(free)],
      act: 'release',
    });
    expect(await results(officer, sent)).toEqual([
      [mine.reference, 'Done', '–'],
      [mine.reference, 'Skipped', 'It was in the list twice.'],
      [yours.reference, 'Skipped', 'You do not hold it.'],
      [old.reference, 'Skipped', 'It changed after you saw it.'],
      [free.reference, 'Skipped', 'Nobody holds it.'],
    ]);
    expect((await read(mine.id))?.status).toBe('submitted');
    expect((await read(yours.id))?.claimedBy).toBe(colleague.staff.id);
    expect((await read(old.id))?.claimedBy).toBe(officer.staff.id);
  });

  it('lets an officer claim for himself only, and takes nothing from a colleague at work', async () => {
    const free = await bench.add();
    const busy = await heldBy(colleague);
    const runOut = await heldBy(colleague, hours(-1));
    const chosen = lines(free, busy, runOut);
    const other = await officer.post('/bulk-work', {
      chosen,
      act: 'assign',
      to: colleague.staff.id,
    });
    expect(other.status).toBe(422);
    expect(other.$('.govuk-error-summary').text()).toContain('Only a supervisor assigns cases');
    const sent = await send(officer, { chosen, act: 'assign' });
    expect((await results(officer, sent)).map(([, state]) => state)).toEqual([
      'Done',
      'Skipped',
      'Done',
    ]);
    expect((await read(free.id))?.claimedBy).toBe(officer.staff.id);
    expect((await read(busy.id))?.claimedBy).toBe(colleague.staff.id);
  });

  it('gives nobody a case that touches his own interests, and assigns the others (R-COI-1)', async () => {
    const [account]: { email: string }[] = await bench.desk.database.dataSource.query(
      'SELECT email FROM staff_accounts WHERE id = ?',
      [officer.staff.id],
    );
    const own = await bench.add((it) => it.with({ applicantEmail: account?.email ?? '' }));
    const other = await bench.add();
    const chosen = lines(own, other);
    const sent = await send(supervisor, { chosen, act: 'assign', to: officer.staff.id });
    expect(await results(supervisor, sent)).toEqual([
      [own.reference, 'Skipped', 'This officer has an interest in it.'],
      [other.reference, 'Done', '–'],
    ]);
    expect((await read(own.id))?.claimedBy).toBeNull();
  });

  it('refuses nothing chosen, nonsense, too many, and somebody who reviews nothing', async () => {
    const { reference, version } = await bench.add();
    const chosen = `${reference}.${version}`;
    const answers = [
      await officer.post('/bulk-work', { act: 'assign' }),
      await officer.post('/bulk-work', { chosen: 'PD<script>', act: 'assign' }),
      await officer.post('/bulk-work', { chosen, act: 'approve' }),
      await officer.post('/bulk-work', { chosen, act: 'assign', back: 'https://example.org/' }),
      await officer.post('/bulk-work', { chosen: Array(101).fill(chosen), act: 'assign' }),
      await supervisor.post('/bulk-work', { chosen, act: 'assign', to: auditor.staff.id }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
    expect(answers[0]?.$('.govuk-error-summary').text()).toContain('Choose at least one case');
    expect(answers[3]?.$('.govuk-back-link').attr('href')).toBe('/queue');
    expect((await auditor.post('/bulk-work', { chosen, act: 'assign' })).status).toBe(403);
  });
});
