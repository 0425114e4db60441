import { randomUUID } from 'node:crypto';
import { verifyLedger } from '../../../src/ledger/verify-ledger.queries.js';
import { Database } from '../../../src/platform/database/transaction.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type MoneyBench, startMoneyBench } from './money-bench.js';
import { anotherWay, payable, referencesOn, stateOf } from './refunds-told.js';

let bench: MoneyBench;
let officer: TestBrowser;
let supervisor: TestBrowser & { staff: { id: string } };
/** Closes what the supervisor paid another way. */
let colleague: TestBrowser;
let auditor: TestBrowser;

beforeAll(async () => {
  bench = await startMoneyBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
  colleague = await bench.desk.signInAs('supervisor');
  auditor = await bench.desk.signInAs('auditor');
});
afterAll(() => bench.stop());

describe('a payment that the payment service does not know any more', () => {
  it('is settled another way once a person has asked there', async () => {
    const { commandId, payment } = await bench.refund('attention', { askedAt: hours(-3) });
    await bench.query('UPDATE payment_commands SET sent_at = ? WHERE id = ?', [
      hours(-2),
      commandId,
    ]);
    expect((await anotherWay(supervisor, commandId)).status).toBe(409);
    await bench.query('UPDATE payments SET not_found_at = ? WHERE id = ?', [hours(-1), payment.id]);
    const page = await supervisor.get(`/refunds/${commandId}/another-way/new`);
    expect(page.$('.govuk-warning-text').text()).toContain('does not know the payment now');
    const unsure = await anotherWay(supervisor, commandId);
    expect(unsure.status).toBe(422);
    expect(unsure.$('#checked-error').text()).toContain('Ask the payment service');
    expect((await anotherWay(supervisor, commandId, { checked: 'yes' })).status).toBe(303);
    expect(await stateOf(bench, commandId)).toBe('settled_another_way');
  });
});

describe('given back twice (R-PAY-4)', () => {
  const words = 'Finance stopped the cheque on 20 November.';
  const typesOf = async (applicationId: string) =>
    (
      await bench.query<{ type: string }>(
        'SELECT type FROM timeline_events WHERE application_id = ?',
        [applicationId],
      )
    ).map(({ type }) => type);
  const faults = async (paymentId: string) =>
    (await verifyLedger(bench.desk.app.get(Database).reader)).faults.filter(
      ({ about }) => about === paymentId,
    );

  it('is seen on the board and the case until a person says how it ended', async () => {
    const made = await bench.refund('attention');
    const { commandId, application, payment } = made;
    expect((await anotherWay(supervisor, commandId)).status).toBe(303);
    const owed = await payable(bench);
    const refundId = await bench.refundShows(made, 'success');
    await bench.refundShows(made, 'success', refundId);
    const types = await typesOf(application.id);
    expect(types.filter((type) => type === 'returned-twice')).toHaveLength(1);
    expect(await faults(payment.id)).toHaveLength(1);
    expect(await referencesOn(supervisor, '/refunds?lane=twice')).toEqual([application.reference]);
    expect(await referencesOn(supervisor, '/refunds')).toContain(application.reference);
    expect(await referencesOn(supervisor, '/refunds?lane=another_way')).not.toContain(
      application.reference,
    );
    expect((await supervisor.get('/refunds')).$('main').text()).toMatch(
      /less £55 that went back twice\. Both agree/,
    );
    const [{ count = '' } = {}] = await bench.query<{ count: string }>(
      "SELECT COUNT(*) AS count FROM payment_commands WHERE state = 'needs_attention'",
    );
    expect((await supervisor.get('/my-work')).$('a[href="/refunds"]').text()).toContain(
      `${Number(count) + 1} payment`,
    );
    const onCase = await officer.get(`/applications/${application.reference}`);
    expect(onCase.$('main').text()).toContain('£55 went back twice');
    expect((await officer.get('/refunds?lane=twice')).$('a[href*="double-return"]')).toHaveLength(
      0,
    );

    const address = `/refunds/${commandId}/double-return`;
    const page = await colleague.get(`${address}/new`);
    expect(page.$('main').text()).toContain('Too much given back');
    expect((await colleague.submit(page, { words: 'short' })).status).toBe(422);
    const closing = await Promise.all([1, 2].map(() => colleague.submit(page, { words })));
    expect(closing.map(({ status }) => status)).toEqual([303, 303]);
    expect(await faults(payment.id)).toEqual([]);
    expect(await payable(bench)).toBe(owed);
    expect(await referencesOn(supervisor, '/refunds?lane=twice')).toEqual([]);
    const ledger = await auditor.get(`/applications/${application.reference}/money`);
    expect(ledger.$('main').text()).toContain(words);
    expect((await colleague.get(`${address}/new`)).status).toBe(409);
    const late = await colleague.post(address, { formId: randomUUID(), words });
    expect([late.status, late.text.includes(words)]).toEqual([409, true]);

    // The bank sends it back after all: it went back once, and nothing is left to write off.
    await bench.refundShows(made, 'error', refundId);
    expect([await payable(bench), await faults(payment.id)]).toEqual([owed, []]);
  });

  it('is over by itself when the bank sends the refund back', async () => {
    const made = await bench.refund('attention');
    await anotherWay(supervisor, made.commandId);
    const refundId = await bench.refundShows(made, 'submitted');
    expect(await referencesOn(supervisor, '/refunds?lane=twice')).toEqual([
      made.application.reference,
    ]);
    await bench.refundShows(made, 'error', refundId);
    expect(await referencesOn(supervisor, '/refunds?lane=twice')).toEqual([]);
    expect((await supervisor.get(`/refunds/${made.commandId}/double-return/new`)).status).toBe(409);
    expect(await faults(made.payment.id)).toEqual([]);
  });
});
