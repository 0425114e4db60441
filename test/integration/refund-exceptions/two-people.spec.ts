import { newId } from '../../../src/platform/database/new-id.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { promiseReturn } from '../../../src/payments/payments.store.js';
import { signIn } from '../../support/test-application.js';
import { Crash, CrashingUnitOfWork } from '../deciding/crashing-unit-of-work.js';
import {
  addressOf,
  answerOf,
  ask,
  checkAnswer,
  type ExceptionsBench,
  requestOf,
  sendAnswer,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

/** Many requests, and the machine may be busy. */
const PATIENCE_MS = 120_000;

let bench: ExceptionsBench;
let officer: StaffBrowser;
let supervisor: StaffBrowser;
let colleague: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  colleague = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

const refunds = async (id: string) =>
  (await bench.rows('payment_commands', id)).filter(({ kind }) => kind === 'refund');

describe('two different people', () => {
  it('is never one person, in another session or another role', async () => {
    const granted = await bench.granted(officer);
    await ask(supervisor, granted);
    const address = await addressOf(bench, granted);
    const again = bench.desk.visitor();
    await signIn(again, supervisor.staff.email);
    for (const browser of [supervisor, again]) {
      const page = await browser.get(address);
      expect(page.text).toContain('You asked for this yourself. Somebody else must answer.');
      expect(page.$('[name=answer]')).toHaveLength(0);
      const forged = await browser.post(`${address}/reply`, {
        ...{ version: String(granted.seenVersion), formId: crypto.randomUUID() },
        ...{ drawnAt: new Date().toISOString(), answer: 'approve', step: 'send' },
      });
      expect(forged.status).toBe(409);
    }
    // Asked for as support, and then made a supervisor: still the same person.
    const support = await bench.desk.signInAs('support');
    const other = await bench.granted(officer);
    await ask(support, other);
    await bench.query(`UPDATE staff_accounts SET role = 'supervisor' WHERE id = ?`, [
      support.staff.id,
    ]);
    const page = await support.get(await addressOf(bench, other));
    expect(page.text).toContain('You asked for this yourself.');
    expect(await refunds(other.id)).toHaveLength(0);
  });

  it('come from their sessions: a field that names somebody else is no field of the form', async () => {
    const granted = await bench.granted(officer);
    for (const field of ['requestedBy', 'requested_by', 'officer', 'settledBy']) {
      const answer = await ask(officer, granted, { [field]: colleague.staff.id });
      expect(answer.status).toBe(400);
    }
    expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(0);
    await ask(officer, granted);
    const [row] = await bench.rows('refund_exceptions', granted.id);
    expect(row?.['requested_by']).toBe(officer.staff.id);
  });

  it('are asked for by the database, too', async () => {
    const granted = await bench.granted(officer);
    await ask(officer, granted);
    for (const by of [officer.staff.id, null]) {
      await expect(
        bench.query(
          `UPDATE refund_exceptions SET state = 'approved', settled_by = ? WHERE application_id = ?`,
          [by, granted.id],
        ),
      ).rejects.toThrow(/ck_refund_exceptions_two_people/);
    }
  });

  it('have no interest in the case (R-COI-1)', async () => {
    const granted = await bench.granted(officer);
    await ask(officer, granted);
    const address = await addressOf(bench, granted);
    const check = await checkAnswer(supervisor, address);
    await bench.query('UPDATE applications SET applicant_email = ? WHERE id = ?', [
      supervisor.staff.email,
      granted.id,
    ]);
    expect((await sendAnswer(supervisor, check)).status).toBe(403);
    const { answer } = bench.use();
    const [row] = await bench.rows('refund_exceptions', granted.id);
    const forged = answerOf(granted, supervisor.staff, String(row?.['id']));
    await expect(answer.run(forged)).rejects.toThrow(/interest/);
    expect((await ask(supervisor, granted)).status).toBe(403);
    expect(await refunds(granted.id)).toHaveLength(0);
  });

  it('asks for nothing in the name of another case', async () => {
    const [one, other] = [await bench.granted(officer), await bench.granted(officer)];
    await ask(officer, one);
    const address = (await addressOf(bench, one)).replace(one.reference, other.reference);
    expect((await supervisor.get(address)).status).toBe(404);
    expect((await supervisor.get(address.replace(/[^/]+$/, newId()))).status).toBe(404);
    const [row] = await bench.rows('refund_exceptions', one.id);
    const { answer } = bench.use();
    expect(await answer.run(answerOf(other, supervisor.staff, String(row?.['id'])))).toMatchObject({
      refusal: 'not_waiting',
    });
  });
});

describe('at the same moment, twice, or cut off', () => {
  it('two approvers are one refund', async () => {
    const granted = await bench.granted(officer);
    await ask(officer, granted);
    const address = await addressOf(bench, granted);
    const checks = await Promise.all(
      [supervisor, colleague].map((browser) => checkAnswer(browser, address)),
    );
    const sent = await Promise.all(
      [supervisor, colleague].map((browser, at) => {
        const check = checks[at];
        if (!check) throw new Error('No check page.');
        return sendAnswer(browser, check);
      }),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await refunds(granted.id)).toHaveLength(1);
    expect((await bench.moneyOf(granted.id)).promised).toBe(2750);
  });

  it('a double click is one act, asking and answering', async () => {
    const granted = await bench.granted(officer);
    const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
    const fields = { amount: '10', reason: 'hardship', words: 'Ill.', askedBy: 'staff' };
    const asked = await Promise.all([1, 2, 3].map(() => officer.submit(form, fields)));
    expect(asked.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(1);
    const check = await checkAnswer(supervisor, await addressOf(bench, granted));
    const sent = await Promise.all([1, 2, 3].map(() => sendAnswer(supervisor, check)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await refunds(granted.id)).toHaveLength(1);
  });

  it('a stale form changes nothing and gives back what was typed', async () => {
    const granted = await bench.granted(officer);
    const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
    await ask(officer, granted, { amount: '5' });
    const check = await checkAnswer(supervisor, await addressOf(bench, granted));
    await bench.query('UPDATE applications SET version = version + 1 WHERE id = ?', [granted.id]);
    const words = 'They moved away in May.';
    const fields = { amount: '10', reason: 'other', words, askedBy: 'staff' };
    const asked = await officer.submit(form, fields);
    expect(asked.status).toBe(409);
    expect(asked.text).toContain(words);
    expect((await sendAnswer(supervisor, check)).status).toBe(409);
    expect(await refunds(granted.id)).toHaveLength(0);
  });

  it('what was given back elsewhere meanwhile is not given back again', async () => {
    const granted = await bench.granted(officer);
    await ask(officer, granted, { amount: '40' });
    const [payment] = await bench.rows('payments', granted.id);
    await bench.write((tx) => promiseReturn(tx, String(payment?.['id']), 2000));
    const check = await checkAnswer(supervisor, await addressOf(bench, granted));
    const sent = await sendAnswer(supervisor, check);
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('So much is not left of this payment');
    expect(await refunds(granted.id)).toHaveLength(0);
    expect((await bench.moneyOf(granted.id)).promised).toBe(2000);
  });

  it(
    '20 requests and approvals at once never exceed what was taken (R1.9)',
    async () => {
      const granted = await bench.granted(officer);
      const { request, answer } = bench.use();
      const asked = await Promise.all(
        Array.from({ length: 20 }, () => request.run(requestOf(granted, officer.staff, 1000))),
      );
      expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
      // As if each had been let through: the promise alone holds the line.
      await bench.query(
        `UPDATE refund_exceptions SET amount_pence = 2000 WHERE application_id = ?`,
        [granted.id],
      );
      const rows = await bench.rows('refund_exceptions', granted.id);
      const answered = await Promise.all(
        rows.flatMap(({ id }) =>
          [supervisor, colleague, supervisor, colleague].map(({ staff }) =>
            answer.run(answerOf(granted, staff, String(id))),
          ),
        ),
      );
      expect(answered.filter(({ ok }) => ok)).toHaveLength(2);
      expect(await bench.moneyOf(granted.id)).toEqual({ captured: 5500, promised: 4000 });
      await bench.work(granted.id);
      expect(await bench.refundedOf(granted)).toEqual([2000, 2000]);
    },
    PATIENCE_MS,
  );

  it(
    'a crash anywhere in an approval leaves nothing behind (R1.2)',
    async () => {
      const granted = await bench.granted(officer);
      await ask(officer, granted);
      const [row] = await bench.rows('refund_exceptions', granted.id);
      const command = answerOf(granted, supervisor.staff, String(row?.['id']));
      const real = bench.desk.app.get(UnitOfWork);
      const left = async () => [
        await bench.rows('refund_exceptions', granted.id),
        await bench.rows('payment_commands', granted.id),
        await bench.rows('payments', granted.id),
        await bench.rows('letters', granted.id),
        await bench.events(granted.id),
      ];
      const before = await left();
      let writes = 0;
      for (let crashAt = 1; writes === crashAt - 1; crashAt += 1) {
        const crashing = new CrashingUnitOfWork(real, crashAt);
        await expect(bench.use(crashing).answer.run(command)).rejects.toThrow(Crash);
        writes = crashing.writes;
        expect(await left()).toEqual(before);
      }
      expect(writes).toBeGreaterThanOrEqual(7);
      expect(await bench.use().answer.run(command)).toMatchObject({ ok: true });
      expect(await refunds(granted.id)).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});
