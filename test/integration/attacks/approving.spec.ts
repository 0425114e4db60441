import { type DecidingBench, makePermit, startDecidingBench } from '../deciding/deciding-bench.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';

/** Rows of the catalogue of attacks about approving what may not be approved: nothing changes. */

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  bench.desk.clock.set('2026-11-20T10:42:00Z');
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

type More = Omit<Parameters<DecidingBench['addCase']>[0], 'officerId'>;
const add = (more: More = {}) => bench.addCase({ officerId: officer.staff.id, ...more });

const TABLES = ['permits', 'decisions', 'property_slots', 'payment_commands', 'letters'];
const stateOf = async (id: string) =>
  JSON.stringify([
    await bench.desk.database.dataSource.query('SELECT * FROM applications WHERE id = ?', [id]),
    ...(await Promise.all(TABLES.map((table) => bench.rows(table, id)))),
  ]);

/** Draws a form of the case that was open a moment ago, and sends the approval all the same. */
async function forceApproval(reference: string): Promise<Answer> {
  const [{ version }] = await bench.desk.database.dataSource.query(
    'SELECT version FROM applications WHERE reference = ?',
    [reference],
  );
  return officer.post(`/applications/${reference}/approval`, {
    version: String(version),
    formId: crypto.randomUUID(),
    drawnAt: '2026-11-20T10:42:00Z',
    terms: 'made up',
    privateNote: '',
  });
}

async function isRefused(
  { application }: { application: { id: string; reference: string } },
  { status, words }: { status: number; words: RegExp },
) {
  const before = await stateOf(application.id);
  const page = await officer.get(`/applications/${application.reference}`);
  expect(page.$('[aria-labelledby=gate]').text()).toMatch(words);
  const answer = await forceApproval(application.reference);
  expect(answer.status).toBe(status);
  expect(answer.$('main').text()).toMatch(words);
  expect(await stateOf(application.id)).toBe(before);
}

it('attack 029: no proof of address is accepted', async () => {
  const built = await add({
    change: (a) => {
      Object.assign(a, { papers: [] });
      return a.withPaper('utility_bill').withAcceptedPaper('v5c', officer.staff.id);
    },
  });
  await isRefused(built, { status: 422, words: /Proof of address: look at the utility bill/ });
});

it('attack 031: the hold on the card has lapsed', async () => {
  const built = await add();
  await bench.desk.database.dataSource.query(
    'UPDATE payments SET hold_ends_at = ? WHERE application_id = ?',
    [new Date('2026-11-20T10:41:59Z'), built.application.id],
  );
  await isRefused(built, { status: 409, words: /nothing is held|hold on the card ended/ });
});

it('attack 036: the free permit twice, by essential carer and by disabled resident', async () => {
  const uprn = await bench.addProperty();
  const change: More['change'] = (a) =>
    a
      .with({ permitTypeCode: 'essential_carer' })
      .withAcceptedPaper('proof_of_care', officer.staff.id);
  await makePermit(bench, officer, { pence: 0, uprn, change });
  const second = await add({
    ...{ pence: 0, uprn },
    change: (a) =>
      a
        .with({ permitTypeCode: 'disabled_resident' })
        .withAcceptedPaper('blue_badge', officer.staff.id),
  });
  await isRefused(second, { status: 422, words: /free essential carer or disabled resident/ });
});

it('attack 037: a third permit at a property, however the flat is written', async () => {
  const uprn = await bench.addProperty();
  await makePermit(bench, officer, { uprn });
  await makePermit(bench, officer, { uprn });
  const third = await add({ uprn });
  await isRefused(third, { status: 409, words: /may have 2 permits at one time and has 2/ });
});
