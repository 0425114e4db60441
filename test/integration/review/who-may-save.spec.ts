import {
  eventsOf,
  formOf,
  goodBill,
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

describe('who may save', () => {
  it('nobody while the case is not claimed: the page is to read', async () => {
    const { path } = await desk.addCase((a) => a.withPaper('utility_bill'));
    const page = await officer.get(`${path}/evidence/1`);
    expect(page.$('#facts form')).toHaveLength(0);
    expect(page.$('#facts').text()).toContain('Claim it to mark its papers');
  });

  it('not another officer, who is told who holds it and keeps what was typed', async () => {
    const { papers, path } = await at.aBill();
    const other = await desk.signInAs('officer');
    const page = await other.get(`${path}/evidence/1`);
    expect(page.$('#facts form')).toHaveLength(0);
    const form = formOf(await officer.get(`${path}/evidence/1`));
    const fields = { ...form, ...goodBill, verdict: 'accept', note: 'Mine now' };
    const answer = await other.post(`${path}/evidence/1/check`, fields);
    expect(answer.status).toBe(409);
    expect(answer.$('main').text()).toContain('Somebody else holds this case');
    expect(answer.$('textarea').text()).toContain('Mine now');
    expect(await at.checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it.each(['support', 'auditor', 'administrator'] as const)('not %s', async (role) => {
    const { path } = await at.aBill();
    const browser = await desk.signInAs(role);
    const answer = await browser.post(`${path}/evidence/1/check`, goodBill);
    expect(answer.status).toBe(403);
  });

  it('nobody once the case is decided', async () => {
    const { application, path } = await at.aBill();
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
    const { papers, path } = await at.aBill();
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
    const { path, papers } = await at.aBill();
    const early = formOf(await officer.get(`${path}/evidence/1`));
    desk.clock.advance({ minutes: 1 });
    await at.send(path, 2, { verdict: 'not_needed' });
    const fields = { ...early, ...goodBill, verdict: 'accept', note: 'Kept words' };
    const answer = await officer.post(`${path}/evidence/1/check`, fields);
    expect(answer.status).toBe(409);
    const said = answer.$('main').text();
    expect(said).toContain('Paper checked');
    expect(said).toContain(officer.staff.name);
    expect(said).toContain('Kept words');
    expect(await at.checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('sent twice is one check and one answer', async () => {
    const { application, path } = await at.aBill();
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
    expect(await at.versionOf(application.id)).toBe(2);
  });

  it('wins once when ten different ones are sent at once', async () => {
    const { application, path } = await at.aBill();
    const form = formOf(await officer.get(`${path}/evidence/1`));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        officer.post(`${path}/evidence/1/check`, { ...form, ...goodBill, note: `Note ${index}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...Array<number>(9).fill(409)]);
    expect(await eventsOf(desk, application.id, 'paper-checked')).toHaveLength(1);
    expect(await at.versionOf(application.id)).toBe(2);
  });
});

describe('a form that no page of ours sent', () => {
  it.each([
    ['an unknown field', { wanted: 'x' }],
    ['no version', { version: '' }],
    ['an unknown act', { act: 'approve' }],
  ])('with %s is not read', async (_name, fields) => {
    const { path, papers } = await at.aBill();
    expect((await at.send(path, 1, { ...goodBill, ...fields })).status).toBe(400);
    expect(await at.checkOf(papers[0]?.id ?? '')).toBeNull();
  });

  it('with made-up marks, facts and verdicts saves none of them', async () => {
    const { path, papers } = await at.aBill();
    const fields = { 'mark[name]': 'perfect', 'mark[shoe]': 'matches', verdict: 'approve' };
    expect((await at.send(path, 1, { ...goodBill, ...fields })).status).toBe(303);
    const check = await at.checkOf(papers[0]?.id ?? '');
    expect([check?.verdict, Object.keys(check?.marks ?? {})]).toEqual([
      'undecided',
      ['address', 'date'],
    ]);
  });
});
