import { randomUUID } from 'node:crypto';
import { ReopenRejection } from '../../../src/overturn/reopen-rejection.js';
import {
  approve,
  type DecidingBench,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';
import { aRejection, checkReopening, free, type Person, standing, WHY } from './again-steps.js';

let bench: DecidingBench;
let officer: Person;
let other: Person;
let supervisor: Person;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
  other = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

describe('who and when', () => {
  it('refuses the supervisor who made the decision, from the page to the use case', async () => {
    const { application } = await aRejection(bench, supervisor, free(supervisor));
    const before = await standing(bench, application.id);
    const page = await supervisor.get(`/applications/${application.reference}/reopening/new`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('You decided this case yourself');
    const outcome = await bench.desk.app.get(ReopenRejection).run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: supervisor.staff,
      seenVersion: before?.version ?? 0,
      formId: randomUUID(),
      who: 'me',
      reason: WHY,
      privateNote: null,
      moneyShown: 'none',
    });
    expect(outcome).toEqual({ ok: false, refusal: 'own_decision' });
    expect(await standing(bench, application.id)).toEqual(before);
  });

  it('attack 20: takes the person from the session; a field that names another is refused', async () => {
    const { application } = await aRejection(bench, supervisor, free(supervisor));
    const before = await standing(bench, application.id);
    const answer = await supervisor.post(`/applications/${application.reference}/reopening`, {
      version: String(before?.version),
      formId: randomUUID(),
      drawnAt: new Date().toISOString(),
      who: 'me',
      reason: WHY,
      money: 'none',
      step: 'send',
      officer: other.staff.id,
      role: 'supervisor',
    });
    expect(answer.status).toBe(400);
    expect(await standing(bench, application.id)).toEqual(before);
  });

  it.each(['officer', 'support', 'auditor', 'administrator'] as const)(
    'attack 8: is closed to %s, who posts by hand',
    async (role) => {
      const { application } = await aRejection(bench, officer, free(officer));
      const before = await standing(bench, application.id);
      const person = await bench.desk.signInAs(role);
      const path = `/applications/${application.reference}/reopening`;
      expect((await person.get(`${path}/new`)).status).toBe(403);
      const posted = await person.post(path, { who: 'me', reason: WHY, step: 'send' });
      expect(posted.status).toBe(403);
      expect(await standing(bench, application.id)).toEqual(before);
    },
  );

  it('attack 25: the same form twice, at once and later, is one act', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const checked = await checkReopening(supervisor, application.reference);
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(supervisor, checked)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect((await send(supervisor, checked)).status).toBe(303);
    expect(await bench.rows('decision_reopenings', application.id)).toHaveLength(1);
    expect(await bench.rows('letters', application.id)).toHaveLength(2);
    expect(await standing(bench, application.id)).toMatchObject({ round: 2 });
  });

  it('attack 26: two supervisors at the same moment: one act, and one who reads what happened', async () => {
    const second = await bench.desk.signInAs('supervisor');
    const { application } = await aRejection(bench, officer, free(officer));
    const pages = await Promise.all([
      checkReopening(supervisor, application.reference, { who: 'me' }),
      checkReopening(second, application.reference, { who: 'me', reason: 'My own words.' }),
    ]);
    bench.desk.clock.advance({ seconds: 5 });
    const answers = await Promise.all([send(supervisor, pages[0]), send(second, pages[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.text).toContain('Decision taken up again');
    expect(loser?.text).toContain('Robin supervisor');
    expect(await bench.rows('decision_reopenings', application.id)).toHaveLength(1);
    expect(await standing(bench, application.id)).toMatchObject({ round: 2 });
  });

  it('attack 27: a stale form is answered with what changed, and what was typed', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const checked = await checkReopening(supervisor, application.reference, {
      privateNote: 'Ask Robin.',
    });
    await bench.write((tx) =>
      tx.query('UPDATE applications SET version = version + 1 WHERE id = ?', [application.id]),
    );
    const stale = await send(supervisor, checked);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain(WHY);
    expect(stale.text).toContain('Ask Robin.');
    expect(await bench.rows('decision_reopenings', application.id)).toEqual([]);
  });

  it('keeps at 422 what was typed', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const refused = await checkReopening(supervisor, application.reference, {
      who: '',
      privateNote: 'Kept.',
    });
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#who');
    expect(refused.$('#reason').val()).toBe(WHY);
    expect(refused.$('#privateNote').val()).toBe('Kept.');
    const wordless = await supervisor.submit(refused, { who: 'me', reason: ' ', step: 'check' });
    expect(wordless.$('.govuk-error-summary a').attr('href')).toBe('#reason');
  });

  it('never takes back a permit', async () => {
    const { application } = await bench.addCase({ ...free(officer), officerId: officer.staff.id });
    await approve(officer, application.reference);
    const page = await supervisor.get(`/applications/${application.reference}/reopening/new`);
    expect(page.status).toBe(409);
    expect(page.text).toContain(
      'A permit that was granted, or a withdrawal, is not taken back here',
    );
  });
});
