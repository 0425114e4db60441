import type { BuiltApplication } from '../../builders/an-application.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import {
  type AskAgainBench,
  fieldsOf,
  linkOf,
  NOW,
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

const pathOf = ({ application }: BuiltApplication) =>
  `/applications/${application.reference}/evidence-requests`;

describe('asking again', () => {
  it('ticks what was marked so, with the reason the marks suggest and ten working days', async () => {
    const built = await bench.addCase(officer.staff.id);
    const { $, status } = await officer.get(`${pathOf(built)}/new`);
    expect(status).toBe(200);
    const ticked = $('input[name=asked]:checked')
      .toArray()
      .map((box) => $(box).val());
    expect(ticked).toEqual([built.papers[1]?.id]);
    expect($('input[name=asked]')).toHaveLength(1);
    expect($(`select[name="reason[${built.papers[1]?.id}]"]`).val()).toBe('paper_too_old');
    const day = $('input[name^=answerBy]')
      .toArray()
      .map((box) => $(box).val());
    expect(day).toEqual(['4', '12', '2026']);
  });

  it('shows the letter word for word as it then goes, link and all (U7.1)', async () => {
    const built = await bench.addCase(officer.staff.id);
    const path = pathOf(built);
    const checked = await officer.post(path, fieldsOf(await officer.get(`${path}/new`), 'check'));
    expect(checked.status).toBe(200);
    expect(await bench.rows('evidence_requests', built.application.id)).toEqual([]);
    const shown = checked.$('#letter .desk-letter__body');
    const sent = await officer.post(path, fieldsOf(checked, 'send'));
    expect([sent.status, sent.location]).toEqual([
      303,
      `/applications/${built.application.reference}`,
    ]);
    const [letter, ...others] = await bench.letters(built.application.id);
    expect(others).toEqual([]);
    expect(shown.text()).toContain(linkOf({ body: letter?.body ?? '' }));
    const words = (text = '') => text.replace(/[\s#*]+/g, '');
    expect(words(shown.text())).toBe(words(letter?.body));
    expect(letter?.body).toContain('dated on or after 4 September 2026');
    expect(letter?.body).toContain('4 December 2026');
  });

  it('puts the case down to wait, with everything written once', async () => {
    const built = await bench.addCase(officer.staff.id);
    await bench.ask(officer, built);
    const { id } = built.application;
    expect(await bench.application(id)).toMatchObject({
      status: 'awaiting_evidence',
      claimed_by: null,
      claimed_at: null,
      awaiting_since: NOW,
      paused_seconds: 0,
    });
    expect(await bench.events(id)).toEqual(['evidence-requested', 'letter-written']);
    const request = await bench.request(id);
    expect(request).toMatchObject({ state: 'open', answerByOn: '2026-12-04' });
    expect(request.items).toMatchObject([
      { id: '1', reason: 'paper_too_old', acceptableFromOn: '2026-09-04' },
    ]);
    const jobs: { job: string; due_at: Date }[] = await bench.desk.database.dataSource.query(
      'SELECT job, due_at FROM outbox_jobs WHERE subject_id = ? ORDER BY id',
      [request.id],
    );
    expect(jobs).toEqual([
      { job: 'remind-of-evidence', due_at: new Date('2026-12-01T09:00:00Z') },
      { job: 'lapse-evidence-request', due_at: new Date('2026-12-05T00:00:00Z') },
    ]);
  });

  it('takes the same form twice for one request', async () => {
    const built = await bench.addCase(officer.staff.id);
    const path = pathOf(built);
    const fields = fieldsOf(
      await officer.post(path, fieldsOf(await officer.get(`${path}/new`), 'check')),
      'send',
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => officer.post(path, fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303));
    expect(await bench.rows('evidence_requests', built.application.id)).toHaveLength(1);
    expect(await bench.letters(built.application.id)).toHaveLength(1);
  });

  it.each([
    ['nothing ticked', { asked: [] as string[] }, 'Choose at least one paper to ask for'],
    [
      'a day that is too soon',
      { 'answerBy[day]': '21', 'answerBy[month]': '11' },
      '27 November 2026 or later',
    ],
    ['a day too far away', { 'answerBy[year]': '2027' }, 'or earlier'],
    ['no day', { 'answerBy[day]': '' }, 'must include a day'],
  ])('says what is wrong with %s, and keeps the rest', async (_what, change, words) => {
    const built = await bench.addCase(officer.staff.id);
    const paper = String(built.papers[1]?.id);
    const fields = fieldsOf(await officer.get(`${pathOf(built)}/new`), 'check');
    const typed = { ...fields, [`words[${paper}]`]: 'The July one will not do.', ...change };
    const answer = await officer.post(pathOf(built), typed);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(answer.$(`textarea[name="words[${paper}]"]`).val()).toBe('The July one will not do.');
    const href = answer.$('.govuk-error-summary a').attr('href') ?? '';
    expect(answer.$(href)).toHaveLength(1);
  });

  it('needs words where the reason is the officer’s own, and sends them', async () => {
    const built = await bench.addCase(officer.staff.id);
    const paper = String(built.papers[1]?.id);
    const own = { [`reason[${paper}]`]: 'paper_other' };
    const fields = fieldsOf(await officer.get(`${pathOf(built)}/new`), 'check');
    const refused = await officer.post(pathOf(built), { ...fields, ...own });
    expect(refused.$('.govuk-error-summary').text()).toContain(
      'write the reason in your own words',
    );
    const words = { [`words[${paper}]`]: 'The bill shows only its second page.' };
    const checked = await officer.post(pathOf(built), { ...fields, ...own, ...words });
    expect(checked.$('.desk-letter__own-words').text()).toBe(
      'The bill shows only its second page.',
    );
    expect(checked.$('.desk-letter__body').text()).toContain(
      'The bill shows only its second page.',
    );
  });

  it('refuses another officer, and a page that has grown old', async () => {
    const built = await bench.addCase(officer.staff.id);
    const fields = fieldsOf(await officer.get(`${pathOf(built)}/new`), 'send');
    const other = await bench.desk.signInAs('officer');
    expect((await other.get(`${pathOf(built)}/new`)).status).toBe(409);
    expect((await other.post(pathOf(built), fields)).status).toBe(409);
    const stale = await officer.post(pathOf(built), { ...fields, version: '0' });
    expect(stale.status).toBe(409);
    expect(await bench.rows('evidence_requests', built.application.id)).toEqual([]);
  });
});
