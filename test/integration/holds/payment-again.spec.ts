import { approve } from '../deciding/deciding-bench.js';
import {
  anAskedCase,
  atCardPage,
  type HoldsBench,
  type Officer,
  residentsWait,
  startHoldsBench,
} from './holds-bench.js';
import { comeBack, open, paymentsMade, press, toCardPage } from './resident-at-desk.js';

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

const anAsked = () => anAskedCase(bench, officer);
const payments = (id: string) => bench.rows('payments', id);
const current = async (id: string) =>
  (await payments(id)).find(({ replaced_at: replacedAt }) => replacedAt === null);

describe('the resident pays again', () => {
  it('on the card page; the case is back with its officer, who approves it and takes this money', async () => {
    const { application, link } = await anAsked();
    const before = await current(application.id);
    const cardPage = await toCardPage(bench, link);
    expect(new URL(cardPage).origin).toBe(bench.desk.settings.PAY_PAGES_URL);
    const back = await atCardPage(cardPage, 'pay');
    expect(back).toBe(`${link}/return`);
    const returned = await comeBack(bench, back);
    expect([returned.status, returned.location]).toEqual([303, link]);
    expect((await open(bench, link)).text).toContain('We have your payment');
    const row = await bench.application(application.id);
    expect([row['status'], row['claimed_by']]).toEqual(['in_review', officer.staff.id]);
    expect(row['hold_ends_at']).not.toBeNull();
    expect(await bench.events(application.id)).toContain('payment-made-again');
    const now = await current(application.id);
    expect(now?.['id']).not.toBe(before?.['id']);
    const { sent } = await approve(officer, application.reference);
    expect(sent.status).toBe(303);
    await bench.moveMoney(application.id);
    const [made] = await paymentsMade(bench, application.reference);
    expect(made?.state.status).toBe('success');
  });

  it('two clicks, two tabs and coming back later end in one payment', async () => {
    const { application, link } = await anAsked();
    const page = await open(bench, link);
    const pages = await Promise.all(
      [1, 2, 3, 4].map(() => bench.withWorker(() => press(bench, page, link))),
    );
    expect(pages.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    await toCardPage(bench, link);
    const made = await paymentsMade(bench, application.reference);
    expect(made).toHaveLength(1);
    expect(new Set(pages.map(({ location }) => location)).size).toBe(1);
  });

  it('is paid although he never comes back: the worker follows it', async () => {
    const { application, link } = await anAsked();
    await atCardPage(await toCardPage(bench, link), 'pay');
    const [one] = await bench.rows('payment_tries', application.id);
    expect(await bench.jobs.followTry.run(String(one?.['id']))).toEqual({ done: true });
    expect((await bench.application(application.id))['status']).toBe('in_review');
  });

  it('attack 065 an address that says it is paid is not believed: the payment is read', async () => {
    const { application, link } = await anAsked();
    await toCardPage(bench, link);
    const lies = `${link}/return?status=success&payment_id=paid&state=capturable`;
    const answer = await comeBack(bench, lies);
    expect(answer.location).toBe(link);
    expect((await bench.application(application.id))['status']).toBe('awaiting_evidence');
    const { id } = (await anAsked()).application;
    expect(await payments(id)).toHaveLength(1);
    expect((await open(bench, link)).text).toContain('You have not finished paying yet');
  });

  it('after a declined card he tries again, with a payment of its own', async () => {
    const { application, link } = await anAsked();
    const back = await atCardPage(await toCardPage(bench, link), 'decline');
    await comeBack(bench, back);
    expect((await open(bench, link)).text).toContain('Your last try to pay did not work');
    await atCardPage(await toCardPage(bench, link), 'pay');
    await comeBack(bench, back);
    expect((await open(bench, link)).text).toContain('We have your payment');
    expect(await paymentsMade(bench, application.reference)).toHaveLength(2);
    const states = (await payments(application.id)).map(({ state }) => state).sort();
    expect(states).toEqual(['capturable', 'failed', 'failed']);
  });

  it('an answer lost while the payment is made makes no second one', async () => {
    const { application, link } = await anAsked();
    await bench.sandbox.control.addFault({
      service: 'pay',
      operation: 'create',
      fault: 'drop-after',
    });
    residentsWait(bench, 1);
    const page = await open(bench, link);
    const slow = await press(bench, page, link);
    expect(slow.status).toBe(503);
    residentsWait(bench, 50);
    const [one] = await bench.rows('payment_tries', application.id);
    const id = String(one?.['id']);
    await expect(bench.jobs.openCardPage.run(id)).rejects.toThrow('No answer');
    expect(await bench.jobs.openCardPage.run(id)).toMatchObject({ done: false });
    await bench.wait(0.02);
    expect(await bench.jobs.openCardPage.run(id)).toEqual({ done: true });
    expect(await paymentsMade(bench, application.reference)).toHaveLength(1);
  });

  it('who made one too late leads nobody to it: only the one that is followed is paid', async () => {
    const { application, link } = await anAsked();
    residentsWait(bench, 1);
    await press(bench, await open(bench, link), link);
    residentsWait(bench, 50);
    const aTry = async () => (await bench.rows('payment_tries', application.id))[0];
    const id = String((await aTry())?.['id']);
    const target = { service: 'pay', operation: 'create' } as const;
    await bench.sandbox.control.addFault({ ...target, fault: 'delay', delayMs: 3000 });
    const tooLate = bench.jobs.openCardPage.run(id);
    while (Number((await aTry())?.['creations']) === 0);
    await bench.wait(0.02);
    expect(await bench.jobs.openCardPage.run(id)).toEqual({ done: true });
    const followed = (await aTry())?.['card_page_url'];
    expect(await tooLate).toMatchObject({ done: false });
    expect(await paymentsMade(bench, application.reference)).toHaveLength(2);
    expect((await aTry())?.['card_page_url']).toBe(followed);
  }, 30_000);

  it('goes to the queue when the officer who asked may not have it', async () => {
    const { application, link } = await anAsked();
    const sql = 'UPDATE staff_accounts SET disabled_at = UTC_TIMESTAMP(3) WHERE id = ?';
    await bench.desk.database.dataSource.query(sql, [officer.staff.id]);
    await atCardPage(await toCardPage(bench, link), 'pay');
    const [one] = await bench.rows('payment_tries', application.id);
    await bench.jobs.followTry.run(String(one?.['id']));
    const row = await bench.application(application.id);
    expect([row['status'], row['claimed_by']]).toEqual(['submitted', null]);
  });
});
