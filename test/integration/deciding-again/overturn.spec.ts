import { randomUUID } from 'node:crypto';
import { ApproveApplication } from '../../../src/approval/approve-application.js';
import { RejectApplication } from '../../../src/rejection/reject-application.js';
import {
  approve,
  checkRejection,
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

describe('a supervisor takes a rejection up again (R-ST-3)', () => {
  it('puts it back in the queue for another officer, keeps what was decided, and tells the resident', async () => {
    const { application, uprn } = await aRejection(bench, officer, free(officer));
    const { id, reference } = application;
    const checked = await checkReopening(supervisor, reference);
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('Our rejection no longer stands');
    const sent = await send(supervisor, checked);
    expect([sent.status, sent.location]).toEqual([303, `/applications/${reference}`]);

    expect(await standing(bench, id)).toMatchObject({
      status: 'submitted',
      round: 2,
      claimed_by: null,
    });
    expect(await bench.rows('decisions', id)).toMatchObject([{ round: 1, outcome: 'rejected' }]);
    expect(await bench.rows('decision_reopenings', id)).toMatchObject([
      { because: 'supervisor', reason: WHY, reopened_by: supervisor.staff.id, is_told: 1 },
    ]);
    expect((await bench.events(id)).slice(-2)).toEqual(['decision-reopened', 'letter-written']);
    const kinds = (await bench.rows('letters', id)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['application_rejected', 'decision_reopened']);
    expect(await bench.waiting(id)).toEqual(['letter.written', 'letter.written']);
    expect(await bench.rows('property_slots', id)).toMatchObject([{ uprn, kind: 'free' }]);
  });

  it('lets another officer decide the next round, and never the one who rejected it', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const { id, reference } = application;
    await send(supervisor, await checkReopening(supervisor, reference));
    await bench.write((tx) =>
      tx.query(
        `UPDATE applications SET status = 'in_review', claimed_by = ?, claimed_at = UTC_TIMESTAMP(3) WHERE id = ?`,
        [officer.staff.id, id],
      ),
    );
    const refused = await officer.get(`/applications/${reference}/approval/new`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('You decided this case before');
    const before = await standing(bench, id);
    const commands = {
      applicationId: id,
      uprn: application.uprn,
      officer: officer.staff,
      seenVersion: before?.version ?? 0,
      formId: randomUUID(),
      privateNote: null,
    };
    for (const outcome of [
      await bench.desk.app.get(RejectApplication).run({
        ...commands,
        reasons: [{ code: 'not_in_zone', paperKind: null, paperId: null, words: null }],
        moneyShown: 'none',
      }),
      await bench.desk.app.get(ApproveApplication).run({ ...commands, termsShown: '' }),
    ])
      expect(outcome).toEqual({ ok: false, refusal: 'decided_before' });
    expect(await standing(bench, id)).toEqual(before);

    await bench.write((tx) =>
      tx.query('UPDATE applications SET claimed_by = ? WHERE id = ?', [other.staff.id, id]),
    );
    const { sent } = await approve(other, reference);
    expect(sent.status).toBe(303);
    expect(await bench.rows('decisions', id)).toMatchObject([
      { round: 1, outcome: 'rejected', decided_by: officer.staff.id },
      { round: 2, outcome: 'approved', decided_by: other.staff.id },
    ]);
    expect(await bench.rows('permits', id)).toHaveLength(1);
  });

  it('is neither claimed by nor handed out to the officer who rejected it', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const { id, reference } = application;
    await send(supervisor, await checkReopening(supervisor, reference));
    const page = await officer.get(`/applications/${reference}`);
    expect(page.text).not.toContain('Claim this case');
    const claimed = await officer.post(`/applications/${reference}/claim`, {
      version: String((await standing(bench, id))?.version),
      formId: randomUUID(),
      drawnAt: new Date().toISOString(),
    });
    expect(claimed.status).toBe(409);
    expect(claimed.text).toContain('You decided this case before');
    for (let left = 20; left > 0; left -= 1) {
      const next = await officer.post('/my-work/next', {});
      if (next.location === '/my-work') break;
      expect(next.location).not.toBe(`/applications/${reference}`);
    }
    expect((await standing(bench, id))?.claimed_by).not.toBe(officer.staff.id);
    const { text } = await other.get(`/applications/${reference}`);
    expect(text).toContain('Claim this case');
  });

  it('is decided by the supervisor where he takes it up himself', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const { id, reference } = application;
    await send(supervisor, await checkReopening(supervisor, reference, { who: 'me' }));
    expect(await standing(bench, id)).toMatchObject({
      status: 'in_review',
      claimed_by: supervisor.staff.id,
    });
    const { sent } = await approve(supervisor, reference);
    expect(sent.status).toBe(303);
    const page = await officer.get(`/applications/${reference}/decision`);
    expect(page.text).toContain('Application approved');
    expect(page.text).toContain('Decided more than once');
    expect(page.text).toContain(WHY);
  });

  it('cannot be approved where the money was given back, and is not given back twice (R-PAY-3)', async () => {
    const { application } = await aRejection(bench, officer);
    const { id, reference } = application;
    const form = await supervisor.get(`/applications/${reference}/reopening/new`);
    expect(form.text).toContain('whose money was given back cannot be paid for again');
    const checked = await checkReopening(supervisor, reference, { who: 'me' });
    expect(checked.text).toContain('apply again and pay again');
    await send(supervisor, checked);
    const blocked = await supervisor.get(`/applications/${reference}/approval/new`);
    expect(blocked.text).toContain('The payment was given back after an earlier decision');
    const rejection = await checkRejection(supervisor, reference);
    expect(rejection.text).toContain('already told the payment service to give back your £55');
    expect((await send(supervisor, rejection)).status).toBe(303);
    expect(await bench.rows('decisions', id)).toHaveLength(2);
    expect(await bench.rows('payment_commands', id)).toMatchObject([{ kind: 'release' }]);
  });

  it('says so where the property has no place left (R-LIM-1)', async () => {
    const { application, uprn } = await aRejection(bench, officer, free(officer));
    const next = await bench.addCase({ ...free(other), officerId: other.staff.id, uprn });
    expect((await approve(other, next.application.reference)).sent.status).toBe(303);
    await send(supervisor, await checkReopening(supervisor, application.reference, { who: 'me' }));
    expect(await bench.rows('property_slots', application.id)).toEqual([]);
    const blocked = await supervisor.get(`/applications/${application.reference}/approval/new`);
    expect(blocked.text).toContain('is already in use');
  });
});
