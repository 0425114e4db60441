import type { TestBrowser } from '../../support/test-browser.js';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { verifyLedger } from '../../../src/ledger/verify-ledger.queries.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { DAY, type ReconcileBench, startReconcileBench, TODAY } from './reconcile-bench.js';

/** A difference that a person closes by correcting the ledger: what is posted, by whom, and where it is seen. */

let bench: ReconcileBench;
let supervisor: TestBrowser;
beforeAll(async () => {
  bench = await startReconcileBench();
  supervisor = await bench.bench.desk.signInAs('supervisor');
}, 120_000);
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []) =>
  bench.bench.desk.database.dataSource.query<Row[]>(sql, values);
const control = () => bench.bench.sandbox.control;

async function pathOf(providerId: string): Promise<string> {
  const rows = await query<{ id: string }>(
    `SELECT d.id FROM reconciliation_differences d WHERE d.provider_payment_id = ?
        AND d.kind <> 'state_differs' AND d.cleared_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e WHERE e.difference_id = d.id)`,
    [providerId],
  );
  expect(rows).toHaveLength(1);
  return `/reconciliation/differences/${rows[0]?.id}`;
}

const journals = (providerId: string) =>
  query<{ entry: string; pence: number; reverses: number; note: string }>(
    `SELECT CONCAT(e.debit_account, ' < ', e.credit_account) AS entry, e.amount_pence AS pence,
            j.reverses_id IS NOT NULL AS reverses, j.note
       FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id
       JOIN reconciliation_differences d ON j.effect_key = CONCAT('closed:', d.id)
      WHERE d.provider_payment_id = ? ORDER BY e.id`,
    [providerId],
  );

const open = async () => {
  const rows = await query<{ kind: string }>(
    `SELECT d.kind FROM reconciliation_differences d WHERE d.cleared_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e WHERE e.difference_id = d.id)`,
  );
  return rows.map(({ kind }) => kind);
};

const faultsOfLedger = async () =>
  (await verifyLedger(bench.bench.desk.database.dataSource.manager)).faults.map(
    ({ fault }) => fault,
  );

const SKIP = { outcome: 'correct', cause: 'not_placed', words: 'Nobody knows whose it is.' };

async function corrected(providerId: string, by: TestBrowser, fields: Record<string, string>) {
  const page = await by.get(await pathOf(providerId));
  return by.submit(page, fields);
}

describe('up to the council’s limit', () => {
  it('one supervisor corrects the ledger; pressed twice it is one posting; the next day agrees', async () => {
    const providerId = await bench.payOutside({ state: 'captured', amount: 1000 });
    await bench.compare();
    const path = await pathOf(providerId);
    const page = await supervisor.get(path);
    expect(page.$('main').text()).toContain('By correcting our ledger by £10');
    expect(page.$('main').text()).not.toContain('another supervisor agrees');
    expect((await supervisor.submit(page, { ...SKIP, cause: '' })).status).toBe(422);
    expect((await supervisor.submit(page, { words: 'x' })).status).toBe(422);
    expect(await journals(providerId)).toEqual([]);
    expect((await supervisor.submit(page, SKIP)).status).toBe(303);
    expect((await supervisor.submit(page, SKIP)).status).toBe(303);
    const posted = {
      ...{ entry: 'provider_clearing < write_off', pence: 1000, reverses: 0 },
      note: 'Taken, and nobody can say for whom',
    };
    expect(await journals(providerId)).toEqual([posted]);
    await bench.compare();
    expect(await open()).toEqual([]);
    // Given back by hand at the payment service: the earlier posting is reversed, not changed.
    await control().letHappen(providerId, 'refunded');
    await bench.compare(TODAY);
    const back = { outcome: 'correct', cause: 'refund_by_hand', words: 'Given back in Pay.' };
    expect((await corrected(providerId, supervisor, back)).status).toBe(303);
    expect(await journals(providerId)).toMatchObject([
      posted,
      { entry: 'write_off < provider_clearing', pence: 1000, reverses: 1 },
    ]);
    await bench.compare(DAY, TODAY);
    expect(await open()).toEqual([]);
    expect(await faultsOfLedger()).toEqual([]);
  }, 120_000);

  it('an application that turns up later is found, and the correction reversed', async () => {
    const providerId = await bench.payOutside({ state: 'captured', amount: 900 });
    await bench.compare();
    expect((await corrected(providerId, supervisor, SKIP)).status).toBe(303);
    await bench.addPayment({ payment_id: providerId, state: 'captured', amount: 900 });
    await bench.compare();
    expect(await open()).toEqual(['amount_differs']);
    const found = { outcome: 'correct', cause: 'other', words: 'Its application came late.' };
    expect((await corrected(providerId, supervisor, found)).status).toBe(303);
    expect(await journals(providerId)).toMatchObject([
      { entry: 'provider_clearing < write_off', pence: 900, reverses: 0 },
      { entry: 'write_off < provider_clearing', pence: 900, reverses: 1 },
    ]);
    await bench.compare();
    expect(await open()).toEqual([]);
    expect(await faultsOfLedger()).toEqual([]);
  }, 120_000);

  it('figures that have moved, or are too old, post nothing', async () => {
    const providerId = await bench.payOutside({ state: 'captured', amount: 700 });
    await bench.compare();
    const page = await supervisor.get(await pathOf(providerId));
    const moved = await supervisor.submit(page, { ...SKIP, gainPence: '699' });
    expect([moved.status, moved.text.includes('The figures have changed')]).toEqual([409, true]);
    await query(
      'UPDATE reconciliation_differences SET last_found_at = ? WHERE provider_payment_id = ?',
      [new Date(bench.bench.desk.clock.now().getTime() - 37 * 3_600_000), providerId],
    );
    const old = await supervisor.submit(page, SKIP);
    expect([old.status, old.text.includes('too old to post')]).toEqual([409, true]);
    expect(old.$('input[name="outcome"][type="radio"]')).toHaveLength(0);
    expect(await journals(providerId)).toEqual([]);
    // Compared again, it can be posted.
    await bench.compare(TODAY);
    expect((await corrected(providerId, supervisor, SKIP)).status).toBe(303);
  }, 120_000);
});

describe('above it', () => {
  let providerId: string;
  let path: string;

  beforeAll(async () => {
    const { id, providerId: paid } = await bench.addPayment({ state: 'captured' });
    providerId = paid;
    // The ledger says twice what the payment service says.
    await query(
      `INSERT INTO ledger_journals
         (id, payment_id, application_id, kind, effect_key, occurred_at, recorded_at)
       SELECT UUID(), p.id, p.application_id, 'captured', 'planted', NOW(3), NOW(3)
         FROM payments p WHERE p.id = ?`,
      [id],
    );
    await query(
      `INSERT INTO ledger_entries (journal_id, line, debit_account, credit_account, amount_pence)
       SELECT j.id, 1, 'provider_clearing', 'customer', 5500 FROM ledger_journals j
        WHERE j.effect_key = 'planted'`,
    );
    await bench.compare();
    path = await pathOf(providerId);
  }, 120_000);

  const ask = { outcome: 'correct', cause: 'never_arrived', words: 'The bank never had it.' };

  it('nobody whose own interests the case touches closes it in any way (R-COI-1)', async () => {
    const kept = await bench.bench.desk.signInAs('supervisor');
    const page = await kept.get(path);
    const [home] = await query<{ uprn: string }>('SELECT uprn FROM applications WHERE id = ?', [
      bench.applicationId,
    ]);
    await bench.bench.write((tx) =>
      insertInterest(tx, {
        ...{ id: newId(), staffId: kept.staff.id, kind: 'address', value: home?.uprn ?? '' },
        ...{ postcode: 'LE11 5ZZ', isRelation: false, removedAt: null },
        ...{ declaredAt: bench.bench.desk.clock.now(), formId: newId() },
      }),
    );
    for (const fields of [ask, { outcome: 'words', words: 'Let it be.' }]) {
      expect((await kept.submit(page, fields)).status).toBe(403);
    }
    expect(await journals(providerId)).toEqual([]);
    expect(await open()).toEqual(['amount_differs']);
  }, 120_000);

  it('another supervisor agrees; never the same, and nothing is posted before', async () => {
    const page = await supervisor.get(path);
    expect(page.$('main').text()).toContain('By correcting our ledger by £55');
    expect(page.$('main').text()).toContain('another supervisor agrees');
    expect((await supervisor.submit(page, ask)).status).toBe(303);
    expect(await journals(providerId)).toEqual([]);
    const own = await supervisor.get(path);
    expect(own.$('form[action$="/answer"]')).toHaveLength(0);
    expect(own.$('main').text()).toContain('Another supervisor must answer.');
    const [{ id } = { id: '' }] = await query<{ id: string }>(
      "SELECT id FROM reconciliation_corrections WHERE state = 'waiting'",
    );
    const formId = 'c0ffee00-0000-4000-8000-000000000001';
    const forged = { answer: 'agree', formId, words: '' };
    const refused = await supervisor.post(`${path}/corrections/${id}/answer`, forged);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('You asked for this correction yourself');
    await expect(
      query(
        `UPDATE reconciliation_corrections SET state = 'posted', answered_by = asked_by,
           answered_at = NOW(3) WHERE id = ?`,
        [id],
      ),
    ).rejects.toThrow('ck_reconciliation_corrections_two_people');
    // While it waits nobody closes the difference over its head.
    const other = await bench.bench.desk.signInAs('supervisor');
    const words = { formId, outcome: 'words', words: 'No matter.', gainPence: '0', cause: '' };
    expect((await other.post(`${path}/explanation`, words)).status).toBe(409);
    expect(await journals(providerId)).toEqual([]);
  }, 120_000);

  it('who declines says why, and it is open again; who agrees posts exactly what was asked', async () => {
    const other = await bench.bench.desk.signInAs('supervisor');
    const page = await other.get(path);
    expect((await other.submit(page, { answer: 'decline' })).status).toBe(422);
    const why = { answer: 'decline', words: 'Ask the bank first.' };
    expect((await other.submit(page, why)).status).toBe(303);
    const again = await supervisor.get(path);
    expect(again.$('main').text()).toContain('Ask the bank first.');
    expect((await supervisor.submit(again, ask)).status).toBe(303);
    const waiting = await other.get(path);
    const index = await other.get('/reconciliation');
    expect(index.$('main').text()).toContain('1 correction waits for a colleague.');
    expect((await other.submit(waiting, { answer: 'agree' })).status).toBe(303);
    expect((await other.submit(waiting, { answer: 'agree' })).status).toBe(303);
    expect(await journals(providerId)).toMatchObject([
      { entry: 'write_off < provider_clearing', pence: 5500, reverses: 0 },
    ]);
    await bench.compare();
    expect(await open()).toEqual([]);
  }, 120_000);

  it('is seen on the case, in its ledger, on the board and in the balances', async () => {
    expect(await bench.bench.events(bench.applicationId)).toContain('ledger-corrected');
    const [{ reference } = { reference: '' }] = await query<{ reference: string }>(
      'SELECT reference FROM applications WHERE id = ?',
      [bench.applicationId],
    );
    const money = await supervisor.get(`/applications/${reference}/money`);
    expect(money.$('main').text()).toContain('Taken by our books, and it never arrived');
    expect(money.$('main').text()).toContain('The bank never had it.');
    const caseText = (await supervisor.get(`/applications/${reference}`)).$('main').text();
    expect(caseText).toContain('Our ledger said £55 more than the payment service');
    const board = async () => (await supervisor.get('/reconciliation')).$('main').text();
    expect(await board()).toContain('No difference is open.');
    expect(await board()).toContain('says the same, in its account “Written off”');
    await query("DELETE FROM reconciliation_corrections WHERE cause = 'never_arrived'");
    expect(await board()).toContain('are £55 apart. Tell whoever looks after the ledger');
  }, 120_000);
});
