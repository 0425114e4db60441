import { randomUUID } from 'node:crypto';
import { SettleReview } from '../../../src/reviews-of-decision/settle-review.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import {
  approve,
  type DecidingBench,
  send,
  startDecidingBench,
} from '../deciding/deciding-bench.js';
import { aRejection, free, type Person, standing } from './again-steps.js';

let bench: DecidingBench;
let officer: Person;
let other: Person;
let support: Person;
let supervisor: Person;

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
  other = await bench.desk.signInAs('officer');
  support = await bench.desk.signInAs('support');
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());

const ASKED = 'The bill is from October.\n\nI sent both pages.';

function dayOf(now: Date): Record<string, string> {
  const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/London',
  })
    .format(now)
    .split('-');
  return { 'receivedOn[day]': day, 'receivedOn[month]': month, 'receivedOn[year]': year };
}

async function checkRequest(
  person: TestBrowser,
  reference: string,
  typed: Record<string, string> = {},
): Promise<Answer> {
  const form = await person.get(`/applications/${reference}/reviews/new`);
  const day = dayOf(bench.desk.clock.now());
  return person.submit(form, { channel: 'email', ...day, asked: ASKED, step: 'check', ...typed });
}

/** A rejection whose resident has asked for a review. */
async function anOpenReview() {
  const { application } = await aRejection(bench, officer, free(officer));
  const sent = await send(support, await checkRequest(support, application.reference));
  if (sent.status !== 303) throw new Error(`Opening answered ${sent.status}: ${sent.text}`);
  return application;
}

async function checkAnswer(
  person: TestBrowser,
  reference: string,
  typed: Record<string, string> = {},
): Promise<Answer> {
  const form = await person.get(`/applications/${reference}/review-outcome/new`);
  const answer = { outcome: 'upheld', reasons: 'The bill is from July.', step: 'check' };
  return person.submit(form, { ...answer, ...typed });
}

describe('a resident asks for a review (U-3)', () => {
  it('is recorded by support, told to the resident, and listed until it is answered', async () => {
    const application = await anOpenReview();
    const { id, reference } = application;
    expect(await bench.rows('decision_reviews', id)).toMatchObject([
      { channel: 'email', asked: ASKED, opened_by: support.staff.id, outcome: null },
    ]);
    const kinds = (await bench.rows('letters', id)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['application_rejected', 'review_opened']);
    expect((await bench.events(id)).slice(-2)).toEqual(['review-opened', 'letter-written']);
    expect((await other.get('/reviews-of-decision')).text).toContain(reference);
    expect((await other.get('/my-work')).text).toContain('Reviews to answer');
    const decision = await other.get(`/applications/${reference}/decision`);
    expect(decision.text).toContain('The resident has asked for a review');
    expect(decision.text).toContain('Answer the review');
  });

  it('is one at a time: of two at the same moment one is opened (attack 26)', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const pages = await Promise.all([
      checkRequest(support, application.reference),
      checkRequest(other, application.reference),
    ]);
    const answers = await Promise.all([send(support, pages[0]), send(other, pages[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain('The bill is from October.');
    expect(await bench.rows('decision_reviews', application.id)).toHaveLength(1);
    const again = await support.get(`/applications/${application.reference}/reviews/new`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('One is open at a time');
  });

  it('keeps at 422 what was typed, and names each fault in the order of the page', async () => {
    const { application } = await aRejection(bench, officer, free(officer));
    const refused = await checkRequest(support, application.reference, {
      channel: '',
      'receivedOn[year]': '2001',
      asked: ' ',
    });
    expect(refused.status).toBe(422);
    const faults = refused.$('.govuk-error-summary a').map((_, a) => refused.$(a).attr('href'));
    expect(faults.get()).toEqual(['#channel', '#receivedOn-day', '#asked']);
    expect(refused.$('input[name="receivedOn[year]"]').val()).toBe('2001');
    const wrong = await checkRequest(support, application.reference, { 'receivedOn[month]': '13' });
    expect(wrong.status).toBe(422);
    expect(wrong.$('#asked').val()).toContain('I sent both pages.');
    expect(await bench.rows('decision_reviews', application.id)).toEqual([]);
  });
});

describe('the answer', () => {
  it('that the decision stands is told with its reasons, and closes the review', async () => {
    const { id, reference } = await anOpenReview();
    const checked = await checkAnswer(other, reference);
    expect(checked.text).toContain('The decision stands.');
    const sent = await send(other, checked);
    expect([sent.status, sent.location]).toEqual([303, `/applications/${reference}/decision`]);
    expect(await standing(bench, id)).toMatchObject({ status: 'rejected', round: 1 });
    expect(await bench.rows('decision_reviews', id)).toMatchObject([
      { outcome: 'upheld', settled_by: other.staff.id, open_application_id: null },
    ]);
    const kinds = (await bench.rows('letters', id)).map(({ kind }) => kind);
    expect(kinds).toContain('review_upheld');
    expect((await send(other, checked)).status).toBe(303);
    expect(await bench.rows('letters', id)).toHaveLength(3);
    const next = await checkRequest(support, reference);
    expect((await send(support, next)).status).toBe(303);
    expect(await bench.rows('decision_reviews', id)).toHaveLength(2);
  });

  it('that it does not stand leads to the next round, decided by who answered', async () => {
    const { id, reference } = await anOpenReview();
    const checked = await checkAnswer(other, reference, { outcome: 'overturned' });
    expect(checked.text).toContain('You asked us to look again');
    const sent = await send(other, checked);
    expect([sent.status, sent.location]).toEqual([303, `/applications/${reference}`]);
    expect(await standing(bench, id)).toMatchObject({
      status: 'in_review',
      round: 2,
      claimed_by: other.staff.id,
    });
    expect((await approve(other, reference)).sent.status).toBe(303);
    expect(await bench.rows('decisions', id)).toHaveLength(2);
  });

  it('that the resident gave it up tells nobody', async () => {
    const { id, reference } = await anOpenReview();
    const before = await bench.rows('letters', id);
    const given = await checkAnswer(other, reference, { outcome: 'given_up', reasons: '' });
    expect(given.status).toBe(303);
    expect(await bench.rows('letters', id)).toHaveLength(before.length);
    expect(await bench.rows('decision_reviews', id)).toMatchObject([{ outcome: 'given_up' }]);
  });

  it('is never given by who decided, from the page to the use case', async () => {
    const application = await anOpenReview();
    const { id, reference, uprn } = application;
    const page = await officer.get(`/applications/${reference}/review-outcome/new`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Somebody else must answer the review');
    const outcome = await bench.desk.app.get(SettleReview).run({
      applicationId: id,
      uprn,
      officer: officer.staff,
      seenVersion: (await standing(bench, id))?.version ?? 0,
      formId: randomUUID(),
      outcome: 'overturned',
      reasons: 'I was right.',
      privateNote: null,
      moneyShown: 'none',
    });
    expect(outcome).toEqual({ ok: false, refusal: 'own_decision' });
    expect(await standing(bench, id)).toMatchObject({ status: 'rejected', round: 1 });
  });

  it.each(['support', 'auditor', 'administrator'] as const)(
    'attack 8: is closed to %s, who posts by hand',
    async (role) => {
      const { id, reference } = await anOpenReview();
      const person = await bench.desk.signInAs(role);
      const path = `/applications/${reference}/review-outcome`;
      expect((await person.get(`${path}/new`)).status).toBe(403);
      const posted = await person.post(path, { outcome: 'overturned', reasons: 'x', step: 'send' });
      expect(posted.status).toBe(403);
      expect(await standing(bench, id)).toMatchObject({ status: 'rejected', round: 1 });
    },
  );

  it('attack 26: of two at the same moment one is given; the other reads what happened', async () => {
    const { id, reference } = await anOpenReview();
    const pages = await Promise.all([
      checkAnswer(other, reference, { outcome: 'overturned' }),
      checkAnswer(supervisor, reference),
    ]);
    bench.desk.clock.advance({ seconds: 5 });
    const answers = await Promise.all([send(other, pages[0]), send(supervisor, pages[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.text).toContain('Review answered');
    expect(loser?.text).toContain('The bill is from July.');
    expect(await bench.rows('letters', id)).toHaveLength(3);
  });

  it('attack 28: skipping the letter is refused: it is shown before it goes', async () => {
    const { id, reference } = await anOpenReview();
    const form = await other.get(`/applications/${reference}/review-outcome/new`);
    const skipped = await other.submit(form, {
      outcome: 'upheld',
      reasons: 'The bill is from July.',
      step: 'send',
    });
    expect(skipped.status).toBe(422);
    expect(skipped.text).toContain('Exactly this will be sent');
    expect(await bench.rows('decision_reviews', id)).toMatchObject([{ outcome: null }]);
  });

  it('keeps the supervisor from taking it up beside the review', async () => {
    const { reference } = await anOpenReview();
    const page = await supervisor.get(`/applications/${reference}/reopening/new`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Settle the review instead');
  });
});
