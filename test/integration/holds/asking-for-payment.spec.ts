import {
  aLapsedCase,
  anAskedCase,
  type HoldsBench,
  type Officer,
  startHoldsBench,
} from './holds-bench.js';
import { open } from './resident-at-desk.js';

let bench: HoldsBench;
let officer: Officer;

beforeAll(async () => {
  bench = await startHoldsBench();
}, 60_000);
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.goTo(new Date());
  officer = await bench.desk.signInAs('officer');
});

const aLapsed = () => aLapsedCase(bench, officer);
const anAsked = () => anAskedCase(bench, officer);

describe('a payment that lapsed all the same', () => {
  it('blocks the approval with a page that says what to do', async () => {
    const { application } = await aLapsed();
    const page = await officer.get(`/applications/${application.reference}/approval/new`);
    expect(page.status).toBe(200);
    const way = page.$(`a[href="/applications/${application.reference}/payment-requests/new"]`);
    expect(way.text()).toContain('Ask for payment again');
    const shown = await officer.get(`/applications/${application.reference}`);
    expect(shown.text).toContain('Ask for payment again');
  });

  it('is asked for again by a letter that says why, how much and by when', async () => {
    const { application, link } = await anAsked();
    expect((await bench.application(application.id))['status']).toBe('awaiting_evidence');
    expect(await bench.events(application.id)).toContain('payment-asked-again');
    const [letter] = (await bench.rows('letters', application.id)).filter(
      ({ kind }) => kind === 'payment_requested',
    );
    expect(letter?.['body']).toContain('£55');
    expect(letter?.['body']).toContain('We have not taken any money from you');
    const page = await open(bench, link);
    expect(page.status).toBe(200);
    const text = page.$('main').text();
    for (const words of [application.reference, '£55', 'Last day to pay']) {
      expect(text).toContain(words);
    }
    expect(page.text).not.toContain('Priya');
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${bench.desk.settings.PAY_PAGES_URL}`,
    );
  });

  it('is asked for once by one form', async () => {
    const { application } = await aLapsed();
    const path = `/applications/${application.reference}/payment-requests`;
    const form = await officer.get(`${path}/new`);
    const button = 'main form[action$="/payment-requests"]';
    const both = await Promise.all([
      officer.submit(form, {}, button),
      officer.submit(form, {}, button),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await bench.rows('payment_requests', application.id)).toHaveLength(1);
  });

  it.each([
    ['the application is free', { pence: 0 }],
    ['the hold stands', {}],
    ['the money was taken', { money: 'captured' }],
  ] as const)('is not asked for when %s', async (_what, more) => {
    const { application } = await bench.addCase({ officerId: officer.staff.id, ...more });
    const path = `/applications/${application.reference}/payment-requests`;
    expect((await officer.get(`${path}/new`)).status).toBe(409);
    const { version } = await bench.application(application.id);
    const form = {
      version: String(version),
      formId: crypto.randomUUID(),
      drawnAt: new Date().toISOString(),
    };
    expect((await officer.post(path, form)).status).toBe(409);
    expect(await bench.rows('payment_requests', application.id)).toEqual([]);
  });

  it('is asked for by nobody but the officer who holds the case, and not once it is decided', async () => {
    const { application } = await aLapsed();
    const path = `/applications/${application.reference}/payment-requests/new`;
    const colleague = await bench.desk.signInAs('officer');
    expect((await colleague.get(path)).status).toBe(409);
    await bench.desk.database.dataSource.query(
      `UPDATE applications SET status = 'withdrawn' WHERE id = ?`,
      [application.id],
    );
    expect((await officer.get(path)).status).toBe(409);
  });
});
