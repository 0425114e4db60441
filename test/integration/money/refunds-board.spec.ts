import { randomUUID } from 'node:crypto';
import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type Lane, type MoneyBench, startMoneyBench } from './money-bench.js';

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

const LANES: Lane[] = ['waiting', 'unknown', 'sent', 'failed', 'attention'];
const stateOf = async (commandId: string) =>
  (
    await bench.query<{ state: string }>('SELECT state FROM payment_commands WHERE id = ?', [
      commandId,
    ])
  )[0]?.state;
const referencesOn = async (path: string) => {
  const { $ } = await supervisor.get(path);
  return $('#refunds tbody th')
    .map((_, cell) => $(cell).text().trim())
    .get() as unknown as string[];
};
const payable = async () => {
  const rows = await bench.query<{ pence: string }>(
    `SELECT SUM(CASE WHEN credit_account = 'refund_payable' THEN amount_pence ELSE 0 END)
          - SUM(CASE WHEN debit_account = 'refund_payable' THEN amount_pence ELSE 0 END) AS pence
       FROM ledger_entries`,
  );
  return Number(rows[0]?.pence);
};
const anotherWay = (commandId: string, form: Record<string, string> = {}) =>
  supervisor.post(`/refunds/${commandId}/another-way`, {
    formId: randomUUID(),
    reference: 'Cheque 000123',
    reason: 'The card is closed: sent a cheque.',
    ...form,
  });

describe('the refunds board', () => {
  it('shows each refund in its lane, the oldest first, with totals', async () => {
    const made = new Map<Lane, string>();
    for (const [at, lane] of LANES.entries()) {
      const { application } = await bench.refund(lane, { askedAt: hours(-30 + at) });
      made.set(lane, application.reference);
    }
    for (const lane of LANES) {
      expect([lane, await referencesOn(`/refunds?lane=${lane}`)]).toEqual([lane, [made.get(lane)]]);
    }
    expect(await referencesOn('/refunds')).toEqual(LANES.map((lane) => made.get(lane)));
    const { $ } = await supervisor.get('/refunds');
    const rows = $('main table').first().find('tbody tr').toArray();
    const texts = rows.map((row) =>
      $(row)
        .children()
        .map((_, cell) => $(cell).text().trim())
        .get()
        .join(' | '),
    );
    expect(texts.slice(0, 3)).toEqual([
      'Refund failed | 1 | £55 | 1 day',
      'Needs attention | 1 | £55 | 1 day',
      'Not confirmed | 1 | £55 | 1 day',
    ]);
  });

  it('agrees with the ledger, and raises an alarm with the difference when it does not', async () => {
    const { $ } = await supervisor.get('/refunds');
    // Waiting, not confirmed, failed and needing attention: what is with the bank is not owed.
    expect(await payable()).toBe(4 * 5500);
    expect($('main').text()).toContain('The ledger owes residents £220: the 4 returns that are');
    await bench.query(`UPDATE payment_commands SET returns_pence = 5400 WHERE state = 'unknown'`);
    const alarm = (await supervisor.get('/refunds')).$('.govuk-warning-text').text();
    expect(alarm).toContain('£1 more than the open returns of £219');
    await bench.query(`UPDATE payment_commands SET returns_pence = 5500 WHERE state = 'unknown'`);
  });

  it('is narrowed by age, amount, cause and reference', async () => {
    const young = await bench.refund('waiting', { pence: 2500, askedAt: hours(-0.5) });
    const dear = await bench.refund('attention', { pence: 12_000, askedAt: hours(-5) });
    const [little, much] = [young.application.reference, dear.application.reference];
    expect(await referencesOn('/refunds?amount=to_25')).toEqual([little]);
    expect(await referencesOn('/refunds?amount=more')).toEqual([much]);
    expect(await referencesOn('/refunds?age=1h')).not.toContain(little);
    expect(await referencesOn('/refunds?age=1d')).not.toContain(much);
    expect(await referencesOn('/refunds?cause=exception')).toEqual([]);
    expect(await referencesOn('/refunds?what=take')).toEqual([]);
    const typed = much.slice(3, 9).toLowerCase().replace('-', ' ');
    expect(await referencesOn(`/refunds?reference=${encodeURIComponent(typed)}`)).toEqual([much]);
    expect((await supervisor.get('/refunds?lane=nowhere')).status).toBe(400);
  });

  it('goes on from page to page and back, whatever is how many', async () => {
    for (let at = 0; at < 55; at += 1) {
      await bench.refund('waiting', { pence: 2600 + at, askedAt: hours(-100) });
    }
    const seen: string[] = [];
    let page = await supervisor.get('/refunds?lane=waiting');
    for (;;) {
      seen.push(
        ...(page
          .$('#refunds tbody th')
          .map((_, cell) => page.$(cell).text().trim())
          .get() as unknown as string[]),
      );
      const next = page.$('a[rel=next]').attr('href');
      if (!next) break;
      page = await supervisor.get(next);
    }
    expect(seen).toHaveLength(57);
    expect(new Set(seen).size).toBe(57);
    const back = await supervisor.get(page.$('a[rel=prev]').attr('href') ?? '');
    expect(back.$('#refunds tbody th').first().text()).toBe(seen[0]);
  });

  it('says since when the payment service is away, and how much waits', async () => {
    await bench.query('REPLACE INTO payment_service_state VALUES (1, ?, ?)', [
      hours(-1),
      'No answer',
    ]);
    const { application } = await bench.refund('waiting');
    const warning = (await supervisor.get('/refunds')).$('.govuk-warning-text').text();
    expect(warning).toMatch(/not answered since 20 November 2026, 9:42am\. \d+ commands wait/);
    const onCase = (await officer.get(`/applications/${application.reference}`)).$('main').text();
    expect(onCase).toContain('has not answered since 20 November 2026, 9:42am');
    await bench.query('DELETE FROM payment_service_state');
  });

  it('is for officers and supervisors; its old address leads to it', async () => {
    expect((await support.get('/refunds')).status).toBe(403);
    expect((await auditor.get('/refunds')).status).toBe(403);
    const old = await officer.get('/payments-to-settle');
    expect([old.status, old.location]).toEqual([303, '/refunds']);
    expect((await officer.get('/refunds')).$('a[href$="another-way/new"]')).toHaveLength(0);
  });
});

describe('settled another way (R-PAY-4)', () => {
  it('ends the command, takes it out of what the ledger owes, and says on the case by whom', async () => {
    const { commandId, application } = await bench.refund('failed');
    const owed = await payable();
    const page = await supervisor.get(`/refunds/${commandId}/another-way/new`);
    expect(page.$('main').text()).toContain('£55');
    const sent = await supervisor.submit(page, {
      reference: 'Cheque 000123',
      reason: 'The card is closed: sent a cheque.',
    });
    expect([sent.status, sent.location]).toEqual([303, '/refunds?lane=another_way']);
    expect(await stateOf(commandId)).toBe('settled_another_way');
    expect(await payable()).toBe(owed - 5500);
    const onCase = (await supervisor.get(`/applications/${application.reference}`))
      .$('main')
      .text();
    expect(onCase).toContain('£55 given back another way: Cheque 000123');
    const ledger = await auditor.get(`/applications/${application.reference}/money`);
    expect(ledger.$('main').text()).toContain('The card is closed: sent a cheque.');
    expect(await referencesOn('/refunds?lane=another_way')).toContain(application.reference);
  });

  it('is recorded once, however often it is sent or by how many at once', async () => {
    const { commandId } = await bench.refund('attention');
    const owed = await payable();
    const formId = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => anotherWay(commandId, { formId })));
    expect(same.map(({ status }) => status)).toEqual([303, 303, 303]);
    const other = await anotherWay(commandId, { reference: 'Cheque 2' });
    expect(other.status).toBe(409);
    expect(other.$('main').text()).toContain('Cheque 2');
    expect(await payable()).toBe(owed - 5500);
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
      const owed = await payable();
      expect((await anotherWay(commandId)).status).toBe(409);
      expect((await supervisor.get(`/refunds/${commandId}/another-way/new`)).status).toBe(409);
      expect(await payable()).toBe(owed);
    },
  );

  it('is refused while nobody knows whether it went: it was sent and not read since', async () => {
    const { commandId } = await bench.refund('attention');
    const owed = await payable();
    await bench.query(
      `UPDATE payment_commands c JOIN payments p ON p.id = c.payment_id
          SET c.sent_at = p.state_read_at + INTERVAL 1 SECOND WHERE c.id = ?`,
      [commandId],
    );
    const refused = await anotherWay(commandId);
    expect(refused.status).toBe(409);
    expect(refused.$('main').text()).toContain('the money may be on its way already');
    expect(refused.$('main').text()).toContain('Cheque 000123');
    expect([await stateOf(commandId), await payable()]).toEqual(['needs_attention', owed]);
  });

  it('needs a reference and a reason, and keeps what was typed', async () => {
    const { commandId } = await bench.refund('failed');
    const page = await anotherWay(commandId, { reference: '', reason: 'short' });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary li')).toHaveLength(2);
    expect(page.$('textarea').val()).toBe('short');
    expect(await stateOf(commandId)).toBe('needs_attention');
  });

  it('is for supervisors alone', async () => {
    const { commandId } = await bench.refund('failed');
    for (const one of [officer, auditor, support]) {
      expect((await one.get(`/refunds/${commandId}/another-way/new`)).status).toBe(403);
    }
    expect((await officer.post(`/refunds/${commandId}/another-way`)).status).toBe(403);
  });
});
