import { londonDateOf } from '../../../src/shared/london-date.js';
import { signIn, type TestApplication } from '../../support/test-application.js';
import { type HoldsBench, startHoldsBench } from './holds-bench.js';

let bench: HoldsBench;
let officer: Awaited<ReturnType<TestApplication['signInAs']>>;

beforeAll(async () => {
  bench = await startHoldsBench();
}, 60_000);
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.goTo(new Date());
  officer = await bench.desk.signInAs('officer');
});

const add = () => bench.addCase({ officerId: officer.staff.id });
/** Some hours pass; nobody stays signed in so long. */
const wait = async (hours: number) => {
  await bench.wait(hours);
  await signIn(officer, officer.staff.email);
};

describe('where people see that a payment hold ends (R1.8)', () => {
  it('the queue marks it, finds it by a filter and leaves it there while it is on hold', async () => {
    const { application } = await add();
    const { application: fresh } = await add();
    await bench.desk.database.dataSource.query(
      'UPDATE applications SET hold_ends_at = hold_ends_at + INTERVAL 2 DAY WHERE id = ?',
      [fresh.id],
    );
    await wait(73);
    const page = await officer.get('/queue?status=holds_ending');
    expect(page.text).toContain(application.reference);
    expect(page.text).not.toContain(fresh.reference);
    const row = page.$(`tr:contains("${application.reference}")`).text();
    expect(row).toContain('Decide soon');
    const shown = await officer.get(`/applications/${application.reference}`);
    expect(shown.$('.desk-identity').text()).toContain('Decide soon');
    await wait(24);
    expect((await officer.get('/queue?status=holds_ending')).text).toContain('Decide now');
  });

  it('My work shows it to its officer and, named, to supervisors', async () => {
    const { application } = await add();
    await wait(97);
    expect((await officer.get('/my-work')).$('main').text()).toContain('Decide now');
    const supervisor = await bench.desk.signInAs('supervisor');
    const page = await supervisor.get('/my-work');
    expect(page.text).toContain('Payment holds ending');
    expect(page.$('a[href="/queue?status=holds_ending"]').length).toBeGreaterThan(0);
    expect(application.reference).toMatch(/^PD-/);
  });

  it('the hours are policy: those of the day count for every running hold', async () => {
    const { application } = await add();
    await wait(50);
    const today = londonDateOf(bench.desk.clock.now());
    await bench.desk.database.dataSource.query(
      `INSERT INTO policy_settings (name, valid_from, value) VALUES ('hold_first_hours', ?, 49)`,
      [today],
    );
    await bench.desk.database.dataSource.query('UPDATE policy_stamp SET stamp = UUID()');
    await bench.followHolds();
    expect(await bench.events(application.id)).toContain('payment-hold-ending');
    await bench.desk.database.dataSource.query('DELETE FROM policy_settings WHERE value = 49');
    await bench.desk.database.dataSource.query('UPDATE policy_stamp SET stamp = UUID()');
  });
});
