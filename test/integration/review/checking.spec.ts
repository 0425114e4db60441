import type { Fields } from '../../support/test-browser.js';
import {
  dated,
  eventsOf,
  formOf,
  goodBill,
  marked,
  type Officer,
  type ReviewAt,
  reviewAt,
  type ReviewDesk,
  startReviewDesk,
} from './review-desk.js';

let desk: ReviewDesk;
let officer: Officer;
let at: ReviewAt;
beforeAll(async () => {
  desk = await startReviewDesk();
  officer = await desk.signInAs('officer');
  at = reviewAt(desk, officer);
});
afterAll(() => desk.stop());

const billFacts = ['name', 'address', 'date'];

describe('saving a check', () => {
  it('keeps marks, date, verdict and note, tells the case, and goes to the next open paper', async () => {
    const { application, papers, path } = await at.aBill();
    const note = 'Second page is an advert.';
    const answer = await at.send(path, 1, { ...goodBill, act: 'save', verdict: 'accept', note });
    expect([answer.status, answer.location]).toEqual([303, `${path}/evidence/2`]);
    const paperId = papers[0]?.id ?? '';
    expect(await at.checkOf(paperId)).toMatchObject({
      verdict: 'accept',
      datedOn: '2026-11-02',
      marks: { name: { mark: 'matches', why: null } },
      note,
      checkedBy: officer.staff.id,
    });
    expect(await at.versionOf(application.id)).toBe(2);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toEqual([
      { paperId, kind: 'utility_bill', wasKind: null, verdict: 'accept', by: officer.staff.id },
    ]);
    const again = await officer.get(`${path}/evidence/1`);
    expect(again.$('[name="verdict"][checked]').attr('value')).toBe('accept');
    expect(again.$('#datedOn-day').attr('value')).toBe('2');
    expect(again.$('.desk-explained').text()).toContain('in time');
  });

  it('takes one press when everything matches: only the date has to be typed', async () => {
    const { papers, path } = await at.aBill();
    const answer = await at.send(path, 1, {
      ...dated('datedOn', ['2', 'Nov', '2026']),
      act: 'accept',
    });
    expect(answer.status).toBe(303);
    const check = await at.checkOf(papers[0]?.id ?? '');
    expect(check?.verdict).toBe('accept');
    expect(Object.keys(check?.marks ?? {}).sort()).toEqual([...billFacts].sort());
  });

  it('never turns a mark that was made into a match', async () => {
    const { papers, path } = await at.aBill();
    const fields = { ...goodBill, 'mark[address]': 'does_not_match', act: 'accept' };
    const answer = await at.send(path, 1, fields);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain('“Address” does not match');
    expect(answer.$('[name="mark[address]"][checked]').attr('value')).toBe('does_not_match');
    expect(await at.checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('goes back to the case when no paper is left open', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const answer = await at.send(path, 1, { ...goodBill, verdict: 'ask_again' });
    expect(answer.location).toBe(path);
  });

  it('stays with the paper while no verdict is chosen', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const answer = await at.send(path, 1, { 'mark[name]': 'cannot_tell', act: 'save' });
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
    const { papers, path } = await at.aBill();
    const fields = { ...v5c, documentReference: '1234 567 432' };
    const refused = await at.send(path, 2, fields);
    expect(refused.status).toBe(422);
    expect(refused.$('#documentReference').attr('value')).toBe('1234 567 432');
    expect(refused.$('.govuk-error-summary').text()).toContain('has 11 digits');
    expect(
      (await at.send(path, 2, { ...fields, documentReference: '1234 567 4321 9' })).status,
    ).toBe(422);
    expect((await at.send(path, 2, { ...fields, documentReference: '1234 5678 901' })).status).toBe(
      303,
    );
    expect((await at.checkOf(papers[1]?.id ?? ''))?.referenceLast4).toBe('8901');
    const page = await officer.get(`${path}/evidence/2`);
    expect(page.$('#facts').text()).toContain('Ends 8901');
    expect(page.text).not.toContain('12345678901');
    expect(await wholeDatabaseHas('12345678901')).toBe(false);
  });

  it('keeps the digits already kept when the box is left empty', async () => {
    const { papers, path } = await at.aBill();
    await at.send(path, 2, { ...v5c, documentReference: '12345678901' });
    const answer = await at.send(path, 2, {
      ...v5c,
      documentReference: '',
      note: 'Looked at twice.',
    });
    expect(answer.status).toBe(303);
    const check = await at.checkOf(papers[1]?.id ?? '');
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
    const answer = await at.send(path, 1, { ...whole, ...fields, ...place, note: 'Looks odd' });
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(answer.$('title').text()).toMatch(/^Error: /);
    expect(answer.$('#note').text()).toBe('Looks odd');
    const image = answer.$('[data-viewer-image]');
    expect([image.attr('data-rotation'), image.attr('data-zoom')]).toEqual(['90', '150']);
    const target = answer.$('.govuk-error-summary a').attr('href') ?? '';
    expect(answer.$(target)).toHaveLength(1);
    expect(await at.checkOf(papers[0]?.id ?? '')).toBeNull();
    expect(await at.versionOf(application.id)).toBe(1);
  });

  it('with its four facts marked is saved', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('tenancy_agreement'),
    );
    expect((await at.send(path, 1, whole)).status).toBe(303);
  });
});

describe('what is refused under every verdict', () => {
  it('is a variation without its reason', async () => {
    const { path } = await at.aBill();
    for (const verdict of ['accept', 'ask_again', 'not_needed', 'undecided']) {
      const fields = { ...goodBill, 'mark[name]': 'acceptable_variation', verdict };
      const answer = await at.send(path, 1, fields);
      expect([verdict, answer.status]).toEqual([verdict, 422]);
      expect(answer.$('#why-name-error').text()).toContain('Say why the variation in “Name”');
    }
    const why = { 'mark[name]': 'acceptable_variation', 'why[name]': 'Maiden name on the bill' };
    expect((await at.send(path, 1, { ...goodBill, ...why, verdict: 'accept' })).status).toBe(303);
  });

  it('is a bill a day too old, unless its date is an explained variation (R-EV-2)', async () => {
    const { path } = await at.aBill();
    const old = { ...goodBill, ...dated('datedOn', ['16', '8', '2026']), verdict: 'accept' };
    const answer = await at.send(path, 1, old);
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain('1 day too old');
    expect(answer.$('.govuk-error-summary').text()).toContain('17 August 2026');
    const excuse = { 'mark[date]': 'acceptable_variation', 'why[date]': 'Quarterly bill' };
    expect((await at.send(path, 1, { ...old, ...excuse })).status).toBe(303);
  });

  it('is a kind of paper that nothing accepts', async () => {
    const { path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('mobile_phone_bill'),
    );
    const answer = await at.send(path, 1, { ...goodBill, verdict: 'accept' });
    expect(answer.status).toBe(422);
    expect((await at.send(path, 1, { ...goodBill, verdict: 'ask_again' })).status).toBe(303);
  });
});

describe('a paper that is another kind than its sender said', () => {
  it('is drawn again with that kind’s facts, then saved so, the old name kept', async () => {
    const { application, papers, path } = await desk.addCase((a) =>
      a.inReviewBy(officer.staff.id).withPaper('utility_bill'),
    );
    const drawn = await at.send(path, 1, { act: 'redraw', kind: 'tenancy_agreement', note: 'Hm.' });
    expect([drawn.status, drawn.$('h1').text()]).toEqual([200, 'Tenancy agreement']);
    expect(drawn.$('[name="mark[signatures]"]')).toHaveLength(4);
    expect(drawn.$('#note').text()).toBe('Hm.');
    const hasty = await at.send(path, 1, { act: 'accept', kind: 'mobile_phone_bill' });
    expect(hasty.status).toBe(422);
    const fields = { ...formOf(drawn), act: 'save', verdict: 'ask_again' };
    expect((await officer.post(`${path}/evidence/1/check`, fields)).status).toBe(303);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toMatchObject([
      { paperId: papers[0]?.id, kind: 'tenancy_agreement', wasKind: 'utility_bill' },
    ]);
    expect((await officer.get(`${path}/evidence/1`)).$('h1').text()).toBe('Tenancy agreement');
  });
});
