import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { createLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { RunSearch } from '../../../src/search/run-search.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';

/** What people search for is personal (R-VRM-9): every way a search can end, and not a word in a log line. */

const lines: string[] = [];
let desk: TestApplication;
beforeAll(async () => {
  const log = createLog('debug', { write: (line: string) => lines.push(line) });
  desk = await startTestApplication({ overrides: [{ provide: LOG, use: log }] });
});
afterAll(() => desk.stop());

it('says who found more cases in a day than usual work needs, once and without a word of it', async () => {
  const officer = await desk.signInAs('officer');
  const { clientId, zoneCode } = await desk.app.get(UnitOfWork).run(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z906'),
  }));
  await desk.app.get(UnitOfWork).run(async (tx) => {
    for (const applicantName of ['Tamsin Manyfold', 'Tobias Manyfold', 'Thora Manyfold']) {
      const uprn = await aProperty(tx, zoneCode);
      await anApplication({ clientId, zoneCode, uprn }).with({ applicantName }).insert(tx);
    }
  });
  expect(desk.app.get(RunSearch).foundToday.most).toBe(300);
  desk.app.get(RunSearch).foundToday.most = 2;
  lines.length = 0;
  const alarms = () => lines.filter((line) => line.includes('many-cases-searched'));
  await officer.post('/searches', { typed: 'Tamsin Manyfold' });
  await officer.post('/searches', { typed: 'Tobias Manyfold' });
  expect(alarms()).toEqual([]);
  await officer.post('/searches', { typed: 'Manyfold' });
  await officer.post('/searches', { typed: 'Manyfold' });
  expect(alarms()).toHaveLength(1);
  expect(alarms()[0]).toContain(officer.staff.id);
  expect(lines.join('')).not.toContain('anyfold');
});

const WORDS = [
  'Seeded Surname',
  'QX12 SDD',
  'seeded.person@example.com',
  '07700 900654',
  'LE90 1AA',
  `Seeded ${'x'.repeat(300)}`,
];

it('is in no log line, no address and no header, whatever becomes of the search', async () => {
  const officer = await desk.signInAs('officer');
  const administrator = await desk.signInAs('administrator');
  const addresses: string[] = [];
  for (const typed of WORDS) {
    const answer = await officer.post('/searches', { typed });
    addresses.push(...[...answer.headers].map(([name, value]) => `${name}: ${value}`));
    if (answer.location) await officer.get(answer.location);
    await administrator.post('/searches', { typed });
    await desk.visitor().post('/searches', { typed });
    await officer.post('/searches', { typed, _csrf: 'wrong' });
  }
  for (let index = 0; index < 60; index += 1) {
    await officer.post('/searches', { typed: 'Seeded Surname' });
  }
  // The database refuses: what is logged of it must not repeat the statement's values.
  await desk.database.dataSource.query('RENAME TABLE search_terms TO search_terms_away');
  const supervisor = await desk.signInAs('supervisor');
  expect((await supervisor.post('/searches', { typed: 'Seeded Surname' })).status).toBe(500);
  await desk.database.dataSource.query('RENAME TABLE search_terms_away TO search_terms');
  expect(lines.filter((line) => line.includes('/searches')).length).toBeGreaterThan(60);
  const everything = [...lines, ...addresses].join('\n');
  expect(everything).not.toMatch(/seeded|QX12|900 ?654|LE90|xxxx/i);
});
