import { randomUUID } from 'node:crypto';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { LapseSecondLookJob } from '../../../src/second-looks/lapse-second-look.job.js';
import { SettleSecondLook } from '../../../src/second-looks/settle-second-look.js';
import { TestClock } from '../../support/test-clock.js';
import { Crash, CrashingUnitOfWork } from '../deciding/crashing-unit-of-work.js';
import { approve, type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';
import { aRejection, free, type Person, standing } from './again-steps.js';

let bench: DecidingBench;
let officer: Person;
let supervisor: Person;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
  supervisor = await bench.desk.signInAs('supervisor');
});
beforeEach(() => share(100));
afterAll(() => bench.stop());

function share(percent: number) {
  bench.desk.settings.QUALITY_SAMPLE_PERCENT = percent;
}

const letterStates = async (id: string) =>
  (await bench.rows('letters', id)).map(({ kind, state }) => `${String(kind)} ${String(state)}`);

async function look(person: Person, reference: string, typed: Record<string, string>) {
  const page = await person.get(`/applications/${reference}/second-look`);
  return person.submit(page, typed);
}

/** The worker's job, its clock so many days ahead: the sessions of this test go on. */
function lapseJob({ daysAhead } = { daysAhead: 0 }) {
  const { app, clock } = bench.desk;
  const ahead = new TestClock(clock.now());
  ahead.advance({ days: daysAhead });
  return new LapseSecondLookJob(app.get(UnitOfWork), app.get(Database), app.get(Outbox), ahead);
}

const LATE = { daysAhead: 6 };

async function checkIdOf(applicationId: string): Promise<string> {
  const [row] = await bench.rows('quality_checks', applicationId);
  return String(row?.['id']);
}

describe('a rejection that is drawn for a second look', () => {
  it('holds its letter, its money and its place until somebody else agrees', async () => {
    const { application } = await aRejection(bench, officer);
    const { id, reference } = application;
    expect(await standing(bench, id)).toMatchObject({ status: 'rejected' });
    expect(await letterStates(id)).toEqual(['application_rejected held']);
    expect(await bench.rows('payment_commands', id)).toEqual([]);
    expect(await bench.waiting(id)).toEqual([]);
    const [decision] = await bench.rows('decisions', id);
    expect(decision).toMatchObject({ sample_percent: 100 });
    expect(Number(decision?.['sample_draw'])).toBeGreaterThanOrEqual(0);
    const shown = await officer.get(`/applications/${reference}/decision`);
    expect(shown.text).toContain('Drawn for a second look');
    expect(shown.text).toContain('the resident has not been told');

    const list = await supervisor.get('/second-looks');
    expect(list.text).toContain(reference);
    const page = await supervisor.get(`/applications/${reference}/second-look`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('We have rejected your application');
    const agreed = await supervisor.submit(page, { answer: 'agree', note: 'Right.' });
    expect([agreed.status, agreed.location]).toEqual([303, '/second-looks']);
    expect(await letterStates(id)).toEqual(['application_rejected written']);
    expect(await bench.rows('payment_commands', id)).toMatchObject([{ kind: 'release' }]);
    expect(await bench.waiting(id)).toEqual(['letter.written', 'payment.release-requested']);
    expect(await bench.rows('quality_checks', id)).toMatchObject([
      { state: 'agreed', looked_by: supervisor.staff.id, note: 'Right.' },
    ]);
    const after = await supervisor.get('/second-looks');
    expect(after.text).not.toContain(reference);
    expect(after.text).toContain('100%');
  });

  it('is never told, where the second look does not agree; another officer decides it', async () => {
    const { application } = await aRejection(bench, officer);
    const { id, reference } = application;
    const answer = { answer: 'disagree', note: 'The bill is in date.' };
    expect((await look(supervisor, reference, answer)).status).toBe(303);
    expect(await letterStates(id)).toEqual(['application_rejected dropped']);
    expect(await bench.rows('payment_commands', id)).toEqual([]);
    expect(await bench.waiting(id)).toEqual([]);
    expect(await standing(bench, id)).toMatchObject({ status: 'submitted', round: 2 });
    expect(await bench.rows('decision_reopenings', id)).toMatchObject([
      { because: 'second_look', is_told: 0, reason: 'The bill is in date.' },
    ]);
    expect(await lapseJob().run(await checkIdOf(id))).toEqual({ done: true });
    await lapseJob(LATE).run(await checkIdOf(id));
    expect(await letterStates(id)).toEqual(['application_rejected dropped']);

    share(0);
    await bench.write((tx) =>
      tx.query(`UPDATE applications SET status = 'in_review', claimed_by = ? WHERE id = ?`, [
        supervisor.staff.id,
        id,
      ]),
    );
    const { sent } = await approve(supervisor, reference);
    expect(sent.status).toBe(303);
    expect(await bench.rows('payment_commands', id)).toMatchObject([{ kind: 'capture' }]);
  });

  it('goes by itself when nobody looked in time, and not a moment before', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const checkId = await checkIdOf(application.id);
    const early = await lapseJob().run(checkId);
    expect(early).toMatchObject({ done: false });
    expect(await letterStates(application.id)).toEqual(['application_rejected held']);
    expect(await lapseJob(LATE).run(checkId)).toEqual({ done: true });
    expect(await letterStates(application.id)).toEqual(['application_rejected written']);
    expect(await bench.rows('quality_checks', application.id)).toMatchObject([
      { state: 'lapsed', looked_by: null },
    ]);
    const late = await supervisor.get(`/applications/${application.reference}/second-look`);
    expect(late.status).toBe(409);
    expect(await bench.waiting(application.id)).toEqual(['letter.written']);
  });

  it('is sent once, when the deadline and two people come at the same moment (I11)', async () => {
    const second = await bench.desk.signInAs('supervisor');
    const { application } = await aRejection(bench, officer);
    const { id, reference } = application;
    const path = `/applications/${reference}/second-look`;
    const [mine, yours] = await Promise.all([supervisor.get(path), second.get(path)]);
    const checkId = await checkIdOf(id);
    const [one, two] = await Promise.all([
      supervisor.submit(mine, { answer: 'agree' }),
      second.submit(yours, { answer: 'agree', note: 'My words.' }),
      lapseJob(LATE).run(checkId),
      lapseJob(LATE).run(checkId),
    ]);
    const statuses = [one, two].map(({ status }) => status);
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(1);
    expect(statuses.every((status) => status === 303 || status === 409)).toBe(true);
    expect(await letterStates(id)).toEqual(['application_rejected written']);
    expect(await bench.waiting(id)).toEqual(['letter.written', 'payment.release-requested']);
    expect(await bench.rows('payment_commands', id)).toHaveLength(1);
    const settled = (await bench.events(id)).filter((type) => type === 'second-look-settled');
    expect(settled).toHaveLength(1);
  });

  it('is whole or not at all, wherever its end is cut off; what is tried again sends once', async () => {
    const { application } = await aRejection(bench, officer);
    const { id, uprn } = application;
    const before = await standing(bench, id);
    const { app, clock } = bench.desk;
    const command = {
      applicationId: id,
      uprn,
      officer: supervisor.staff,
      seenVersion: before?.version ?? 0,
      formId: randomUUID(),
      answer: 'agree',
      note: '',
    } as const;
    for (let write = 1; ; write += 1) {
      const crashing = new CrashingUnitOfWork(app.get(UnitOfWork), write);
      const settle = new SettleSecondLook(crashing, app.get(Outbox), clock);
      await expect(settle.run(command)).rejects.toThrow(Crash);
      expect(await letterStates(id)).toEqual(['application_rejected held']);
      expect(await bench.waiting(id)).toEqual([]);
      expect(await standing(bench, id)).toEqual(before);
      if (crashing.writes < write) break;
    }
    const settle = new SettleSecondLook(app.get(UnitOfWork), app.get(Outbox), clock);
    expect(await settle.run(command)).toEqual({ ok: true });
    expect(await settle.run(command)).toEqual({ ok: true });
    expect(await letterStates(id)).toEqual(['application_rejected written']);
    expect(await bench.waiting(id)).toEqual(['letter.written', 'payment.release-requested']);
  });

  it('is due two hours before the hold of its money ends', async () => {
    const holdEndsAt = new Date(bench.desk.clock.now().getTime() + 5 * 3_600_000);
    const { application } = await aRejectionWithHold(holdEndsAt);
    const [check] = await bench.rows('quality_checks', application.id);
    expect(check?.['due_at']).toEqual(new Date(holdEndsAt.getTime() - 2 * 3_600_000));
  });

  it('is not asked for where the hold leaves no time: the draw is kept, the letter goes', async () => {
    const holdEndsAt = new Date(bench.desk.clock.now().getTime() + 2.5 * 3_600_000);
    const { application } = await aRejectionWithHold(holdEndsAt);
    expect(await bench.rows('quality_checks', application.id)).toEqual([]);
    expect(await letterStates(application.id)).toEqual(['application_rejected written']);
  });
});

async function aRejectionWithHold(holdEndsAt: Date) {
  const built = await bench.addCase({ officerId: officer.staff.id });
  await bench.write((tx) =>
    tx.query('UPDATE payments SET hold_ends_at = ? WHERE application_id = ?', [
      holdEndsAt,
      built.application.id,
    ]),
  );
  const form = await officer.get(`/applications/${built.application.reference}/rejection/new`);
  const checked = await officer.submit(form, { reasons: ['not_in_zone'], step: 'check' });
  await officer.submit(checked, { step: 'send' }, 'main form[action^="/applications/"]');
  return built;
}

describe('an approval that is drawn', () => {
  it('is valid and paid at once; only its letter waits, and goes whatever the second look finds', async () => {
    const { application } = await bench.addCase({ officerId: officer.staff.id });
    const { id, reference } = application;
    await approve(officer, reference);
    expect(await bench.rows('permits', id)).toHaveLength(1);
    expect(await bench.waiting(id)).toEqual(['payment.capture-requested']);
    expect(await letterStates(id)).toEqual(['application_approved held']);
    const page = await supervisor.get(`/applications/${reference}/second-look`);
    expect(page.text).toContain('a permit once granted is not taken back here');
    await supervisor.submit(page, { answer: 'disagree', note: 'No proof of address.' });
    expect(await letterStates(id)).toEqual(['application_approved written']);
    expect(await standing(bench, id)).toMatchObject({ status: 'approved', round: 1 });
    expect(await bench.rows('quality_checks', id)).toMatchObject([{ state: 'disagreed' }]);
  });
});
