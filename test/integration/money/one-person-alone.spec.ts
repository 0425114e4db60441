import { randomUUID } from 'node:crypto';
import { insertException } from '../../../src/refund-exceptions/refund-exceptions.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type MoneyBench, startMoneyBench } from './money-bench.js';

/** What takes two people is not done by one, whichever page he goes by. */

type StaffBrowser = TestBrowser & { staff: TestStaff };

let bench: MoneyBench;
let supervisor: StaffBrowser;
let colleague: StaffBrowser;

beforeAll(async () => {
  bench = await startMoneyBench();
  supervisor = await bench.desk.signInAs('supervisor');
  colleague = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

const stateOf = async (commandId: string) =>
  (
    await bench.query<{ state: string }>('SELECT state FROM payment_commands WHERE id = ?', [
      commandId,
    ])
  )[0]?.state;

const CASH = {
  ...{ way: 'cash', reference: 'Receipt 17', reason: 'Paid at the desk, the card is closed.' },
  ...{ 'paidOn[day]': '20', 'paidOn[month]': '11', 'paidOn[year]': '2026' },
};

async function payAnotherWay(by: TestBrowser, commandId: string) {
  const address = `/refunds/${commandId}/another-way`;
  const check = await by.post(address, { formId: randomUUID(), ...CASH });
  return check.status === 200 ? by.submit(check, { step: 'send' }) : check;
}

describe('a refund exception whose card refund failed', () => {
  it('is paid another way by anybody but who asked for it: to whom it goes is signed by two', async () => {
    const { commandId, application, payment } = await bench.refund('failed');
    const exceptionId = randomUUID();
    await bench.desk.app.get(UnitOfWork).run((tx) =>
      insertException(tx, {
        ...{ id: exceptionId, applicationId: application.id, paymentId: payment.id },
        ...{ amountPence: 5500, reason: 'other', words: 'A test.', paperId: null },
        ...{ isAskedByResident: false, state: 'approved', requestedBy: supervisor.staff.id },
        ...{ requestedAt: hours(-4), formId: randomUUID(), lapsesAt: hours(90) },
        ...{ settledBy: colleague.staff.id, settledAt: hours(-3), settledFormId: randomUUID() },
        declineWords: null,
      }),
    );
    await bench.query(
      `UPDATE payment_commands SET cause_kind = 'exception', cause_id = ?, decision_id = NULL,
              kind = 'refund' WHERE id = ?`,
      [exceptionId, commandId],
    );
    const page = await supervisor.get(`/refunds/${commandId}/another-way/new`);
    expect(page.status).toBe(409);
    const own = await payAnotherWay(supervisor, commandId);
    expect([own.status, own.text.includes('You asked for this refund yourself')]).toEqual([
      409,
      true,
    ]);
    expect(await stateOf(commandId)).toBe('needs_attention');
    expect((await payAnotherWay(colleague, commandId)).status).toBe(303);
    expect(await stateOf(commandId)).toBe('settled_another_way');
  });
});

describe('money that went back twice', () => {
  const words = 'The resident keeps it; nothing is asked back.';

  it('is written off by anybody but who paid it another way', async () => {
    const made = await bench.refund('attention');
    expect((await payAnotherWay(supervisor, made.commandId)).status).toBe(303);
    await bench.refundShows(made, 'success');
    const address = `/refunds/${made.commandId}/double-return`;
    expect((await supervisor.get(`${address}/new`)).status).toBe(409);
    const own = await supervisor.post(address, { formId: randomUUID(), words });
    expect([own.status, own.text.includes('You paid it another way yourself')]).toEqual([
      409,
      true,
    ]);
    expect(await bench.query('SELECT form_id FROM double_returns')).toEqual([]);
    const page = await colleague.get(`${address}/new`);
    expect((await colleague.submit(page, { words })).status).toBe(303);
  });

  it('is one closing for one form: the form of another refund closes nothing and says so', async () => {
    const [one, other] = [await bench.refund('attention'), await bench.refund('attention')];
    for (const made of [one, other]) {
      await payAnotherWay(supervisor, made.commandId);
      await bench.refundShows(made, 'success');
    }
    // Two refunds of one case, as after paying again.
    await bench.query('UPDATE payment_commands SET application_id = ? WHERE id = ?', [
      one.application.id,
      other.commandId,
    ]);
    const formId = randomUUID();
    const close = ({ commandId }: { commandId: string }) =>
      colleague.post(`/refunds/${commandId}/double-return`, { formId, words });
    expect((await close(one)).status).toBe(303);
    expect((await close(other)).status).toBe(409);
  });
});

describe('somebody with an interest in the case (R-COI-1)', () => {
  it('neither pays it another way, tries it again, nor writes it off', async () => {
    const made = await bench.refund('attention');
    const kept = await bench.desk.signInAs('supervisor');
    await bench.query('UPDATE applications SET applicant_email = ? WHERE id = ?', [
      kept.staff.email,
      made.application.id,
    ]);
    expect((await payAnotherWay(kept, made.commandId)).status).toBe(403);
    const board = await kept.get('/refunds');
    const again = board.$(`form[action*="${made.commandId}"]`).attr('action') ?? '';
    expect((await kept.post(again, {})).status).toBe(403);
    expect(await stateOf(made.commandId)).toBe('needs_attention');
    await payAnotherWay(supervisor, made.commandId);
    await bench.refundShows(made, 'success');
    const words = 'Nothing is asked back from me.';
    const closed = await kept.post(`/refunds/${made.commandId}/double-return`, {
      ...{ formId: randomUUID(), words },
    });
    expect(closed.status).toBe(403);
  });

  it('closes no form of another person as well: two at once are one closing', async () => {
    const made = await bench.refund('attention');
    await payAnotherWay(supervisor, made.commandId);
    await bench.refundShows(made, 'success');
    const third = await bench.desk.signInAs('supervisor');
    const closing = await Promise.all(
      [colleague, third].map((by) =>
        by.post(`/refunds/${made.commandId}/double-return`, {
          ...{ formId: randomUUID(), words: 'Both of us looked into it.' },
        }),
      ),
    );
    expect(closing.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

it('what is typed is text on every page, and no formula in the file', async () => {
  const evil = '=cmd|"/C calc"!A0 <script>alert(1)</script>{{7*7}}((link))';
  const { commandId, application } = await bench.refund('attention', { pence: 4100 });
  const address = `/refunds/${commandId}/another-way`;
  const sent = { formId: randomUUID(), ...CASH, reference: evil, reason: evil };
  const check = await supervisor.post(address, sent);
  expect([check.status, check.text.includes('<script>alert')]).toEqual([200, false]);
  expect(check.$('#letter').text()).not.toContain('cmd|');
  expect((await supervisor.submit(check, { step: 'send' })).status).toBe(303);
  for (const path of [
    '/refunds?lane=another_way',
    `/applications/${application.reference}/money`,
  ]) {
    const page = await colleague.get(path);
    expect([page.status, page.text.includes('<script>alert')]).toEqual([200, false]);
  }
  const letters = await bench.query<{ body: string }>(
    'SELECT body FROM letters WHERE application_id = ?',
    [application.id],
  );
  expect(letters.map(({ body }) => body).join()).not.toContain('cmd|');
});
