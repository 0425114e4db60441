import { randomUUID } from 'node:crypto';
import { SettleSecondLook } from '../../../src/second-looks/settle-second-look.js';
import { aClient } from '../../builders/a-council.js';
import { type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';
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

describe('who looks', () => {
  it('is never who decided, from the page to the use case', async () => {
    const { application } = await aRejection(bench, supervisor, free(supervisor));
    const before = await standing(bench, application.id);
    const page = await supervisor.get(`/applications/${application.reference}/second-look`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Somebody else must take the second look');
    const settle = bench.desk.app.get(SettleSecondLook);
    const outcome = await settle.run({
      applicationId: application.id,
      uprn: application.uprn,
      officer: supervisor.staff,
      seenVersion: before?.version ?? 0,
      formId: randomUUID(),
      answer: 'agree',
      note: '',
    });
    expect(outcome).toEqual({ ok: false, refusal: 'own_decision' });
    expect(await letterStates(application.id)).toEqual(['application_rejected held']);
  });

  it.each(['officer', 'support', 'auditor', 'administrator'] as const)(
    'attack 8: is not %s, who posts by hand',
    async (role) => {
      const { application } = await aRejection(bench, officer, free(officer));
      const person = await bench.desk.signInAs(role);
      expect((await person.get('/second-looks')).status).toBe(403);
      const path = `/applications/${application.reference}/second-look`;
      expect((await person.get(path)).status).toBe(403);
      expect((await person.post(path, { answer: 'agree' })).status).toBe(403);
      expect(await letterStates(application.id)).toEqual(['application_rejected held']);
    },
  );

  it('keeps at 422 what was typed, and needs a reason for no', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const unanswered = await look(supervisor, application.reference, { note: 'Typed.' });
    expect(unanswered.status).toBe(422);
    expect(unanswered.$('#note').val()).toBe('Typed.');
    // What was typed before comes back with the form: silence has to be chosen.
    const silence = { answer: 'disagree', note: '' };
    const silent = await look(supervisor, application.reference, silence);
    expect(silent.status).toBe(422);
    expect(silent.$('.govuk-error-summary a').attr('href')).toBe('#note');
  });

  it('attack 25: sends the same form twice with one result', async () => {
    const { application } = await aRejection(bench, officer);
    const page = await supervisor.get(`/applications/${application.reference}/second-look`);
    const answers = await Promise.all(
      [1, 2, 3].map(() => supervisor.submit(page, { answer: 'agree' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await bench.waiting(application.id)).toHaveLength(2);
  });
});

it('409: the form of one second look sent for another case', async () => {
  const one = await aRejection(bench, officer);
  const other = await aRejection(bench, officer);
  const path = (of: typeof one) => `/applications/${of.application.reference}/second-look`;
  const first = await supervisor.get(path(one));
  const formId = String(first.$('input[name=formId]').attr('value'));
  expect((await supervisor.submit(first, { answer: 'agree' })).status).toBe(303);
  const before = await standing(bench, other.application.id);
  const second = await supervisor.get(path(other));
  const refused = await supervisor.submit(second, { answer: 'agree', formId });
  expect(refused.status).toBe(409);
  expect(await standing(bench, other.application.id)).toEqual(before);
  expect(await letterStates(other.application.id)).toEqual(['application_rejected held']);
  expect((await supervisor.submit(second, { answer: 'agree' })).status).toBe(303);
});

describe('what waits', () => {
  it('cannot be taken up or reviewed beside it: nobody has been told', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const path = `/applications/${application.reference}`;
    for (const page of ['reopening/new', 'reviews/new']) {
      const answer = await supervisor.get(`${path}/${page}`);
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('still waits for its second look');
    }
  });

  it('shows the portal a case under review, and its letter only when it has gone', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const { id: clientId, key } = await bench.write((tx) => aClient(tx));
    await bench.write((tx) =>
      tx.query('UPDATE applications SET client_id = ? WHERE id = ?', [clientId, application.id]),
    );
    const ask = () =>
      bench.desk.visitor().get(`/api/v1/applications/${application.reference}`, {
        authorization: `Bearer ${key}`,
        accept: 'application/json',
      });
    const held = JSON.parse((await ask()).text) as { status: string; decision: unknown };
    expect(held).toMatchObject({ status: 'in_review', decision: null });
    await look(supervisor, application.reference, { answer: 'agree' });
    const gone = JSON.parse((await ask()).text) as { status: string; decision: unknown };
    expect(gone).toMatchObject({ status: 'rejected', decision: { outcome: 'rejected' } });
  });

  it('draws by the share of the permit type, from its day on', async () => {
    share(0);
    const page = await supervisor.get('/second-looks/shares/new');
    const [year, month, day] = bench.desk.clock.now().toISOString().slice(0, 10).split('-');
    const set = await supervisor.submit(page, {
      permitType: 'essential_carer',
      percent: '100',
      'from[day]': day ?? '',
      'from[month]': month ?? '',
      'from[year]': year ?? '',
    });
    expect([set.status, set.location]).toEqual([303, '/second-looks']);
    const drawn = await aRejection(bench, officer, free(officer));
    expect(await bench.rows('quality_checks', drawn.application.id)).toHaveLength(1);
    const other = await aRejection(bench, officer);
    expect(await bench.rows('quality_checks', other.application.id)).toEqual([]);
    expect(await bench.rows('decisions', other.application.id)).toMatchObject([
      { sample_percent: 0 },
    ]);
    const wrong = await supervisor.submit(page, { permitType: 'x', percent: '101' });
    expect(wrong.status).toBe(422);
    expect(wrong.$('.govuk-error-summary a')).toHaveLength(3);
    expect(wrong.$('#percent').val()).toBe('101');
  });
});
