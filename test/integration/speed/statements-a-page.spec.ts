import { countStatements } from '../../support/count-statements.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { anApplication } from '../../builders/an-application.js';
import { type DecidingBench, send, startDecidingBench } from '../deciding/deciding-bench.js';

/**
 * How often a page speaks to the database, at most. A page that needs one question more says so
 * here; none grows by a question a row. Sessions and rights are counted in.
 */
const MOST = {
  queue: 6,
  filteredQueue: 6,
  casePage: 6,
  review: 5,
  nextCase: 14,
  checkApproval: 9,
  approve: 35,
};

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };
let counting: ReturnType<typeof countStatements>;

beforeAll(async () => {
  bench = await startDecidingBench();
  counting = countStatements(bench.desk.app);
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

/** Once for what is kept in memory from then on, once to count. */
async function statementsOf(work: () => Promise<{ status: number }>, status = 200) {
  expect((await work()).status).toBe(status);
  return counting.during(async () => expect((await work()).status).toBe(status));
}

const addCase = () => bench.addCase({ officerId: officer.staff.id });

async function addFreeCases(count: number): Promise<void> {
  const { clientId, zoneCode } = bench;
  for (let made = 0; made < count; made += 1) {
    const uprn = await bench.addProperty();
    await bench.write((tx) => anApplication({ clientId, zoneCode, uprn }).withV5C().insert(tx));
  }
}

describe('statements a page, at most', () => {
  it('for the queue, however many cases it shows', async () => {
    await addFreeCases(1);
    const one = await statementsOf(() => officer.get('/queue?status=all'));
    await addFreeCases(12);
    const many = await statementsOf(() => officer.get('/queue?status=all'));
    expect(many).toHaveLength(one.length);
    expect(many.length).toBeLessThanOrEqual(MOST.filteredQueue);
    const bare = await statementsOf(() => officer.get('/queue'));
    expect(bare.length).toBeLessThanOrEqual(MOST.queue);
  });

  it('for a case, its papers and its approval', async () => {
    const { reference } = (await addCase()).application;
    const path = `/applications/${reference}`;
    const casePage = await statementsOf(() => officer.get(path));
    expect(casePage.length).toBeLessThanOrEqual(MOST.casePage);
    const review = await statementsOf(() => officer.get(`${path}/evidence/1`));
    expect(review.length).toBeLessThanOrEqual(MOST.review);
    const check = await statementsOf(() => officer.get(`${path}/approval/new`));
    expect(check.length).toBeLessThanOrEqual(MOST.checkApproval);
  });

  it('for the next case and an approval', async () => {
    await addFreeCases(2);
    const form = await officer.get('/my-work');
    const next = await counting.during(() =>
      officer.submit(form, {}, 'form[action="/my-work/next"]'),
    );
    expect(next.some((sql) => sql.startsWith('UPDATE'))).toBe(true);
    expect(next.length).toBeLessThanOrEqual(MOST.nextCase);
    const { reference } = (await addCase()).application;
    const checked = await officer.get(`/applications/${reference}/approval/new`);
    const approve = await counting.during(async () =>
      expect((await send(officer, checked)).status).toBe(303),
    );
    expect(approve.length).toBeLessThanOrEqual(MOST.approve);
  });

  it('look at the stamp of policy once', async () => {
    const { reference } = (await addCase()).application;
    const asked = await statementsOf(() => officer.get(`/applications/${reference}`));
    expect(asked.filter((sql) => sql.includes('policy_stamp'))).toHaveLength(1);
    expect(
      asked.filter((sql) => /FROM `?(permit_types|permit_prices|zones)`?\b/.test(sql)),
    ).toEqual([]);
  });
});
