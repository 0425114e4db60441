import { OpenFileLink } from '../../../src/evidence-files/open-file-link.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { createLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { askFilesHost } from '../../support/files-host.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { storedPaper } from '../review/review-desk.js';

/** Pictures given to one person in a day, beyond what work needs: said in the log, and nobody is stopped. */

const lines: string[] = [];
let desk: TestApplication;
beforeAll(async () => {
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  desk = await startTestApplication({ overrides: [{ provide: LOG, use: log }] });
});
afterAll(() => desk.stop());

it('is an alarm once a day and person, from the 401st on', async () => {
  const files = await storedPaper(desk);
  const { application } = await desk.app.get(UnitOfWork).run(async (tx) => {
    const zoneCode = await aZone(tx, 'Z907');
    const place = {
      zoneCode,
      clientId: (await aClient(tx)).id,
      uprn: await aProperty(tx, zoneCode),
    };
    return anApplication(place).withPaper('utility_bill', files).insert(tx);
  });
  const officer = await desk.signInAs('officer');
  const look = async () => {
    const page = await officer.get(`/applications/${application.reference}/evidence/1/pages/1`);
    expect((await askFilesHost(page.location ?? '')).status).toBe(200);
  };
  const { givenToday } = desk.app.get(OpenFileLink);
  expect(givenToday.most).toBe(400);
  givenToday.most = 2;
  const alarms = () => lines.filter((line) => line.includes('many-papers-looked-at'));
  await look();
  await look();
  expect(alarms()).toEqual([]);
  await look();
  await look();
  expect(alarms()).toHaveLength(1);
  expect(alarms()[0]).toContain(officer.staff.id);
});
