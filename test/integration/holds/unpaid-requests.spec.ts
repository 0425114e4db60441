import { signIn } from '../../support/test-application.js';
import {
  aLapsedCase,
  anAskedCase,
  atCardPage,
  type HoldsBench,
  type Officer,
  startHoldsBench,
} from './holds-bench.js';
import { from, open, paymentsMade, toCardPage } from './resident-at-desk.js';

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

describe('a request that ends without a payment', () => {
  it('lapses after 14 days: the officer is told, the link takes nothing, and he may withdraw', async () => {
    const { application, link } = await anAsked();
    const [request] = await bench.rows('payment_requests', application.id);
    const id = String(request?.['id']);
    expect(await bench.jobs.lapse.run(id)).toMatchObject({ done: false });
    await bench.wait(15 * 24);
    expect((await open(bench, link)).text).toContain('The last day to pay has passed');
    await bench.jobs.lapse.run(id);
    await bench.jobs.lapse.run(id);
    const events = await bench.events(application.id);
    expect(events.filter((type) => type === 'payment-request-lapsed')).toHaveLength(1);
    await signIn(officer, officer.staff.email);
    expect((await officer.get('/queue?status=overdue')).text).toContain(application.reference);
    const form = await officer.get(`/applications/${application.reference}/withdrawal/new`);
    expect(form.status).toBe(200);
    expect((await open(bench, link)).text).toContain('The last day to pay has passed');
  });

  it('paid after the officer took the case back, the money goes back, and the case is as it was', async () => {
    const { application, link } = await anAsked();
    const cardPage = await toCardPage(bench, link);
    const shown = await officer.get(`/applications/${application.reference}`);
    await officer.submit(shown, {}, `form[action="/applications/${application.reference}/claim"]`);
    expect((await open(bench, link)).text).toContain('There is nothing to pay');
    await atCardPage(cardPage, 'pay');
    const [one] = await bench.rows('payment_tries', application.id);
    await bench.jobs.followTry.run(String(one?.['id']));
    const [command] = await bench.rows('payment_commands', application.id);
    expect([command?.['kind'], command?.['cause_kind']]).toEqual(['release', 'payment_again']);
    await bench.moveMoney(application.id);
    expect((await paymentsMade(bench, application.reference))[0]?.state.status).toBe('cancelled');
    expect((await bench.application(application.id))['status']).toBe('in_review');
    // The lapsed payment still counts, and can be asked for again.
    const form = await officer.get(`/applications/${application.reference}/payment-requests/new`);
    expect(form.status).toBe(200);
  });

  it('an open card page is called off when the case waits no more', async () => {
    const { application, link } = await anAsked();
    await toCardPage(bench, link);
    const shown = await officer.get(`/applications/${application.reference}`);
    await officer.submit(shown, {}, `form[action="/applications/${application.reference}/claim"]`);
    const [one] = await bench.rows('payment_tries', application.id);
    expect(await bench.jobs.followTry.run(String(one?.['id']))).toEqual({ done: true });
    expect((await paymentsMade(bench, application.reference))[0]?.state.status).toBe('cancelled');
    expect(await bench.rows('payment_commands', application.id)).toEqual([]);
  });
});

describe('the link', () => {
  it('opens nothing when it is altered, previewed only, or of another kind', async () => {
    const { link } = await anAsked();
    const altered = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    expect((await open(bench, altered)).status).toBe(404);
    expect((await open(bench, link.replace('/p/', '/r/'))).status).toBe(404);
    const { application } = await aLapsed();
    const form = await officer.get(`/applications/${application.reference}/payment-requests/new`);
    const [, previewed] = /\/p\/([\w-]{72})/.exec(form.text) ?? [];
    expect((await open(bench, `/p/${previewed}`)).status).toBe(404);
  });

  it('pays nothing without the token of its own page', async () => {
    const { application, link } = await anAsked();
    expect((await bench.desk.visitor().post(link, { _csrf: 'x' }, from())).status).toBe(403);
    expect(await bench.rows('payment_tries', application.id)).toEqual([]);
  });
});
