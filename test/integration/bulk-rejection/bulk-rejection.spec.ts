import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { newId } from '../../../src/platform/database/new-id.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { type BulkBench, checkBulk, chosenOf, runOf, startBulkBench } from './bulk-bench.js';

type StaffBrowser = TestBrowser & { staff: TestStaff };

let bench: BulkBench;
let supervisor: StaffBrowser;
let officer: StaffBrowser;

beforeAll(async () => {
  bench = await startBulkBench();
  supervisor = await bench.desk.signInAs('supervisor');
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

const send = (check: Answer, by: TestBrowser = supervisor) =>
  by.submit(check, { step: 'send' }, 'main form[action="/bulk-rejections"]');
const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  bench.desk.database.dataSource.query(sql, values);
const leftOut = ({ $ }: Answer) =>
  $('main table')
    .last()
    .find('tbody tr')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());

describe('rejecting many cases at once', () => {
  it('says what it comes to, and then rejects each as one alone is rejected', async () => {
    const cases = [await bench.add(), await bench.add((it) => it.free()), await bench.add()];
    const check = await checkBulk(supervisor, chosenOf(cases));
    expect(check.status).toBe(200);
    expect(check.$('h1').text()).toBe('Check before you reject 3 cases');
    const said = check.$('main').text();
    expect(said).toContain('3 applications are rejected, one after the other');
    expect(said).toContain('give back £110 in all, for 2 cases. No money moves for 1 case.');
    expect(said).toContain(`A sample: the letter for ${cases[0]?.reference}`);
    const sent = await send(check);
    expect(sent.status).toBe(303);
    const runId = runOf(sent);
    const before = await supervisor.follow(sent);
    expect(before.$('h1').text()).toBe('Rejecting 3 cases');
    expect(before.$('#run').attr('data-progress')).toBe(`/bulk-rejections/${runId}`);
    expect(before.$('#run a[href^="/bulk-rejections/"]').text()).toBe('Load again');
    expect(await bench.job().run(runId)).toEqual({ done: true });
    const after = await supervisor.get(`/bulk-rejections/${runId}`);
    expect(after.$('h1').text()).toBe('3 of 3 cases rejected');
    expect(after.$('#run').attr('data-progress')).toBeUndefined();
    for (const [index, { id }] of cases.entries()) {
      expect(await bench.events(id)).toEqual([
        'case-claimed',
        'application-rejected',
        ...(index === 1 ? [] : ['payment-requested']),
        'letter-written',
      ]);
      expect(await bench.waiting(id)).toEqual(
        index === 1 ? ['letter.written'] : ['letter.written', 'payment.release-requested'],
      );
    }
    expect((await send(check)).location).toBe(sent.location);
    expect(await query('SELECT 1 FROM outbox_jobs WHERE subject_id = ?', [runId])).toHaveLength(1);
  });

  it('leaves out what cannot be rejected, each with its reason, and goes on with the rest', async () => {
    const fits = await bench.add();
    const mine = await bench.add((it) => it.inReviewBy(supervisor.staff.id));
    const others = await bench.add((it) => it.inReviewBy(officer.staff.id));
    const waits = await bench.add((it) => it.status('awaiting_evidence'));
    const onHold = await bench.add((it) => it.with({ onHoldUntil: new Date('2099-01-01') }));
    const decided = await bench.add((it) => it.status('rejected'));
    const own = await bench.add((it) => it.with({ applicantEmail: supervisor.staff.email }));
    const chosen = chosenOf([fits, mine, fits, others, waits, onHold, decided, own]);
    const check = await checkBulk(supervisor, [
      ...chosen,
      `${mine.reference}.99`,
      'PD-NONE-NONE.1',
    ]);
    expect(check.$('h1').text()).toBe('Check before you reject 2 cases');
    expect(leftOut(check)).toEqual([
      `${fits.reference} It was in the list twice.`,
      `${others.reference} Somebody is reviewing it.`,
      `${waits.reference} It waits for the resident.`,
      `${onHold.reference} It is on hold. End the hold first.`,
      `${decided.reference} It has been decided.`,
      `${own.reference} You have an interest in it. Somebody else must decide it.`,
      `${mine.reference} It was in the list twice.`,
      'PD-NONE-NONE There is no such case.',
    ]);
    const runId = runOf(await send(check));
    await bench.job().run(runId);
    expect(await bench.results(runId)).toEqual([
      [fits.reference, 'done', null],
      [mine.reference, 'done', null],
    ]);
  });

  it('asks again under the locks: what changed after the check is left as it is', async () => {
    const [taken, changed, own, fits] = [
      await bench.add(),
      await bench.add(),
      await bench.add(),
      await bench.add(),
    ];
    const runId = runOf(
      await send(await checkBulk(supervisor, chosenOf([taken, changed, own, fits]))),
    );
    await query('UPDATE applications SET version = version + 1 WHERE id = ?', [changed.id]);
    await query('UPDATE applications SET applicant_email = ? WHERE id = ?', [
      supervisor.staff.email,
      own.id,
    ]);
    await query(
      `UPDATE applications SET status = 'in_review', claimed_by = ?, claimed_until = '2099-01-01'
        WHERE id = ?`,
      [officer.staff.id, taken.id],
    );
    await bench.job().run(runId);
    expect(await bench.results(runId)).toEqual([
      [taken.reference, 'skipped', 'held_by_another'],
      [changed.reference, 'skipped', 'changed'],
      [own.reference, 'skipped', 'conflict'],
      [fits.reference, 'done', null],
    ]);
    const shown = await supervisor.get(`/bulk-rejections/${runId}`);
    expect(shown.$('#run').text()).toContain('1 rejected, 3 left as they were.');
    expect(await bench.events(changed.id)).toEqual([]);
  });

  it('stops when whoever pressed may not do it any more', async () => {
    const other = await bench.desk.signInAs('supervisor');
    const one = await bench.add();
    const check = await checkBulk(other, chosenOf([one]));
    const sent = await other.submit(
      check,
      { step: 'send' },
      'main form[action="/bulk-rejections"]',
    );
    await query(`UPDATE staff_accounts SET role = 'officer' WHERE id = ?`, [other.staff.id]);
    await bench.job().run(runOf(sent));
    expect(await bench.results(runOf(sent))).toEqual([[one.reference, 'skipped', 'not_allowed']]);
  });

  it('stops in the midst of a run when the right is taken away', async () => {
    const other = await bench.desk.signInAs('supervisor');
    const cases = [await bench.add(), await bench.add(), await bench.add()];
    const runId = runOf(await send(await checkBulk(other, chosenOf(cases)), other));
    const demote = `UPDATE staff_accounts SET role = 'officer' WHERE id = ?`;
    const unitOfWork = bench.desk.app.get(UnitOfWork);
    const afterTheFirst: Pick<UnitOfWork, 'run'> = {
      run: async (work) => {
        const done = await unitOfWork.run(work);
        await query(demote, [other.staff.id]);
        return done;
      },
    };
    await bench.job(afterTheFirst as UnitOfWork).run(runId);
    const left = cases.slice(1).map(({ reference }) => [reference, 'skipped', 'not_allowed']);
    expect(await bench.results(runId)).toEqual([[cases[0]?.reference, 'done', null], ...left]);
  });

  it('sends no letter in other words than the sample', async () => {
    const one = await bench.add();
    const runId = runOf(await send(await checkBulk(supervisor, chosenOf([one]))));
    await query(`UPDATE bulk_rejections SET words_key = '0.0' WHERE run_id = ?`, [runId]);
    await bench.job().run(runId);
    expect(await bench.results(runId)).toEqual([[one.reference, 'skipped', 'words_changed']]);
  });

  it('goes no further without cases, reasons, or words where words are needed', async () => {
    const one = await bench.add();
    const chosen = chosenOf([one]);
    const none = await supervisor.post('/bulk-rejections', {});
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose at least one case');
    const many = Array.from({ length: 501 }, (_, index) => `PD-AAAA-${index}.1`).join(' ');
    expect((await supervisor.post('/bulk-rejections', { chosen: many })).text).toContain(
      'Choose 500 cases or fewer',
    );
    expect((await checkBulk(supervisor, chosen, [])).text).toContain('Choose at least one reason');
    expect((await checkBulk(supervisor, chosen, ['other'])).text).toContain('in your own words');
    const odd = await supervisor.post('/bulk-rejections', { chosen, back: 'https://example.com' });
    expect(odd.status).toBe(422);
  });

  it('is for supervisors, and a run is shown to nobody but who started it', async () => {
    const one = await bench.add();
    expect((await officer.post('/bulk-rejections', { chosen: chosenOf([one]) })).status).toBe(403);
    const runId = runOf(await send(await checkBulk(supervisor, chosenOf([one]))));
    const colleague = await bench.desk.signInAs('supervisor');
    expect((await colleague.get(`/bulk-rejections/${runId}`)).status).toBe(404);
    expect((await supervisor.get(`/bulk-rejections/${newId()}`)).status).toBe(404);
    expect((await supervisor.get(`/bulk-work/${runId}`)).status).toBe(404);
  });
});

describe('from the queue', () => {
  it('rejects what is ticked, or every case of the list but those left out', async () => {
    const [one, other] = [await bench.add(), await bench.add()];
    const queue = await supervisor.get(`/queue?zone=${bench.zoneCode}`);
    expect(queue.$('button[formaction="/bulk-rejections"]').text().trim()).toBe(
      'Reject the chosen',
    );
    expect((await officer.get('/queue')).$('[formaction]')).toHaveLength(0);
    const href = queue.$('#bulk a.govuk-link').attr('href') ?? '';
    const list = await supervisor.get(href);
    expect(list.$('main').text()).toContain(one.reference);
    const form = await supervisor.submit(list, { leaveOut: [other.reference] });
    expect(form.status).toBe(200);
    const chosen = String(form.$('input[name=chosen]').val());
    expect(chosen.split(' ')).toContain(`${one.reference}.1`);
    expect(chosen).not.toContain(other.reference);
    expect((await officer.get(href)).status).toBe(403);
  });
});
