import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { type DatabaseProxy, startDatabaseProxy } from '../../support/faults/database-proxy.js';
import { fillWithdrawal, type FilledForm } from '../../support/faults/officers.js';
import { type OwnMariadb, startOwnMariadb } from '../../support/faults/own-mariadb.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { pdf } from '../files/sample-files.js';
import { multipart } from '../intake/intake-desk.js';
import { type Doing, DOINGS, DONE, FAULTS, type Struck } from './database-fault-kinds.js';

const POOL = 4;
const MS = 120_000;
/** R5.3: whatever the database does, nobody waits longer. */
const ANSWERED_WITHIN_MS = 10_000;

let server: OwnMariadb;
let proxy: DatabaseProxy;
let struck: Struck;
let desk: TestApplication;
let officer: TestBrowser & { staff: { id: string } };
let place: { clientId: string; zoneCode: string; key: string };
let paper: Buffer;
const given = { ...process.env };

beforeAll(async () => {
  server = await startOwnMariadb();
  const unitOfWork = () => desk.app.get(UnitOfWork);
  struck = { server, unitOfWork, poolSize: POOL, judge: () => 'pass' };
  process.env['TEST_DATABASE_URL'] = server.adminUrl;
  process.env['TEST_APPLICATION_DATABASE_URL'] = server.applicationUrl;
  proxy = await startDatabaseProxy(server.applicationUrl, ({ sql }) => struck.judge(sql));
  desk = await startTestApplication({
    databasePort: Number(new URL(proxy.url).port),
    settings: { DATABASE_POOL: POOL },
  });
  officer = await desk.signInAs('officer');
  place = await desk.app.get(UnitOfWork).run(async (tx) => {
    const client = await aClient(tx);
    return { clientId: client.id, key: client.key, zoneCode: await aZone(tx, 'Z901') };
  });
  paper = await pdf();
}, MS);
afterAll(async () => {
  Object.assign(process.env, given);
  await desk.app.close();
  await desk.database.dataSource.destroy();
  await proxy.stop();
  await server.drop();
}, MS);

interface Case {
  id: string;
  reference: string;
}

async function aCase(): Promise<Case> {
  const { application } = await desk.app.get(UnitOfWork).run(async (tx) =>
    anApplication({ ...place, uprn: await aProperty(tx, place.zoneCode) })
      .inReviewBy(officer.staff.id)
      .withAcceptedPaper('utility_bill', officer.staff.id)
      .free()
      .insert(tx),
  );
  return application;
}

/** Everything of the case that any of the four could have changed. */
async function stateOf({ id }: Case): Promise<string> {
  const counts = ['decisions', 'letters', 'evidence_papers', 'timeline_events'].map(
    (table) => `(SELECT COUNT(*) FROM ${table} WHERE application_id = a.id) AS ${table}`,
  );
  const rows: unknown[] = await desk.database.dataSource.query(
    `SELECT a.status, a.version, a.claimed_by, ${counts.join(', ')} FROM applications a WHERE a.id = ?`,
    [id],
  );
  return JSON.stringify(rows);
}

async function uploadTo({ reference }: Case): Promise<Pick<Answer, 'status' | 'text'>> {
  const body = multipart([['utility_bill', paper, 'bill.pdf']]);
  const response = await fetch(`${desk.url}/api/v1/applications/${reference}/evidence`, {
    method: 'POST',
    headers: { authorization: `Bearer ${place.key}` },
    body,
  });
  return { status: response.status, text: await response.text() };
}

function doIt(doing: Doing, one: Case, form: FilledForm): Promise<Pick<Answer, 'status' | 'text'>> {
  switch (doing) {
    case 'list':
      return officer.get('/queue');
    case 'case':
      return officer.get(`/applications/${one.reference}`);
    case 'decide':
      return officer.post(form.path, form.fields);
    case 'upload':
      return uploadTo(one);
  }
}

describe.each(FAULTS)('attack 203, attack 204: $name', (fault) => {
  it.each(DOINGS)(
    '%s: answers in time, changes nothing it says it did not, and works afterwards',
    async (doing) => {
      const one = await aCase();
      const form = await fillWithdrawal(officer, {
        ...one,
        providerPaymentId: '',
        money: 'held',
      });
      const before = await stateOf(one);
      await fault.strike(struck);
      const startedAt = Date.now();
      const answer = await doIt(doing, one, form).finally(() => fault.heal(struck));
      const tookMs = Date.now() - startedAt;
      expect({ status: answer.status, text: answer.text.slice(0, 400) }).toMatchObject({
        status: fault.answers[doing],
      });
      expect(tookMs).toBeLessThan(ANSWERED_WITHIN_MS);
      if (answer.status === 503) {
        expect(answer.text).toMatch(/not available right now|We do not know whether/);
        expect(answer.text).not.toMatch(/SQL|timeline_events|at .*\.js:/);
        expect(await stateOf(one)).toBe(before);
        const again = await doIt(doing, one, form);
        expect({ status: again.status, text: again.text.slice(0, 400) }).toMatchObject({
          status: DONE[doing],
        });
      }
    },
    MS,
  );
});
