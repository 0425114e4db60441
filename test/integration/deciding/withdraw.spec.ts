import { randomUUID } from 'node:crypto';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type DecidingBench, send, startDecidingBench } from './deciding-bench.js';

let bench: DecidingBench;
let officer: TestStaff;
let support: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.addStaff('officer');
  support = await bench.desk.signInAs('support');
});
afterAll(() => bench.stop());

const add = (more: Omit<Parameters<DecidingBench['addCase']>[0], 'officerId'> = {}) =>
  bench.addCase({ officerId: officer.id, ...more });

async function check(reference: string, fields: Record<string, string> = { reason: 'asked_for' }) {
  const form = await support.get(`/applications/${reference}/withdrawal/new`);
  return support.submit(form, { ...fields, step: 'check' });
}

describe('withdrawing', () => {
  it('by support closes a case an officer holds, and releases the money', async () => {
    const { application } = await add();
    const checked = await check(application.reference);
    expect(checked.text).toContain('You asked us to withdraw it.');
    const sent = await send(support, checked);
    expect([sent.status, sent.location]).toEqual([
      303,
      `/applications/${application.reference}/decision`,
    ]);
    expect(await bench.rows('decisions', application.id)).toMatchObject([
      { outcome: 'withdrawn', decided_by: support.staff.id },
    ]);
    expect(await bench.rows('payment_commands', application.id)).toMatchObject([
      { kind: 'release', amount_pence: 5500 },
    ]);
    expect(await bench.events(application.id)).toEqual([
      'application-withdrawn',
      'payment-requested',
      'letter-written',
    ]);
  });

  it('closes the request for a paper that the case waits for, and ends the pause', async () => {
    const { application } = await add({
      change: (building) =>
        building.status('awaiting_evidence').with({
          claimedBy: null,
          claimedAt: null,
          awaitingSince: new Date(bench.desk.clock.now().getTime() - 3_600_000),
        }),
    });
    await bench.desk.database.dataSource.query(
      `INSERT INTO evidence_requests
         (id, application_id, state, asked_by, asked_at, answer_by_on, link_expires_at, items, form_id)
       VALUES (?, ?, 'open', ?, '2026-11-18 09:00:00', '2026-12-02', '2026-12-03 00:00:00', '[]', ?)`,
      [randomUUID(), application.id, officer.id, randomUUID()],
    );
    await send(support, await check(application.reference));
    expect(await bench.rows('evidence_requests', application.id)).toMatchObject([
      { state: 'closed' },
    ]);
    const [row] = await bench.desk.database.dataSource.query<Record<string, unknown>[]>(
      'SELECT status, awaiting_since, paused_seconds FROM applications WHERE id = ?',
      [application.id],
    );
    expect(row).toMatchObject({ status: 'withdrawn', awaiting_since: null, paused_seconds: 3600 });
  });

  it('frees the place at the property and calls no payment for a free application', async () => {
    const { application, uprn } = await add({ pence: 0 });
    await bench.write((tx) =>
      tx.query(
        `INSERT INTO property_slots (uprn, kind, position, application_id, taken_at)
         VALUES (?, 'cap', 1, ?, UTC_TIMESTAMP(3))`,
        [uprn, application.id],
      ),
    );
    await send(support, await check(application.reference));
    expect(await bench.rows('property_slots', application.id)).toEqual([]);
    expect(await bench.rows('payment_commands', application.id)).toEqual([]);
  });

  it('is one act however often the form is sent', async () => {
    const { application } = await add();
    const checked = await check(application.reference);
    const answers = await Promise.all([1, 2, 3].map(() => send(support, checked)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await bench.rows('decisions', application.id)).toHaveLength(1);
    expect(await bench.rows('payment_commands', application.id)).toHaveLength(1);
  });

  it.each([
    [{}, 'Choose why the application is withdrawn'],
    [{ reason: 'other', words: '' }, 'Write the reason in your own words'],
    [{ reason: 'nonsense' }, 'Choose why the application is withdrawn'],
  ])('asks again for %j', async (fields, words) => {
    const { application } = await add();
    const answer = await check(application.reference, fields);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
  });

  it('of a decided case answers 409 with what happened, and keeps the words', async () => {
    const { application } = await add();
    const late = await support.get(`/applications/${application.reference}/withdrawal/new`);
    bench.desk.clock.advance({ seconds: 5 });
    await send(support, await check(application.reference));
    const answer = await support.submit(late, {
      reason: 'other',
      words: 'Typed on the telephone.',
      step: 'check',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Application withdrawn');
    expect(answer.$('textarea').text()).toContain('Typed on the telephone.');
  });

  it('is not for auditors and administrators', async () => {
    const { application } = await add();
    const path = `/applications/${application.reference}/withdrawal/new`;
    for (const role of ['auditor', 'administrator'] as const) {
      const browser = await bench.desk.signInAs(role);
      expect((await browser.get(path)).status).toBe(403);
    }
  });
});

describe('the page of a decision', () => {
  it('shows what follows, refreshed, and works as a bookmark', async () => {
    const { application, providerPaymentId } = await add();
    const { location } = await send(support, await check(application.reference));
    const before = await support.get(location ?? '');
    expect(before.$('.govuk-panel').text()).toContain('Application withdrawn');
    expect(before.$('.govuk-panel').text()).toContain(application.reference);
    expect(before.text).toContain('is being given back');

    const [command] = await bench.rows('payment_commands', application.id);
    await bench.carryOut.run(String(command?.['id']));
    const after = await support.get(location ?? '');
    expect(after.text).toMatch(/Hold of £\d+ cancelled/);
    expect(after.text).not.toContain('is being given back');
    expect(after.text).toMatch(/The hold of £\d+ is cancelled/);
    const [seen] = (await bench.sandbox.control.payments()).filter(
      ({ payment_id }) => payment_id === providerPaymentId,
    );
    expect(seen?.state.status).toBe('cancelled');
  });

  it('leads to the next case only who may claim one, and hides private notes from support', async () => {
    const { application } = await add();
    const checked = await check(application.reference);
    await support.submit(
      checked,
      { step: 'send', privateNote: 'Rang three times.' },
      'main form[action^="/applications/"]',
    );
    const path = `/applications/${application.reference}/decision`;
    const mine = await support.get(path);
    expect(mine.text).not.toContain('Rang three times.');
    expect(mine.text).not.toContain('Review next case');
    const theirs = await (await bench.desk.signInAs('supervisor')).get(path);
    expect(theirs.text).toContain('Rang three times.');
    expect(theirs.$('form[action="/my-work/next"] button').text()).toContain('Review next case');
  });

  it('of a case without a decision leads to the case', async () => {
    const { application } = await add();
    const answer = await support.get(`/applications/${application.reference}/decision`);
    expect([answer.status, answer.location]).toEqual([
      303,
      `/applications/${application.reference}`,
    ]);
    expect((await support.get('/applications/PD-2222-2222/decision')).status).toBe(404);
  });
});
