import { type CaseworkBench, startCaseworkBench } from './casework-bench.js';

let bench: CaseworkBench;
beforeAll(async () => {
  bench = await startCaseworkBench();
});
afterAll(() => bench.stop());

const looks = (applicationId: string): Promise<{ actor_id: string }[]> =>
  bench.desk.database.dataSource.query(
    `SELECT actor_id FROM timeline_events
      WHERE application_id = ? AND type = 'case-opened-by-auditor' ORDER BY happened_at`,
    [applicationId],
  );

it('an auditor sees initials in lists and whole names on a case, which is written there', async () => {
  const { id, reference } = await bench.add((a) => a.with({ applicantName: 'Tamsin Example' }));
  const auditor = await bench.desk.signInAs('auditor');
  expect((await auditor.get('/queue?status=all')).text).not.toContain('Tamsin');
  expect(await looks(id)).toEqual([]);
  const path = `/applications/${reference}`;
  expect((await auditor.get(path)).$('main').text()).toContain('Tamsin Example');
  await auditor.get(`${path}/household`);
  expect((await auditor.get('/applications/PD-2222-2222')).status).toBe(404);
  expect(await looks(id)).toEqual([{ actor_id: auditor.staff.id }]);
  const colleague = await bench.desk.signInAs('auditor');
  await colleague.get(`${path}/household`);
  expect(await looks(id)).toHaveLength(2);
});

it('is seen by supervisors, not by officers, and nothing is noted of anybody else', async () => {
  const { id, reference } = await bench.add();
  const path = `/applications/${reference}`;
  const auditor = await bench.desk.signInAs('auditor');
  await auditor.get(path);
  const timelineFor = async (role: 'officer' | 'supervisor') =>
    (await (await bench.desk.signInAs(role)).get(path)).$('[aria-labelledby=timeline]').text();
  expect(await timelineFor('supervisor')).toContain('Case opened by an auditor');
  expect(await timelineFor('officer')).not.toContain('auditor');
  expect(await looks(id)).toHaveLength(1);
});
