import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import {
  type AskAgainBench,
  fieldsOf,
  NOW,
  sendAnswer,
  startAskAgainBench,
} from './ask-again-bench.js';

let bench: AskAgainBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startAskAgainBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());
beforeEach(() => bench.desk.clock.set(NOW));

async function anOpenRequest(answerBy: Record<string, string> = {}) {
  const built = await bench.addCase(officer.staff.id);
  const path = `/applications/${built.application.reference}/evidence-requests`;
  const fields = { ...fieldsOf(await officer.get(`${path}/new`), 'check'), ...answerBy };
  const checked = await officer.post(path, fields);
  const sent = await officer.post(path, fieldsOf(checked, 'send'));
  expect(sent.status).toBe(303);
  const { id } = built.application;
  return { id, requestId: (await bench.request(id)).id };
}

const kinds = async (id: string) => (await bench.letters(id)).map(({ kind }) => kind);
const count = async (id: string, type: string) =>
  (await bench.events(id)).filter((event) => event === type).length;

describe('the reminder', () => {
  it('goes at nine in the morning, three working days before the last day, and once', async () => {
    const { id, requestId } = await anOpenRequest();
    bench.desk.clock.set('2026-12-01T08:59:59Z');
    expect(await bench.remind.run(requestId)).toMatchObject({
      done: false,
      againAt: new Date('2026-12-01T09:00:00Z'),
    });
    expect(await kinds(id)).toEqual(['evidence_requested']);
    bench.desk.clock.set('2026-12-01T09:00:00Z');
    await Promise.all([bench.remind.run(requestId), bench.remind.run(requestId)]);
    expect(await bench.remind.run(requestId)).toEqual({ done: true });
    expect(await kinds(id)).toEqual(['evidence_requested', 'evidence_reminder']);
    expect(await count(id, 'evidence-request-reminded')).toBe(1);
    const [first, second] = await bench.letters(id);
    const link = /https?:\/\/\S+\/r\/\S+/;
    expect(link.exec(second?.body ?? '')?.[0]).toBe(link.exec(first?.body ?? '')?.[0]);
  });

  it('does not go to who has answered, nor after an officer has stopped waiting', async () => {
    const { id, requestId } = await anOpenRequest();
    const [letter] = await bench.letters(id);
    const [link = ''] = /\/r\/[\w-]+/.exec(letter?.body ?? '') ?? [];
    await sendAnswer(bench, link, { fields: { 'cannot-1': 'I have none.' } });
    bench.desk.clock.set('2026-12-01T09:00:00Z');
    expect(await bench.remind.run(requestId)).toEqual({ done: true });
    expect(await kinds(id)).toEqual(['evidence_requested']);
  });
});

describe('the deadline', () => {
  it('tells an officer when the day is over in London, refuses nothing and leaves the link open', async () => {
    const { id, requestId } = await anOpenRequest();
    bench.desk.clock.set('2026-12-04T23:59:59Z');
    expect(await bench.lapse.run(requestId)).toMatchObject({ done: false });
    bench.desk.clock.set('2026-12-05T00:00:00Z');
    await Promise.all([bench.lapse.run(requestId), bench.lapse.run(requestId)]);
    expect(await count(id, 'evidence-request-lapsed')).toBe(1);
    expect((await bench.request(id)).state).toBe('lapsed');
    expect((await bench.application(id))['status']).toBe('awaiting_evidence');
    const [letter] = await bench.letters(id);
    const [link = ''] = /\/r\/[\w-]+/.exec(letter?.body ?? '') ?? [];
    const answer = await sendAnswer(bench, link, { fields: { 'cannot-1': 'Sorry, I was away.' } });
    expect(answer.status).toBe(303);
    expect((await bench.application(id))['status']).toBe('submitted');
  });

  it('falls an hour later in winter time: the clocks change between asking and answering', async () => {
    // British Summer Time ends on 25 October 2026.
    bench.desk.clock.set('2026-10-16T10:00:00Z');
    const { id, requestId } = await anOpenRequest({
      'answerBy[day]': '27',
      'answerBy[month]': '10',
    });
    const jobs: { due_at: Date }[] = await bench.desk.database.dataSource.query(
      'SELECT due_at FROM outbox_jobs WHERE subject_id = ? ORDER BY id',
      [requestId],
    );
    // 22 October, 9am, is still summer time; midnight after the 27th is not.
    expect(jobs.map(({ due_at: at }) => at.toISOString())).toEqual([
      '2026-10-22T08:00:00.000Z',
      '2026-10-28T00:00:00.000Z',
    ]);
    bench.desk.clock.set('2026-10-27T23:30:00Z');
    expect(await bench.lapse.run(requestId)).toMatchObject({ done: false });
    bench.desk.clock.set('2026-10-28T00:00:00Z');
    expect(await bench.lapse.run(requestId)).toEqual({ done: true });
    expect((await bench.request(id)).state).toBe('lapsed');
  });

  it('finds nothing to say of a request that is gone or answered', async () => {
    expect(await bench.lapse.run('00000000-0000-4000-8000-000000000000')).toEqual({ done: true });
    expect(await bench.remind.run('00000000-0000-4000-8000-000000000000')).toEqual({ done: true });
  });
});
