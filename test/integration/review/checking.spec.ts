import type { PaperCheck } from '../../../src/evidence/evidence.store.js';
import type { Fields, TestBrowser } from '../../support/test-browser.js';
import type { TestStaff } from '../../support/test-application.js';
import {
  dated,
  eventsOf,
  formOf,
  marked,
  type ReviewDesk,
  startReviewDesk,
} from './review-desk.js';

let desk: ReviewDesk;
let officer: TestBrowser & { staff: TestStaff };
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
});
afterAll(() => desk.stop());

const billFacts = ['name', 'address', 'date'];
const goodBill = { ...marked(billFacts), ...dated('datedOn', ['2', '11', '2026']) };

function aBill() {
  return desk.addCase((a) => a.inReviewBy(officer.staff.id).withPaper('utility_bill').withV5C());
}

/** Opens a paper's page, fills in its form and sends it. */
async function send(path: string, position: number, changes: Fields, browser = officer) {
  const page = await browser.get(`${path}/evidence/${position}`);
  return browser.post(`${path}/evidence/${position}/check`, { ...formOf(page), ...changes });
}

async function checkOf(paperId: string): Promise<PaperCheck | null> {
  const rows: Record<string, unknown>[] = await desk.database.dataSource.query(
    `SELECT verdict, dated_on AS datedOn, term_from_on AS termFromOn, term_to_on AS termToOn, marks,
            note, reference_last4 AS referenceLast4, checked_by AS checkedBy
       FROM paper_checks WHERE paper_id = ?`,
    [paperId],
  );
  const row = rows[0];
  return row ? ({ ...row, marks: JSON.parse(String(row['marks'])) } as PaperCheck) : null;
}

async function versionOf(id: string): Promise<number> {
  const rows: { version: number }[] = await desk.database.dataSource.query(
    'SELECT version FROM applications WHERE id = ?',
    [id],
  );
  return rows[0]?.version ?? 0;
}

describe('saving a check', () => {
  it('keeps marks, date, verdict and note, tells the case, and goes to the next open paper', async () => {
    const { application, papers, path } = await aBill();
    const note = 'Second page is an advert.';
    const answer = await send(path, 1, { ...goodBill, act: 'save', verdict: 'accept', note });
    expect([answer.status, answer.location]).toEqual([303, `${path}/evidence/2`]);
    const paperId = papers[0]?.id ?? '';
    expect(await checkOf(paperId)).toMatchObject({
      verdict: 'accept',
      datedOn: '2026-11-02',
      marks: { name: { mark: 'matches', why: null } },
      note,
      checkedBy: officer.staff.id,
    });
    expect(await versionOf(application.id)).toBe(2);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toEqual([
      { paperId, kind: 'utility_bill', wasKind: null, verdict: 'accept', by: officer.staff.id },
    ]);
    const again = await officer.get(`${path}/evidence/1`);
    expect(again.$('[name="verdict"][checked]').attr('value')).toBe('accept');
    expect(again.$('#datedOn-day').attr('value')).toBe('2');
    expect(again.$('.desk-explained').text()).toContain('in time');
  });

  it('takes one press when everything matches: only the date has to be typed', async () => {
    const { papers, path } = await aBill();
    const answer = await send(path, 1, {
      ...dated('datedOn', ['2', 'Nov', '2026']),
      act: 'accept',
    });
    expect(answer.status).toBe(303);
    const check = await checkOf(papers[0]?.id ?? '');
    expect(check?.verdict).toBe('accept');
    expect(Object.keys(check?.marks ?? {}).sort()).toEqual([...billFacts].sort());
  });

  it('never turns a mark that was made into a match', async () => {
    const { papers, path } = await aBill();
    const fields = { ...goodBill, 'mark[address]': 'does_not_match', act: 'accept' };
    const answer = await send(path, 1, fields);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain('“Address” does not match');
    expect(answer.$('[name="mark[address]"][checked]').attr('value')).toBe('does_not_match');
    expect(await checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('goes back to the case when no paper is left open', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const answer = await send(path, 1, { ...goodBill, verdict: 'ask_again' });
    expect(answer.location).toBe(path);
  });

  it('stays with the paper while no verdict is chosen', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const answer = await send(path, 1, { 'mark[name]': 'cannot_tell', act: 'save' });
    expect(answer.location).toBe(`${path}/evidence/1`);
  });
});

describe('a V5C', () => {
  const v5c = {
    ...marked(['document_reference', 'registration', 'keeper_name', 'keeper_address', 'date']),
    ...dated('datedOn', ['14', '9', '2024']),
    verdict: 'accept',
  };

  it('keeps the last four digits of its reference and nothing more of it', async () => {
    const { papers, path } = await aBill();
    const fields = { ...v5c, documentReference: '1234 567 432' };
    const refused = await send(path, 2, fields);
    expect(refused.status).toBe(422);
    expect(refused.$('#documentReference').attr('value')).toBe('1234 567 432');
    expect(refused.$('.govuk-error-summary').text()).toContain('has 11 digits');
    expect((await send(path, 2, { ...fields, documentReference: '1234 567 4321 9' })).status).toBe(
      422,
    );
    expect((await send(path, 2, { ...fields, documentReference: '1234 5678 901' })).status).toBe(
      303,
    );
    expect((await checkOf(papers[1]?.id ?? ''))?.referenceLast4).toBe('8901');
    const page = await officer.get(`${path}/evidence/2`);
    expect(page.$('#facts').text()).toContain('Ends 8901');
    expect(page.text).not.toContain('12345678901');
    expect(await wholeDatabaseHas('12345678901')).toBe(false);
  });

  it('keeps the digits already kept when the box is left empty', async () => {
    const { papers, path } = await aBill();
    await send(path, 2, { ...v5c, documentReference: '12345678901' });
    const answer = await send(path, 2, { ...v5c, documentReference: '', note: 'Looked at twice.' });
    expect(answer.status).toBe(303);
    const check = await checkOf(papers[1]?.id ?? '');
    expect([check?.referenceLast4, check?.note]).toEqual(['8901', 'Looked at twice.']);
  });
});

/** Every text column of the tables that a check could reach. */
async function wholeDatabaseHas(text: string): Promise<boolean> {
  const tables = ['paper_checks', 'timeline_events', 'applications', 'evidence_papers'];
  for (const table of tables) {
    const rows: object[] = await desk.database.dataSource.query(`SELECT * FROM ${table}`);
    if (JSON.stringify(rows).includes(text)) return true;
  }
  return false;
}

describe('accepting a tenancy agreement', () => {
  const whole = {
    ...marked(['name', 'address', 'term', 'signatures']),
    ...dated('termFrom', ['1', '9', '2026']),
    ...dated('termTo', ['31', '8', '2027']),
    verdict: 'accept',
  };
  const faulty: [string, Fields, string][] = [
    ['no name', { 'mark[name]': 'cannot_tell' }, '“Name” cannot be told'],
    ['another address', { 'mark[address]': 'does_not_match' }, '“Address” does not match'],
    ['no signatures', { 'mark[signatures]': 'does_not_match' }, '“Signatures” does not match'],
    ['an unmarked term', { 'mark[term]': '' }, 'Mark “Tenancy term”'],
    ['no first day', dated('termFrom', ['', '', '']), 'Enter the day the tenancy starts'],
    ['an impossible day', dated('termTo', ['31', '2', '2027']), 'must be a real date'],
    ['an end before its start', dated('termTo', ['31', '8', '2026']), 'ends before it starts'],
    [
      'an end before it came',
      { ...dated('termFrom', ['1', '9', '2025']), ...dated('termTo', ['31', '8', '2026']) },
      'had ended when the paper came',
    ],
  ];

  it.each(faulty)('with %s is refused, everything kept (R-EV-3)', async (_name, fields, words) => {
    const { papers, path, application } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('tenancy_agreement'),
    );
    const place = { viewerPage: '1', viewerRotation: '90', viewerZoom: '150' };
    const answer = await send(path, 1, { ...whole, ...fields, ...place, note: 'Looks odd' });
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(answer.$('title').text()).toMatch(/^Error: /);
    expect(answer.$('#note').text()).toBe('Looks odd');
    const image = answer.$('[data-viewer-image]');
    expect([image.attr('data-rotation'), image.attr('data-zoom')]).toEqual(['90', '150']);
    const target = answer.$('.govuk-error-summary a').attr('href') ?? '';
    expect(answer.$(target)).toHaveLength(1);
    expect(await checkOf(papers[0]?.id ?? '')).toBeNull();
    expect(await versionOf(application.id)).toBe(1);
  });

  it('with its four facts marked is saved', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('tenancy_agreement'),
    );
    expect((await send(path, 1, whole)).status).toBe(303);
  });
});

describe('what is refused under every verdict', () => {
  it('is a variation without its reason', async () => {
    const { path } = await aBill();
    for (const verdict of ['accept', 'ask_again', 'not_needed', 'undecided']) {
      const fields = { ...goodBill, 'mark[name]': 'acceptable_variation', verdict };
      const answer = await send(path, 1, fields);
      expect([verdict, answer.status]).toEqual([verdict, 422]);
      expect(answer.$('#why-name-error').text()).toContain('Say why the variation in “Name”');
    }
    const why = { 'mark[name]': 'acceptable_variation', 'why[name]': 'Maiden name on the bill' };
    expect((await send(path, 1, { ...goodBill, ...why, verdict: 'accept' })).status).toBe(303);
  });

  it('is a bill a day too old, unless its date is an explained variation (R-EV-2)', async () => {
    const { path } = await aBill();
    const old = { ...goodBill, ...dated('datedOn', ['16', '8', '2026']), verdict: 'accept' };
    const answer = await send(path, 1, old);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain('1 day too old');
    expect(answer.$('.govuk-error-summary').text()).toContain('17 August 2026');
    const excuse = { 'mark[date]': 'acceptable_variation', 'why[date]': 'Quarterly bill' };
    expect((await send(path, 1, { ...old, ...excuse })).status).toBe(303);
  });

  it('is a kind of paper that nothing accepts', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('mobile_phone_bill'),
    );
    const answer = await send(path, 1, { ...goodBill, verdict: 'accept' });
    expect(answer.status).toBe(422);
    expect((await send(path, 1, { ...goodBill, verdict: 'ask_again' })).status).toBe(303);
  });
});

describe('a paper that is another kind than its sender said', () => {
  it('is drawn again with that kind’s facts, then saved so, the old name kept', async () => {
    const { application, papers, path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const drawn = await send(path, 1, { act: 'redraw', kind: 'tenancy_agreement', note: 'Hm.' });
    expect([drawn.status, drawn.$('h1').text()]).toEqual([200, 'Tenancy agreement']);
    expect(drawn.$('[name="mark[signatures]"]')).toHaveLength(4);
    expect(drawn.$('#note').text()).toBe('Hm.');
    const hasty = await send(path, 1, { act: 'accept', kind: 'mobile_phone_bill' });
    expect(hasty.status).toBe(422);
    const fields = { ...formOf(drawn), act: 'save', verdict: 'ask_again' };
    expect((await officer.post(`${path}/evidence/1/check`, fields)).status).toBe(303);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toMatchObject([
      { paperId: papers[0]?.id, kind: 'tenancy_agreement', wasKind: 'utility_bill' },
    ]);
    expect((await officer.get(`${path}/evidence/1`)).$('h1').text()).toBe('Tenancy agreement');
  });
});

describe('who may save', () => {
  it('nobody while the case is not claimed: the page is to read', async () => {
    const { path } = await desk.addCase((a) => a.withPaper('utility_bill'));
    const page = await officer.get(`${path}/evidence/1`);
    expect(page.$('#facts form')).toHaveLength(0);
    expect(page.$('#facts').text()).toContain('Claim it to mark its papers');
  });

  it('not another officer, who is told who holds it and keeps what was typed', async () => {
    const { papers, path } = await aBill();
    const other = await desk.signInAs('officer');
    const page = await other.get(`${path}/evidence/1`);
    expect(page.$('#facts form')).toHaveLength(0);
    const form = formOf(await officer.get(`${path}/evidence/1`));
    const fields = { ...form, ...goodBill, verdict: 'accept', note: 'Mine now' };
    const answer = await other.post(`${path}/evidence/1/check`, fields);
    expect(answer.status).toBe(409);
    expect(answer.$('main').text()).toContain('Somebody else holds this case');
    expect(answer.$('textarea').text()).toContain('Mine now');
    expect(await checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it.each(['support', 'auditor', 'administrator'] as const)('not %s', async (role) => {
    const { path } = await aBill();
    const browser = await desk.signInAs(role);
    const answer = await browser.post(`${path}/evidence/1/check`, goodBill);
    expect(answer.status).toBe(403);
  });

  it('nobody once the case is decided', async () => {
    const { application, path } = await aBill();
    const page = await officer.get(`${path}/evidence/1`);
    await desk.database.dataSource.query(
      `UPDATE applications SET status = 'rejected' WHERE id = ?`,
      [application.id],
    );
    const answer = await officer.post(`${path}/evidence/1/check`, { ...formOf(page), ...goodBill });
    expect(answer.status).toBe(409);
    expect(answer.$('main').text()).toContain('is decided');
  });

  it('nobody what a later paper replaced; it stays to be read', async () => {
    const { papers, path } = await aBill();
    const form = formOf(await officer.get(`${path}/evidence/1`));
    await desk.database.dataSource.query(
      'UPDATE evidence_papers SET replaced_at = UTC_TIMESTAMP(3) WHERE id = ?',
      [papers[0]?.id],
    );
    const page = await officer.get(`${path}/evidence/1`);
    expect([page.status, page.$('#facts form').length]).toEqual([200, 0]);
    const answer = await officer.post(`${path}/evidence/1/check`, { ...form, ...goodBill });
    expect(answer.status).toBe(404);
  });
});

describe('a form that is out of date', () => {
  it('is refused with what changed and by whom, and gives back what was typed', async () => {
    const { path, papers } = await aBill();
    const early = formOf(await officer.get(`${path}/evidence/1`));
    desk.clock.advance({ minutes: 1 });
    await send(path, 2, { verdict: 'not_needed' });
    const fields = { ...early, ...goodBill, verdict: 'accept', note: 'Kept words' };
    const answer = await officer.post(`${path}/evidence/1/check`, fields);
    expect(answer.status).toBe(409);
    const said = answer.$('main').text();
    expect(said).toContain('Paper checked');
    expect(said).toContain(officer.staff.name);
    expect(said).toContain('Kept words');
    expect(await checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('sent twice is one check and one answer', async () => {
    const { application, path } = await aBill();
    const form = formOf(await officer.get(`${path}/evidence/1`));
    const fields = { ...form, ...goodBill, verdict: 'accept' };
    const answers = [
      await officer.post(`${path}/evidence/1/check`, fields),
      await officer.post(`${path}/evidence/1/check`, fields),
    ];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, `${path}/evidence/2`],
      [303, `${path}/evidence/2`],
    ]);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toHaveLength(1);
    expect(await versionOf(application.id)).toBe(2);
  });

  it('wins once when ten different ones are sent at once', async () => {
    const { application, path } = await aBill();
    const form = formOf(await officer.get(`${path}/evidence/1`));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        officer.post(`${path}/evidence/1/check`, { ...form, ...goodBill, note: `Note ${index}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...Array<number>(9).fill(409)]);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toHaveLength(1);
    expect(await versionOf(application.id)).toBe(2);
  });
});

describe('a form that no page of ours sent', () => {
  it.each([
    ['an unknown field', { wanted: 'x' }],
    ['no version', { version: '' }],
    ['an unknown act', { act: 'approve' }],
  ])('with %s is not read', async (_name, fields) => {
    const { path, papers } = await aBill();
    expect((await send(path, 1, { ...goodBill, ...fields })).status).toBe(400);
    expect(await checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('with made-up marks, facts and verdicts saves none of them', async () => {
    const { path, papers } = await aBill();
    const fields = { 'mark[name]': 'perfect', 'mark[shoe]': 'matches', verdict: 'approve' };
    expect((await send(path, 1, { ...goodBill, ...fields })).status).toBe(303);
    const check = await checkOf(papers[0]?.id ?? '');
    expect([check?.verdict, Object.keys(check?.marks ?? {})]).toEqual([
      'undecided',
      ['address', 'date'],
    ]);
  });
});
