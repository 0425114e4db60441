import { randomUUID } from 'node:crypto';
import { signIn } from '../../support/test-application.js';
import { type Officer, type ReviewDesk, startReviewDesk } from '../review/review-desk.js';
import { type DraftsAt, draftsAt, WORDS } from './drafts-desk.js';

/** Whose drafts they are, and what becomes of them when a session ends (S6.5). */

let desk: ReviewDesk;
let officer: Officer;
let at: DraftsAt;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
  at = draftsAt(desk, officer);
});
afterAll(() => desk.stop());

describe('attack 150: a cookie played again', () => {
  it.each([
    ['after signing out', 'out'],
    ['after 20 minutes without use', 20],
    ['after 10 hours', 600],
  ])('%s leads to signing in, and the draft is kept', async (_, after) => {
    const person = await desk.signInAs('officer');
    const { path } = await desk.addCase((a) => a.inReviewBy(person.staff.id).withV5C());
    await at.type(path, 'notes', { words: WORDS }, { by: person });
    const cookies = new Map(person.cookies);
    if (after === 'out') await person.post('/sign-out');
    else await lastSeen(person, Number(after));
    const kept = await at.rows();
    for (const [name, value] of cookies) person.cookies.set(name, value);
    const replayed = await person.get(`${path}/notes/new`);
    expect(replayed.status).toBe(303);
    expect(replayed.location).toMatch(/^\/sign-in\?next=/);
    expect((await at.type(path, 'notes', { words: 'Planted' }, { by: person })).status).toBe(401);
    expect(await at.rows()).toEqual(kept);
    await signIn(person, person.staff.email);
    expect((await person.get(`${path}/notes/new`)).$('[name=words]').text()).toBe(WORDS);
  });
});

/** As if this person had last done something, or signed in, so many minutes ago. */
async function lastSeen({ staff }: Officer, minutes: number): Promise<void> {
  const column = minutes >= 600 ? 'expires_at' : 'last_seen_at';
  const ago = minutes >= 600 ? 1 : minutes;
  await desk.database.dataSource.query(
    `UPDATE staff_sessions SET ${column} = ? WHERE account_id = ?`,
    [new Date(desk.clock.now().getTime() - ago * 60_000), staff.id],
  );
}

describe('who may keep a draft', () => {
  it('is who may send the form', async () => {
    const { path } = await at.aCase();
    const support = await desk.signInAs('support');
    expect((await at.type(path, 'rejection', { words: WORDS }, { by: support })).status).toBe(403);
    expect((await at.type(path, 'notes', { words: WORDS }, { by: support })).status).toBe(204);
    const auditor = await desk.signInAs('auditor');
    expect((await at.type(path, 'notes', { words: WORDS }, { by: auditor })).status).toBe(403);
  });

  it.each([
    ['no form of ours', { form: 'claim' }, 404],
    ['a form without its id', { formId: '' }, 400],
    ['a field we do not know', { extra: 'x' }, 400],
    ['a token that is not the session’s', { _csrf: 'wrong' }, 403],
  ])('%s is refused and keeps nothing', async (_, change, status) => {
    const { path } = await at.aCase();
    const before = await at.rows();
    const sent = { form: 'notes', formId: randomUUID(), version: '1', content: 'words=x' };
    expect((await officer.post(`${path}/drafts`, { ...sent, ...change })).status).toBe(status);
    expect(await at.rows()).toEqual(before);
  });

  it('a case that does not exist keeps nothing and tells nothing', async () => {
    const before = await at.rows();
    expect((await at.type('/applications/PD-2222-2222', 'notes', { words: 'x' })).status).toBe(204);
    expect(await at.rows()).toEqual(before);
  });
});
