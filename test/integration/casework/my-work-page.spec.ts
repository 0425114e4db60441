import { findApplication } from '../../../src/applications/applications.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, formSeen, hours, NOW, startCaseworkBench } from './casework-bench.js';

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
});
afterAll(() => bench.stop());

const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);

const mine = async () => (await officer.get('/my-work')).$;

describe('my work', () => {
  it('shows a mention once, escaped, until it is marked as seen by that person', async () => {
    const { reference, version } = await bench.add();
    await colleague.post(`/applications/${reference}/notes`, {
      ...formSeen(version),
      words: 'Please ring <img src=x> today',
      tell: officer.staff.id,
    });
    const $ = await mine();
    expect($('#told').length).toBe(1);
    expect($('.desk-told').text()).toContain(`${colleague.staff.name} mentioned you`);
    expect($('.desk-told').text()).toContain('<img src=x>');
    expect($('.desk-told img')).toHaveLength(0);
    const action = $('.desk-told form').attr('action') ?? '';
    expect((await supervisor.post(action)).status).toBe(303);
    expect((await mine())('.desk-told form')).toHaveLength(1);
    const shown = async () => (await colleague.get(`/applications/${reference}`)).$;
    expect((await shown())('[aria-labelledby=notes]').text()).toContain('(not seen yet)');
    expect((await officer.post(action)).location).toBe('/my-work#told');
    expect((await mine())('.desk-told')).toHaveLength(0);
    expect((await shown())('[aria-labelledby=notes]').text()).toContain('(seen 20 November 2026');
  });

  it('lets a note tell only who may see the case, and keeps what was typed', async () => {
    const administrator = await bench.desk.addStaff('administrator');
    const { reference, version } = await bench.add();
    const refused = await officer.post(`/applications/${reference}/notes`, {
      ...formSeen(version),
      words: 'Look here',
      tell: administrator.id,
    });
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary').text()).toContain('may see this case');
    expect(refused.$('#words').text()).toBe('Look here');
  });

  it('tells who took a case over and why', async () => {
    const { reference } = await bench.add((it) =>
      it.inReviewBy(officer.staff.id, hours(-1), hours(1)),
    );
    const page = await supervisor.get(`/applications/${reference}/take-over/new`);
    await supervisor.submit(page, { reason: 'You are on leave' });
    const told = (await mine())('.desk-told').text();
    expect(told).toContain(`${supervisor.staff.name} took this case over from you`);
    expect(told).toContain('You are on leave');
  });

  it('shows until when cases are held, what is on hold and what wakes today', async () => {
    const held = await bench.add((it) => it.inReviewBy(officer.staff.id, NOW, hours(1 / 4)));
    const lost = await bench.add((it) => it.inReviewBy(officer.staff.id, hours(-1), hours(-1 / 4)));
    const aside = await bench.add((it) => it.inReviewBy(officer.staff.id, NOW, hours(1)));
    const hold = async (application: typeof aside, day: number) => {
      await officer.post(`/applications/${application.reference}/hold`, {
        ...formSeen(application.version),
        reason: 'colleague',
        words: '',
        'wakeOn[day]': String(day),
        'wakeOn[month]': '11',
        'wakeOn[year]': '2026',
      });
    };
    await hold(aside, 24);
    const woken = await bench.add((it) => it.inReviewBy(officer.staff.id, NOW, hours(1)));
    await hold(woken, 21);
    await bench.desk.database.dataSource.query(
      `UPDATE applications a JOIN case_holds h ON h.application_id = a.id
          SET a.on_hold_until = '2026-11-20 00:00:00', h.wake_on = '2026-11-20' WHERE a.id = ?`,
      [woken.id],
    );
    expect((await read(woken.id))?.status).toBe('submitted');
    const $ = await mine();
    const section = (caption: string) =>
      $(`table:has(caption:contains("${caption}"))`).find('tbody').text();
    expect(section('Cases you hold')).toContain(held.reference);
    expect(section('Cases you hold')).toContain('10:57am');
    expect(section('Cases you hold')).toContain('Run out: anybody may claim it');
    expect(section('Cases you hold')).toContain(lost.reference);
    expect(section('Cases you have on hold')).toContain(aside.reference);
    expect(section('Cases you have on hold')).toContain('24 Nov 2026');
    expect(section('Cases that wake today')).toContain(woken.reference);
    expect($('main').text()).toMatch(/On hold\s+1 case/);
    expect((await colleague.get('/my-work')).$('main').text()).not.toContain(aside.reference);
  });
});
