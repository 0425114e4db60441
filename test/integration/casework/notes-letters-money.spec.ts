import { randomUUID } from 'node:crypto';
import { insertLetter } from '../../../src/letters/letters.store.js';
import type { Letter } from '../../../src/letters/letters.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import type { TestBrowser } from '../../support/test-browser.js';
import {
  aFailedLetter,
  aStuckPayment,
  type CaseworkBench,
  formSeen,
  hours,
  startCaseworkBench,
} from './casework-bench.js';

let bench: CaseworkBench;
let officer: TestBrowser & { staff: { id: string; name: string } };
let support: TestBrowser & { staff: { id: string; name: string } };
let auditor: TestBrowser;

beforeAll(async () => {
  bench = await startCaseworkBench();
  officer = await bench.desk.signInAs('officer');
  support = await bench.desk.signInAs('support');
  auditor = await bench.desk.signInAs('auditor');
});
beforeEach(() => bench.empty());
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  bench.desk.database.dataSource.query(sql, values);

const keep = (...letters: Letter[]) =>
  bench.desk.app.get(UnitOfWork).run(async (tx) => {
    for (const letter of letters) await insertLetter(tx, letter);
  });

describe('a note on a case', () => {
  it('is kept as it was written, once however often it is sent, and leaves the version alone', async () => {
    const { id, reference, version } = await bench.add();
    const words = 'Rang twice.\n<b>Will send the bill</b> & a photo.';
    const form = { ...formSeen(version), words: `  ${words}\n` };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => support.post(`/applications/${reference}/notes`, form)),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(sent[0]?.location).toBe(`/applications/${reference}#notes`);
    const notes = await query<{ words: string; written_by: string }>('SELECT * FROM case_notes');
    expect(notes).toMatchObject([{ words, written_by: support.staff.id }]);
    const events = await query('SELECT * FROM timeline_events WHERE application_id = ?', [id]);
    expect(events).toHaveLength(1);
    const page = await officer.get(`/applications/${reference}`);
    expect(page.$('main').text()).toContain('<b>Will send the bill</b> & a photo.');
    const claimed = await officer.post(`/applications/${reference}/claim`, formSeen(version));
    expect(claimed.status).toBe(303);
  });

  it('may be written on a decided case', async () => {
    const { reference, version } = await bench.add((it) =>
      it.with({ status: 'rejected', decidedAt: hours(-1) }),
    );
    const form = { ...formSeen(version), words: 'Asked why.' };
    expect((await support.post(`/applications/${reference}/notes`, form)).status).toBe(303);
  });

  it.each([
    ['empty', '   ', 'Write a note'],
    ['too long', 'x'.repeat(5001), 'The note must be 5,000 characters or fewer'],
  ])('that is %s comes back with what was typed', async (_what, words, fault) => {
    const { reference, version } = await bench.add();
    const form = formSeen(version);
    const page = await officer.post(`/applications/${reference}/notes`, { ...form, words });
    expect(page.status).toBe(422);
    expect(page.$('.govuk-error-summary').text()).toContain(fault);
    expect(page.$('.govuk-error-summary a').attr('href')).toBe('#words');
    expect(page.$('textarea').val()).toBe(words.trim());
    expect(page.$('input[name=formId]').val()).toBe(form['formId']);
    expect(await query('SELECT id FROM case_notes')).toEqual([]);
    const better = await officer.submit(page, { words: 'Better.' });
    expect(better.status).toBe(303);
  });

  it('cannot use the form of another case', async () => {
    const one = await bench.add();
    const other = await bench.add();
    const form = { ...formSeen(1), words: 'One.' };
    expect((await officer.post(`/applications/${one.reference}/notes`, form)).status).toBe(303);
    expect((await officer.post(`/applications/${other.reference}/notes`, form)).status).toBe(400);
    expect(await query('SELECT id FROM case_notes')).toHaveLength(1);
  });

  it('is not for auditors to write', async () => {
    const { reference, version } = await bench.add();
    const form = { ...formSeen(version), words: 'x' };
    expect((await auditor.post(`/applications/${reference}/notes`, form)).status).toBe(403);
    expect((await auditor.get(`/applications/${reference}`)).$('textarea')).toHaveLength(0);
  });
});

describe('a letter of a case', () => {
  it('is shown in the words it was sent in, to support too', async () => {
    const { id, reference } = await bench.add();
    const letter = aFailedLetter(id);
    await keep(letter);
    for (const reader of [officer, support]) {
      const page = await reader.get(`/applications/${reference}/letters/${letter.id}`);
      expect(page.status).toBe(200);
      const text = page.$('main').text();
      expect(text).toContain('An officer will look at your papers.');
      expect(text).toContain('14 Invented Street');
      expect(text).toContain('Could not be delivered');
    }
  });

  it('never shows colleagues the link that opens the case', async () => {
    const { id, reference } = await bench.add();
    const address = 'https://permits.example.org/r/AbCd_ef-123.x';
    const words = `Send it here:\n${address}`;
    const letters = [
      aFailedLetter(id, { channel: 'email', body: `# Send it\n\n${words}\n\n* by ${address}` }),
      aFailedLetter(id, { channel: 'text', subject: null, body: words }),
    ];
    await keep(...letters);
    for (const letter of letters) {
      const page = await support.get(`/applications/${reference}/letters/${letter.id}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('AbCd_ef');
      expect(page.$('main').text()).toContain('the resident’s own link');
    }
  });

  it('is not found under another case', async () => {
    const one = await bench.add();
    const other = await bench.add();
    const letter = aFailedLetter(one.id);
    await keep(letter);
    for (const path of [
      `/applications/${other.reference}/letters/${letter.id}`,
      `/applications/${one.reference}/letters/${newId()}`,
      `/applications/${one.reference}/letters/x`,
    ]) {
      expect((await officer.get(path)).status).toBe(404);
    }
  });

  it('is listed as not delivered until a later copy goes', async () => {
    const { id, reference } = await bench.add();
    const email = aFailedLetter(id, { channel: 'email', recipient: 'priya@example.com' });
    await keep(email);
    const listed = async () =>
      (await officer.get('/letters-not-delivered')).$(`a[href$="/letters/${email.id}"]`).length;
    expect(await listed()).toBe(1);
    expect((await officer.get('/my-work')).$('main').text()).toContain('1 letter');
    await keep(aFailedLetter(id, { state: 'sent', writtenAt: hours(-1) }));
    expect(await listed()).toBe(0);
    expect(reference).toMatch(/^PD-/);
  });
});

describe('payments that need a person', () => {
  it('are listed with what went wrong, and tried again once however often it is pressed', async () => {
    const commandId = await aStuckPayment(bench, officer.staff.id);
    const page = await officer.get('/refunds');
    const text = page.$('#refunds table').text();
    expect(text).toContain('Give it all back');
    expect(text).toContain('£55');
    expect(text).toContain('amount mismatch');
    expect((await officer.get('/my-work')).$('main').text()).toContain('1 payment');

    const again = () => officer.post(`/refunds/${commandId}/another-try`);
    const presses = await Promise.all([again(), again()]);
    for (const { status, location } of presses) {
      expect([status, location]).toEqual([303, '/refunds']);
    }
    const [command] = await query<{ state: string; attempts: number }>(
      'SELECT state, attempts FROM payment_commands WHERE id = ?',
      [commandId],
    );
    expect(command).toMatchObject({ state: 'requested', attempts: 0 });
    const jobs = await query('SELECT id FROM outbox_jobs WHERE subject_id = ? AND job = ?', [
      commandId,
      'release-payment',
    ]);
    expect(jobs).toHaveLength(1);
    const events = await query<{ actor_id: string; type: string }>(
      `SELECT actor_id, type FROM timeline_events WHERE type = 'payment-requested'`,
    );
    expect(events).toMatchObject([{ actor_id: officer.staff.id }]);
    expect((await officer.follow(presses[0])).$('main').text()).toContain('Waiting');
  });

  it('are for officers and supervisors', async () => {
    expect((await support.get('/refunds')).status).toBe(403);
    const path = `/refunds/${randomUUID()}/another-try`;
    expect((await auditor.post(path)).status).toBe(403);
    expect((await officer.post('/refunds/x/another-try')).status).toBe(404);
    expect((await support.get('/my-work')).$('main').text()).not.toContain('Payments that need');
  });
});

describe('my work', () => {
  it('is where one lands, and counts what is there', async () => {
    const home = await officer.get('/');
    expect([home.status, home.location]).toEqual([303, '/my-work']);
    const mine = await bench.add((it) => it.inReviewBy(officer.staff.id, hours(-1), hours(0.25)));
    await bench.add((it) => it.paid(5500, undefined, hours(23)));
    await bench.add((it) => it.paid(5500, undefined, hours(49)));
    await bench.add((it) => it.paid(5500, undefined, hours(-1)));
    await bench.add((it) => it.with({ status: 'awaiting_evidence', receivedAt: hours(-240) }));
    await bench.add((it) =>
      it.paid(5500, undefined, hours(2)).with({ status: 'rejected', decidedAt: hours(-1) }),
    );
    const { $ } = await officer.get('/my-work');
    const rows = new Map(
      $('.govuk-summary-list__row')
        .map((_, row) => [
          [$(row).find('dt').text().trim(), $(row).find('dd').text().trim()] as [string, string],
        ])
        .get() as unknown as [string, string][],
    );
    expect(Object.fromEntries(rows)).toMatchObject({
      'Waiting for review': '3 cases',
      'In review': '1 case',
      'Waiting for the resident': '1 case',
      'Answer overdue': 'None',
      'Payment holds ending': '2 cases',
      'Payments that need a person': 'None',
    });
    expect(rows.get('Oldest case not decided')).toMatch(/^8 working days \(PD-/);
    expect($('tbody th a').text()).toBe(mine.reference);
    expect($('tbody tr').text()).toContain('10:57am');
    expect($('main').text()).toContain('Data as at 10:42am');
  });
});
