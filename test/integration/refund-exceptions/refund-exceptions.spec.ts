import { randomUUID } from 'node:crypto';
import { LapseExceptionJob } from '../../../src/exception-desk/lapse-exception.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  addressOf,
  ask,
  checkAnswer,
  type ExceptionsBench,
  sendAnswer,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

let bench: ExceptionsBench;
let officer: StaffBrowser;
let support: StaffBrowser;
let supervisor: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  support = await bench.desk.signInAs('support');
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

const said = (page: { text: string }, words: string) => expect(page.text).toContain(words);

describe('a refund exception (R-CAN-2)', () => {
  it('is asked for by one and approved by another; then exactly that goes back, and a letter', async () => {
    const granted = await bench.granted(officer);
    expect((await ask(support, granted)).status).toBe(303);
    const address = await addressOf(bench, granted);
    said(await supervisor.get('/refund-exceptions'), '£27.50');
    const check = await checkAnswer(supervisor, address);
    expect(check.$('h1').text()).toBe(`Check before you approve £27.50 for ${granted.reference}`);
    said(check, 'We give you back £27.50');
    const sent = await sendAnswer(supervisor, check);
    expect(sent.status).toBe(303);
    expect(await bench.moneyOf(granted.id)).toEqual({ captured: 5500, promised: 2750 });
    await bench.work(granted.id);
    const commands = await bench.rows('payment_commands', granted.id);
    expect(commands.map(({ kind, cause_kind: cause }) => [kind, cause])).toEqual(
      expect.arrayContaining([['refund', 'exception']]),
    );
    expect(await bench.refundedOf(granted)).toEqual([2750]);
    expect(await bench.events(granted.id)).toEqual(
      expect.arrayContaining(['exception-requested', 'exception-settled', 'payment-requested']),
    );
    const kinds = (await bench.rows('letters', granted.id)).map(({ kind }) => kind);
    expect(kinds).toContain('exception_approved');
    const [row] = await bench.rows('refund_exceptions', granted.id);
    expect([row?.['requested_by'], row?.['settled_by'], row?.['state']]).toEqual([
      support.staff.id,
      supervisor.staff.id,
      'approved',
    ]);
    said(await supervisor.get(`/applications/${granted.reference}`), 'Refund exception answered');
  });

  it('that is declined moves nothing; a resident who asked is told why, no other is', async () => {
    for (const askedBy of ['resident', 'staff']) {
      const granted = await bench.granted(officer);
      await ask(officer, granted, { askedBy });
      const address = await addressOf(bench, granted);
      const none = await checkAnswer(supervisor, address, { answer: 'decline', words: '' });
      expect(none.status).toBe(422);
      said(none, 'Write why you decline');
      const words = 'The permit was in use.';
      const check = await checkAnswer(supervisor, address, { answer: 'decline', words });
      said(check, askedBy === 'resident' ? 'is written to' : 'No letter is sent.');
      expect((await sendAnswer(supervisor, check)).status).toBe(303);
      const letters = (await bench.rows('letters', granted.id)).map(({ kind }) => kind);
      expect(letters.includes('exception_declined')).toBe(askedBy === 'resident');
      expect((await bench.moneyOf(granted.id)).promised).toBe(0);
      expect(await bench.rows('payment_commands', granted.id)).toHaveLength(1);
    }
  });

  it('is taken back by who asked and nobody else, and lapses when nobody answers', async () => {
    const granted = await bench.granted(officer);
    await ask(officer, granted);
    const address = await addressOf(bench, granted);
    const page = await officer.get(address);
    const form = `main form[action$="/withdrawal"]`;
    const forged = await supervisor.post(`${address}/withdrawal`, {
      version: '1',
      formId: '5b0a2e4e-6f0d-4c53-9d1a-6b6a0d8d2f10',
      drawnAt: new Date().toISOString(),
    });
    expect(forged.status).toBe(409);
    said(forged, 'Only who asked takes a request back.');
    expect((await officer.submit(page, {}, form)).status).toBe(303);
    await ask(officer, granted, { amount: '10' });
    const [waiting] = await bench.query<{ id: string; lapses_at: Date }>(
      `SELECT id, lapses_at FROM refund_exceptions WHERE application_id = ? AND state = 'requested'`,
      [granted.id],
    );
    const { app, clock } = bench.desk;
    const now = clock.now();
    const job = new LapseExceptionJob(app.get(UnitOfWork), app.get(Database), app.get(Clock));
    expect((await job.run(waiting?.id ?? '')).done).toBe(false);
    clock.set(waiting?.lapses_at ?? now);
    expect((await job.run(waiting?.id ?? '')).done).toBe(true);
    clock.set(now);
    const states = (await bench.rows('refund_exceptions', granted.id)).map(({ state }) => state);
    expect(states.sort()).toEqual(['lapsed', 'withdrawn']);
  });

  it.each([
    ['27.505', 'must not have more than 2 digits after the point'],
    ['27.5', 'Write the pence with 2 digits'],
    ['-5', 'must not be less than nothing'],
    ['0', 'Enter more than nothing'],
    ['', 'Enter an amount in pounds'],
    ['55.01', 'must be £55 or less: no more is left to give back'],
  ])('is refused for the amount %s and loses nothing typed (R1.12)', async (amount, words) => {
    const granted = await bench.granted(officer);
    const answer = await ask(officer, granted, { amount });
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(answer.$('[name=amount]').val()).toBe(amount);
    expect(answer.$('[name=words]').val()).toBe('We charged the wrong class.');
    expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(0);
  });

  it('is only for money that was taken for a permit that was granted', async () => {
    const open = await bench.addCase({ officerId: officer.staff.id });
    const free = await bench.addCase({
      ...{ officerId: officer.staff.id, pence: 0 },
      change: (it) => it.status('approved'),
    });
    const held = await bench.grantedOnly(officer);
    for (const [{ reference }, words] of [
      [open.application, 'Only for a permit that was granted'],
      [free.application, 'Nothing was paid'],
      [held, 'The money has not been taken yet'],
    ] as const) {
      const page = await officer.get(`/applications/${reference}/refund-exceptions/new`);
      expect(page.status).toBe(409);
      said(page, words);
    }
  });

  it('above a limit is approved by nobody until the council sets another', async () => {
    const granted = await bench.granted(officer, 15_000);
    said(await ask(officer, granted, { amount: '100.01' }), 'nobody may approve more today');
    await ask(officer, granted, { amount: '100' });
    const address = await addressOf(bench, granted);
    const colleague = await bench.desk.signInAs('officer');
    const page = await colleague.get(address);
    said(page, 'Your role may not answer requests');
    expect(page.$('[name=answer]')).toHaveLength(0);
    await bench.query(
      `UPDATE policy_settings SET value = 50 WHERE name = 'exception_supervisor_pounds'`,
    );
    await bench.query('UPDATE policy_stamp SET stamp = UUID()');
    const refused = await checkAnswer(supervisor, address);
    expect(refused.status).toBe(409);
    said(
      refused,
      'All exceptions of this payment together are more than your role may approve today.',
    );
    await bench.query(
      `UPDATE policy_settings SET value = 100 WHERE name = 'exception_supervisor_pounds'`,
    );
    await bench.query('UPDATE policy_stamp SET stamp = UUID()');
  });
});

it('the form of one answer answers no other request, and says that nothing was done', async () => {
  const [one, other] = [await bench.granted(officer), await bench.granted(officer)];
  const formId = randomUUID();
  const sent = [];
  for (const granted of [one, other]) {
    await ask(officer, granted);
    const check = await checkAnswer(supervisor, await addressOf(bench, granted));
    sent.push(await supervisor.submit(check, { step: 'send', formId }));
  }
  expect(sent.map(({ status }) => status)).toEqual([303, 409]);
  expect((await bench.moneyOf(other.id)).promised).toBe(0);
});
