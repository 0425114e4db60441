import {
  ASKED,
  checkAnswer,
  type ExceptionsBench,
  sendAnswer,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

let bench: ExceptionsBench;
let officer: StaffBrowser;
let supervisor: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

describe('a limit counts all exceptions of one payment (R-CAN-2)', () => {
  it('when asked and when signed', async () => {
    const granted = await bench.granted(officer, 15_000);
    const plain = async (amount: string) => {
      const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
      return form.status === 200 ? officer.submit(form, { ...ASKED, amount }) : form;
    };
    expect((await plain('60')).status).toBe(303);
    const more = await plain('40.01');
    expect(more.status).toBe(422);
    expect(more.$('#amount-error').text()).toContain(
      'must be £40 or less: nobody may approve more today, counting the other exceptions',
    );
    expect((await plain('40')).status).toBe(303);
    const full = await plain('1');
    expect(full.status).toBe(409);
    expect(full.text).toContain('come to as much already as anybody may approve today');

    await bench.query(
      `UPDATE policy_settings SET value = 99 WHERE name = 'exception_supervisor_pounds'`,
    );
    await bench.query('UPDATE policy_stamp SET stamp = UUID()');
    const rows = await bench.rows('refund_exceptions', granted.id);
    const address = (id: unknown) =>
      `/applications/${granted.reference}/refund-exceptions/${String(id)}`;
    for (const { id } of rows) {
      const page = await supervisor.get(address(id));
      expect(page.$('main').text()).toContain('With this one they come to £100. That is more');
      expect(page.$('[name=answer][value=approve]')).toHaveLength(0);
      expect((await checkAnswer(supervisor, address(id))).status).toBe(409);
    }
    const [first, second] = rows;
    const declining = { answer: 'decline', words: 'It was used.' };
    const check = await checkAnswer(supervisor, address(first?.['id']), declining);
    expect((await sendAnswer(supervisor, check)).status).toBe(303);
    expect((await checkAnswer(supervisor, address(second?.['id']))).status).toBe(200);
    await bench.query(
      `UPDATE policy_settings SET value = 100 WHERE name = 'exception_supervisor_pounds'`,
    );
    await bench.query('UPDATE policy_stamp SET stamp = UUID()');
  });
});
