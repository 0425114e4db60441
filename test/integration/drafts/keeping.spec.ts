import { ForgetDrafts } from '../../../src/drafts/forget-drafts.task.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import {
  dated,
  formOf,
  type Officer,
  type ReviewDesk,
  startReviewDesk,
} from '../review/review-desk.js';
import { type DraftsAt, draftsAt, noticeOf, WORDS } from './drafts-desk.js';

/** What is typed into a form about a case is kept until it is sent, and for nobody else (U5.6, S6.5). */

let desk: ReviewDesk;
let officer: Officer;
let at: DraftsAt;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
  at = draftsAt(desk, officer);
});
afterAll(() => desk.stop());

describe('what is typed and not sent', () => {
  it('is filled in again when the form is opened again, and the page says since when', async () => {
    const { path } = await at.aCase();
    expect((await at.type(path, 'rejection', { words: WORDS })).status).toBe(204);
    const page = await officer.get(`${path}/rejection/new`);
    expect(page.$('[name=words]').text()).toBe(WORDS);
    expect(noticeOf(page)).toMatch(/You had begun this at \d{1,2}(:\d\d)?[ap]m/);
    expect(noticeOf(page)).toContain('Throw it away');
  });

  it.each([
    ['withdrawal', 'withdrawal/new', 'words'],
    ['hold', 'hold/new', 'words'],
    ['notes', 'notes/new', 'words'],
    ['notes', '', 'words'],
    ['evidence/1/check', 'evidence/1', 'note'],
  ])('of %s is on the page “%s”', async (form, page, field) => {
    const { path } = await at.aCase();
    await at.type(path, form, { [field]: WORDS });
    const answer = await officer.get(page === '' ? path : `${path}/${page}`);
    expect(answer.$(`[name=${field}]`).text()).toBe(WORDS);
    expect(noticeOf(answer)).toContain('You had begun this');
  });

  it('brings back the marks, dates and note of a paper, but never a whole document reference', async () => {
    const { path } = await at.aCase();
    const marks = { 'mark[keeper_name]': 'does_not_match', note: WORDS, verdict: 'ask_again' };
    const date = dated('datedOn', ['2', '11', '2026']);
    await at.type(path, 'evidence/2/check', {
      ...marks,
      ...date,
      documentReference: '12345678901',
    });
    const page = await officer.get(`${path}/evidence/2`);
    expect(formOf(page)).toMatchObject({ ...marks, ...date, documentReference: '' });
  });

  it('is nobody else’s to see', async () => {
    const { path } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    const other = await desk.signInAs('supervisor');
    const page = await other.get(`${path}/notes/new`);
    expect(page.text).not.toContain(WORDS);
    expect(noticeOf(page)).toBe('');
  });

  it('lies sealed in the database and nowhere in the open', async () => {
    const { path } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    const kept = (await at.rows()).at(-1);
    expect(kept?.content?.toString('latin1')).not.toContain('mother');
  });

  it('says so when the case has changed since', async () => {
    const { path, application } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    await desk.database.dataSource.query(
      'UPDATE applications SET version = version + 1 WHERE id = ?',
      [application.id],
    );
    expect(noticeOf(await officer.get(`${path}/notes/new`))).toContain(
      'The case has changed since',
    );
  });

  it('is not shown where the form is not open', async () => {
    const { path, application } = await at.aCase();
    await at.type(path, 'rejection', { words: WORDS });
    await desk.database.dataSource.query('UPDATE applications SET claimed_by = NULL WHERE id = ?', [
      application.id,
    ]);
    const page = await officer.get(`${path}/rejection/new`);
    expect(page.status).toBe(409);
    expect(noticeOf(page)).toBe('');
  });

  it('can be thrown away, and brought back for half an hour', async () => {
    const { path } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    const page = await officer.get(`${path}/notes/new`);
    const gone = await officer.follow(await officer.submit(page, {}, '.desk-draft form'));
    expect(gone.$('[name=words]').text()).toBe('');
    expect(noticeOf(gone)).toContain('You threw away what you had begun');
    const back = await officer.follow(await officer.submit(gone, {}, '.desk-draft form'));
    expect(back.$('[name=words]').text()).toBe(WORDS);
    expect(noticeOf(back)).toContain('You had begun this');
  });

  it('changes nothing by being looked at', async () => {
    const { path } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    const before = await at.rows();
    await officer.get(`${path}/notes/new`);
    await officer.get(path);
    expect(await at.rows()).toEqual(before);
  });
});

describe('a form that was sent', () => {
  it('leaves no draft, and takes none that its script sends afterwards', async () => {
    const { path } = await at.aCase();
    const page = await officer.get(`${path}/notes/new`);
    const formId = String(page.$('[data-draft] [name=formId]').val());
    await at.type(path, 'notes', { words: WORDS }, { formId });
    const done = await officer.submit(page, { words: WORDS }, 'form[data-draft]');
    expect(done.status).toBe(303);
    await at.type(path, 'notes', { words: WORDS }, { formId });
    const again = await officer.get(`${path}/notes/new`);
    expect(again.$('[name=words]').text()).toBe('');
    expect(noticeOf(again)).toBe('');
    await at.type(path, 'notes', { words: 'Another note' });
    expect(noticeOf(await officer.get(`${path}/notes/new`))).toContain('You had begun');
  });

  it('is kept when it was not valid (422)', async () => {
    const { path } = await at.aCase();
    const page = await officer.get(`${path}/withdrawal/new`);
    const refused = await officer.submit(page, { words: WORDS }, 'form[data-draft]');
    expect(refused.status).toBe(422);
    expect((await officer.get(`${path}/withdrawal/new`)).$('[name=words]').text()).toBe(WORDS);
  });

  it('is kept when the case had changed (409)', async () => {
    const { path, application } = await at.aCase();
    const page = await officer.get(`${path}/rejection/new`);
    await desk.database.dataSource.query(
      'UPDATE applications SET version = version + 1 WHERE id = ?',
      [application.id],
    );
    const refused = await officer.submit(page, { words: WORDS }, 'form[data-draft]');
    expect(refused.status).toBe(409);
    const again = await officer.get(`${path}/rejection/new`);
    expect(again.$('[name=words]').text()).toBe(WORDS);
    expect(noticeOf(again)).toContain('The case has changed since');
  });

  it('is kept on the way from the form to the letter and away from there', async () => {
    const { path } = await at.aCase();
    const page = await officer.get(`${path}/rejection/new`);
    const reason = String(page.$('[name=reasons]').first().val());
    const check = await officer.submit(
      page,
      { reasons: reason, privateNote: WORDS },
      'form[data-draft]',
    );
    expect(check.status).toBe(200);
    expect((await officer.get(`${path}/rejection/new`)).$('[name=privateNote]').text()).toBe(WORDS);
  });
});

describe('drafts of long ago', () => {
  it('are not filled in any more, and are deleted', async () => {
    const { path, application } = await at.aCase();
    await at.type(path, 'notes', { words: WORDS });
    const late = new Date(desk.clock.now().getTime() - 1000);
    await desk.database.dataSource.query(
      'UPDATE drafts SET expires_at = ? WHERE application_id = ?',
      [late, application.id],
    );
    expect(noticeOf(await officer.get(`${path}/notes/new`))).toBe('');
    await new ForgetDrafts(desk.app.get(UnitOfWork), desk.clock).run();
    const left: unknown[] = await desk.database.dataSource.query(
      'SELECT id FROM drafts WHERE application_id = ?',
      [application.id],
    );
    expect(left).toEqual([]);
  });
});
