import type { TestBrowser } from '../../support/test-browser.js';
import { hours, type Lane, type MoneyBench, startMoneyBench } from './money-bench.js';
import { payable, referencesOn } from './refunds-told.js';

let bench: MoneyBench;
let officer: TestBrowser;
let supervisor: TestBrowser;
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

describe('the refunds board', () => {
  it('shows each refund in its lane, the oldest first, with totals', async () => {
    const made = new Map<Lane, string>();
    for (const [at, lane] of LANES.entries()) {
      const { application } = await bench.refund(lane, { askedAt: hours(-30 + at) });
      made.set(lane, application.reference);
    }
    for (const lane of LANES) {
      expect([lane, await referencesOn(supervisor, `/refunds?lane=${lane}`)]).toEqual([
        lane,
        [made.get(lane)],
      ]);
    }
    expect(await referencesOn(supervisor, '/refunds')).toEqual(LANES.map((lane) => made.get(lane)));
    const { $ } = await supervisor.get('/refunds');
    const rows = $('main table').first().find('tbody tr').toArray();
    const texts = rows.map((row) =>
      $(row)
        .children()
        .map((_, cell) => $(cell).text().trim())
        .get()
        .join(' | ')
        .trim(),
    );
    expect(texts.slice(0, 4)).toEqual([
      'Refund failed | 1 | £55 | 1 day',
      'Needs attention | 1 | £55 | 1 day',
      'Given back twice | 0 | £0 |',
      'Not confirmed | 1 | £55 | 1 day',
    ]);
  });

  it('agrees with the ledger, and raises an alarm with the difference when it does not', async () => {
    const { $ } = await supervisor.get('/refunds');
    // Waiting, not confirmed, failed and needing attention: what is with the bank is not owed.
    expect(await payable(bench)).toBe(4 * 5500);
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
    expect(await referencesOn(supervisor, '/refunds?amount=to_25')).toEqual([little]);
    expect(await referencesOn(supervisor, '/refunds?amount=more')).toEqual([much]);
    expect(await referencesOn(supervisor, '/refunds?age=1h')).not.toContain(little);
    expect(await referencesOn(supervisor, '/refunds?age=1d')).not.toContain(much);
    expect(await referencesOn(supervisor, '/refunds?cause=exception')).toEqual([]);
    expect(await referencesOn(supervisor, '/refunds?what=take')).toEqual([]);
    const typed = much.slice(3, 9).toLowerCase().replace('-', ' ');
    expect(
      await referencesOn(supervisor, `/refunds?reference=${encodeURIComponent(typed)}`),
    ).toEqual([much]);
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
