import {
  signIn,
  startTestApplication,
  type TestApplication,
} from '../../support/test-application.js';
import { ProbeModule } from './probe.module.js';

let desk: TestApplication;
beforeAll(async () => {
  desk = await startTestApplication({ module: ProbeModule });
});
afterAll(() => desk.stop());

describe('the guard', () => {
  it('denies what nobody marked, even to a supervisor', async () => {
    const supervisor = await desk.signInAs('supervisor');
    const answer = await supervisor.get('/probe/unmarked');
    expect([answer.status, answer.text.includes('open to all')]).toEqual([403, false]);
  });

  it('says who is there, and shows the links of the role', async () => {
    const auditor = await desk.signInAs('auditor');
    const { staff, shell } = JSON.parse((await auditor.get('/probe/page')).text) as {
      staff: { id: string; role: string };
      shell: { user: unknown };
    };
    expect(staff).toMatchObject({ id: auditor.staff.id, role: 'auditor' });
    expect(shell.user).toEqual({ name: 'Robin auditor', roleName: 'Auditor' });
  });

  it('keeps a note whose session ended, and takes it after signing in elsewhere', async () => {
    const officer = await desk.signInAs('officer');
    desk.clock.advance({ minutes: 21 });
    const lapsed = await officer.post('/probe/note', {
      text: 'Half an hour of work',
      letters: ['a', 'b'],
    });
    expect([lapsed.status, lapsed.$('h1').text()]).toEqual([401, 'Your session ended']);
    expect(lapsed.text).toContain('Half an hour of work');
    await signIn(officer, officer.staff.email);
    const stale = await officer.post('/probe/note', {
      text: 'Half an hour of work',
      letters: ['a', 'b'],
      _csrf: 'old',
    });
    expect([stale.status, stale.$('main p').first().text()]).toEqual([
      403,
      'You are signed in again. Nothing was saved yet: what you entered is kept on this page.',
    ]);
    const sent = await officer.submit(stale);
    expect(JSON.parse(sent.text)).toEqual({
      ok: true,
      form: { text: 'Half an hour of work', letters: ['a', 'b'], verdict: {} },
    });
  });

  it('lets a resident’s form through without a session, but not from another site', async () => {
    const own = { origin: desk.url, 'sec-fetch-site': 'same-origin' };
    const visitor = desk.visitor();
    expect((await visitor.send('POST', '/probe/resident', { headers: own })).status).toBe(201);
    const other = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await visitor.send('POST', '/probe/resident', { headers: other })).status).toBe(403);
  });
});
