import { randomUUID } from 'node:crypto';
import { type DecidingBench, send, startDecidingBench } from '../deciding/deciding-bench.js';
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

async function aReopenedCase() {
  const { application } = await aRejection(bench, officer, free(officer));
  await send(supervisor, await checkReopening(supervisor, application.reference));
  return application;
}

describe('a case that is decided again stays away from who decided it (R-ST-3)', () => {
  it('is not taken over by him, whatever he posts', async () => {
    const { id, reference } = await aReopenedCase();
    await bench.write((tx) =>
      tx.query(
        `UPDATE applications SET status = 'in_review', claimed_by = ?,
                claimed_at = UTC_TIMESTAMP(3), claimed_until = '2030-01-01' WHERE id = ?`,
        [other.staff.id, id],
      ),
    );
    const before = await standing(bench, id);
    const page = await officer.get(`/applications/${reference}/take-over/new`);
    expect([page.status, page.location]).toEqual([303, `/applications/${reference}`]);
    const posted = await officer.post(`/applications/${reference}/take-over`, {
      version: String(before?.version),
      formId: randomUUID(),
      drawnAt: new Date().toISOString(),
      reason: 'I know this case',
    });
    expect(posted.status).toBe(409);
    expect(posted.text).toContain('You decided this case before');
    expect(await standing(bench, id)).toEqual(before);
  });

  it('says to him, and to nobody else, why there is nothing for him to press', async () => {
    const { reference } = await aReopenedCase();
    const path = `/applications/${reference}`;
    const mine = await officer.get(path);
    expect(mine.$('form[action$="/claim"]')).toHaveLength(0);
    expect(mine.$('#decided-before').text()).toContain('You decided this case before');
    expect(mine.$('#decided-before').text()).toContain(`A supervisor looked again: ${WHY}`);
    const free = await other.get(path);
    expect(free.$('form[action$="/claim"]')).toHaveLength(1);
    expect(free.$('#decided-before')).toHaveLength(0);
  });

  it('is not assigned to him among others', async () => {
    const { id, reference } = await aReopenedCase();
    const before = await standing(bench, id);
    const asked = await supervisor.post('/bulk-work', {
      ...{ chosen: [`${reference}.${before?.version}`], act: 'assign' },
      ...{ to: officer.staff.id, back: '/queue?status=open' },
    });
    const sent = await supervisor.submit(asked);
    const { text } = await supervisor.follow(sent);
    expect(text).toContain('This officer decided it before');
    expect(await standing(bench, id)).toEqual(before);
  });
});
