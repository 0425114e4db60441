import { findApplication } from '../../../src/applications/applications.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type CaseworkBench, formSeen, NOW, startCaseworkBench } from './casework-bench.js';

type StaffBrowser = TestBrowser & { staff: { id: string; name: string } };

let bench: CaseworkBench;
let officer: StaffBrowser;
let colleague: StaffBrowser;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  colleague = await bench.desk.signInAs('supervisor');
});
beforeEach(async () => {
  bench.desk.clock.set(NOW);
  await bench.empty();
});
afterAll(() => bench.stop());

const read = (id: string) => findApplication(bench.desk.app.get(Database).reader, id);

describe('acting without holding the case', () => {
  it('attack 007: a decision needs a claim first, and changes nothing', async () => {
    const { id, reference, version } = await bench.add();
    const refused = await officer.post(`/applications/${reference}/rejection`, {
      ...formSeen(version),
      step: 'check',
    });
    expect(refused.status).toBe(409);
    expect(refused.$('main').text()).toContain('Claim it first');
    expect(await read(id)).toMatchObject({ status: 'submitted', version });
  });

  it('attack 017: a role taken away a second ago opens nothing any more', async () => {
    const { id, reference, version } = await bench.add();
    const former = await bench.desk.signInAs('officer');
    await bench.desk.database.dataSource.query(
      `UPDATE staff_accounts SET role = 'auditor' WHERE id = ?`,
      [former.staff.id],
    );
    const path = `/applications/${reference}`;
    const answers = [
      await former.post(`${path}/claim`, formSeen(version)),
      await former.post(`${path}/take-over`, formSeen(version)),
      await former.post(`${path}/hold`, formSeen(version)),
      await former.post(`${path}/longer`),
      await former.post('/bulk-work', { chosen: `${reference}.${version}`, act: 'assign' }),
      await former.post('/my-work/next'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await read(id)).toMatchObject({ status: 'submitted', version });
  });
});

describe('who else has the case open', () => {
  it('is named for some minutes, never to oneself', async () => {
    const { reference } = await bench.add();
    await colleague.post(`/applications/${reference}/presence`);
    await officer.post(`/applications/${reference}/presence`);
    const others = async () => {
      const page = await officer.get(`/applications/${reference}`);
      return page.$('.desk-claim__line').text();
    };
    expect(await others()).toBe(`Also open in the last 5 minutes: ${colleague.staff.name} (now).`);
    bench.desk.clock.advance({ minutes: 5 });
    expect(await others()).toBe('');
  });

  it('is no act upon the case: somebody with an interest in it is not refused for opening it', async () => {
    const [account]: { email: string }[] = await bench.desk.database.dataSource.query(
      'SELECT email FROM staff_accounts WHERE id = ?',
      [officer.staff.id],
    );
    const { reference, version } = await bench.add((it) =>
      it.with({ applicantEmail: account?.email ?? '' }),
    );
    expect((await officer.post(`/applications/${reference}/presence`)).status).toBe(204);
    const refused: unknown[] = await bench.desk.database.dataSource.query(
      'SELECT 1 FROM conflict_refusals',
    );
    expect(refused).toHaveLength(0);
    const claim = await officer.post(`/applications/${reference}/claim`, formSeen(version));
    expect(claim.status).toBe(403);
    await bench.desk.database.dataSource.query('DELETE FROM conflict_refusals');
  });

  it('answers 404 for a case that is not there, and changes nothing', async () => {
    expect((await officer.post('/applications/PD-0000-0000/presence')).status).toBe(404);
    expect((await officer.post('/applications/PD-0000-0000/longer')).status).toBe(404);
  });
});
