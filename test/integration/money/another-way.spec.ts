import { randomUUID } from 'node:crypto';
import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type MoneyBench, startMoneyBench } from './money-bench.js';
import { anotherWay, CHEQUE, payable, referencesOn, stateOf } from './refunds-told.js';

let bench: MoneyBench;
let officer: TestBrowser;
let supervisor: TestBrowser & { staff: { id: string } };
let auditor: TestBrowser;
let support: TestBrowser;

beforeAll(async () => {
  bench = await startMoneyBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  auditor = await bench.desk.signInAs('auditor');
  support = await bench.desk.signInAs('support');
});
afterAll(() => bench.stop());

describe('settled another way (R-PAY-4)', () => {
  it('ends the command, takes it out of what the ledger owes, and says on the case by whom', async () => {
    const { commandId, application } = await bench.refund('failed');
    const owed = await payable(bench);
    const page = await supervisor.get(`/refunds/${commandId}/another-way/new`);
    expect(page.$('main').text()).toContain('£55');
    const check = await supervisor.submit(page, CHEQUE);
    expect([check.status, await stateOf(bench, commandId)]).toEqual([200, 'needs_attention']);
    const sent = await supervisor.submit(check, { step: 'send' });
    expect([sent.status, sent.location]).toEqual([303, '/refunds?lane=another_way']);
    expect(await stateOf(bench, commandId)).toBe('settled_another_way');
    expect(await payable(bench)).toBe(owed - 5500);
    const onCase = (await supervisor.get(`/applications/${application.reference}`))
      .$('main')
      .text();
    expect(onCase).toContain('£55 given back another way: Cheque 000123');
    const ledger = await auditor.get(`/applications/${application.reference}/money`);
    expect(ledger.$('main').text()).toContain('The card is closed: sent a cheque.');
    expect(await referencesOn(supervisor, '/refunds?lane=another_way')).toContain(
      application.reference,
    );
  });

  it('tells the resident how, in the very words that were read', async () => {
    const { commandId, application } = await bench.refund('failed', { askedAt: hours(-30) });
    const fields = { formId: randomUUID(), ...CHEQUE, way: 'bank_transfer' };
    const check = await supervisor.post(`/refunds/${commandId}/another-way`, fields);
    const words = 'We paid it by a transfer to your bank account on 20 November 2026.';
    expect(check.$('#letter').text()).toContain(words);
    expect(check.$('#letter').text()).toContain('The payment has this reference: Cheque 000123.');
    const other = await supervisor.submit(check, { step: 'send', 'paidOn[day]': '19' });
    expect([other.status, await stateOf(bench, commandId)]).toEqual([422, 'needs_attention']);
    expect(other.$('.govuk-error-summary').text()).toContain('The letter has changed');
    expect((await supervisor.submit(other, { step: 'send' })).status).toBe(303);
    const letters = await bench.query<{ kind: string; body: string }>(
      'SELECT kind, body FROM letters WHERE application_id = ?',
      [application.id],
    );
    expect(letters.map(({ kind }) => kind)).toEqual(['paid_another_way']);
    expect(letters[0]?.body).toContain('on 19 November 2026');
    const rows = await bench.query<{ way: string; paid_on: string }>(
      'SELECT way, paid_on FROM returns_another_way WHERE command_id = ?',
      [commandId],
    );
    expect(rows).toEqual([{ way: 'bank_transfer', paid_on: '2026-11-19' }]);
  });

  it('names no reference in the letter that could be an account', async () => {
    const { commandId } = await bench.refund('attention');
    const fields = { formId: randomUUID(), ...CHEQUE, reference: '20-00-00 12345678' };
    const check = await supervisor.post(`/refunds/${commandId}/another-way`, fields);
    expect(check.$('main').text()).toContain('20-00-00 12345678');
    expect(check.$('#letter').text()).not.toContain('20-00-00');
    expect(check.$('#letter').text()).not.toContain('has this reference');
  });

  it('goes back to what was typed', async () => {
    const { commandId } = await bench.refund('attention');
    const fields = { formId: randomUUID(), ...CHEQUE };
    const check = await supervisor.post(`/refunds/${commandId}/another-way`, fields);
    const again = await supervisor.submit(check, { step: 'change' });
    expect(again.status).toBe(200);
    expect(again.$('#reference').val()).toBe('Cheque 000123');
    expect(again.$('[name=way]:checked').val()).toBe('cheque');
    expect([again.$('#paidOn-day').val(), again.$('[name=formId]').val()]).toEqual([
      '20',
      fields.formId,
    ]);
  });

  it('is recorded once, however often it is sent or by how many at once', async () => {
    const { commandId } = await bench.refund('attention');
    const owed = await payable(bench);
    const formId = randomUUID();
    const same = await Promise.all(
      [1, 2, 3].map(() => anotherWay(supervisor, commandId, { formId })),
    );
    expect(same.map(({ status }) => status)).toEqual([303, 303, 303]);
    const other = await anotherWay(supervisor, commandId, { reference: 'Cheque 2' });
    expect(other.status).toBe(409);
    expect(other.$('main').text()).toContain('Cheque 2');
    expect(await payable(bench)).toBe(owed - 5500);
    const events = await bench.query(
      `SELECT id FROM timeline_events WHERE type = 'payment-settled-another-way'
          AND JSON_VALUE(payload, '$.commandId') = ?`,
      [commandId],
    );
    expect(events).toHaveLength(1);
  });

  it.each(['waiting', 'unknown', 'sent'] as const)(
    'is refused while a refund is %s: it could be paid twice',
    async (lane) => {
      const { commandId } = await bench.refund(lane);
      const owed = await payable(bench);
      expect((await anotherWay(supervisor, commandId)).status).toBe(409);
      expect((await supervisor.get(`/refunds/${commandId}/another-way/new`)).status).toBe(409);
      expect(await payable(bench)).toBe(owed);
    },
  );

  it('is refused while nobody knows whether it went: it was sent and not read since', async () => {
    const { commandId } = await bench.refund('attention');
    const owed = await payable(bench);
    await bench.query(
      `UPDATE payment_commands c JOIN payments p ON p.id = c.payment_id
          SET c.sent_at = p.state_read_at + INTERVAL 1 SECOND WHERE c.id = ?`,
      [commandId],
    );
    const refused = await anotherWay(supervisor, commandId);
    expect(refused.status).toBe(409);
    expect(refused.$('main').text()).toContain('the money may be on its way already');
    expect(refused.$('main').text()).toContain('Cheque 000123');
    expect([await stateOf(bench, commandId), await payable(bench)]).toEqual([
      'needs_attention',
      owed,
    ]);
  });

  it('needs to know how, when, a reference and a reason, and keeps what was typed', async () => {
    const { commandId } = await bench.refund('failed');
    const page = await anotherWay(supervisor, commandId, {
      reference: '',
      reason: 'short',
      way: '',
      'paidOn[day]': '21',
    });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary li')).toHaveLength(4);
    expect(page.$('textarea').val()).toBe('short');
    expect(page.$('#paidOn-day').val()).toBe('21');
    expect(await stateOf(bench, commandId)).toBe('needs_attention');
  });

  it('is for supervisors alone', async () => {
    const { commandId } = await bench.refund('failed');
    for (const one of [officer, auditor, support]) {
      expect((await one.get(`/refunds/${commandId}/another-way/new`)).status).toBe(403);
    }
    expect((await officer.post(`/refunds/${commandId}/another-way`)).status).toBe(403);
  });
});
