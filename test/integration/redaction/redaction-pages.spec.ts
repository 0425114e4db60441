import { randomUUID } from 'node:crypto';
import type { Fields } from '../../support/test-browser.js';
import { FORM, LINE, startRedactionBench } from './redaction-bench.js';

/** The pages on which an officer says what to black out, and who may (S13.4). */

type Bench = Awaited<ReturnType<typeof startRedactionBench>>;

let desk: Bench['desk'];
let officer: Bench['officer'];
let bench: Bench;
beforeAll(async () => {
  bench = await startRedactionBench();
  ({ desk, officer } = bench);
});
afterAll(() => desk.stop());

describe('the page that asks again', () => {
  it('says that there is no way back, shows the boxes, and has changed nothing', async () => {
    const { paper, files } = await bench.aStatement();
    const before = await bench.rowsOf(files.id);
    const asked = await bench.redact(paper, LINE, 'check');
    expect([asked.status, asked.$('h1').text()]).toEqual([
      200,
      'You cannot undo this: black out part of page 1',
    ]);
    expect(asked.$('rect').attr()).toMatchObject({ x: '0', y: '25', width: '100', height: '25' });
    expect(asked.$('main').text()).toContain('The original file is destroyed too');
    expect(await bench.rowsOf(files.id)).toEqual(before);
    const form = '.desk-redact__form form';
    const changing = await officer.submit(asked, { step: 'change' }, form);
    expect(changing.$('#top-1').attr('value')).toBe('25');
    expect(changing.$('[name=reason][value=money]').attr('checked')).toBeDefined();
    const done = await officer.submit(asked, { step: 'burn' }, form);
    expect(done.status).toBe(303);
  });

  it.each([
    [{}, '#top-1', 'Draw a box over the page, or enter its top and bottom'],
    [{ 'top[1]': '10' }, '#bottom-1', 'Enter the bottom of box 1'],
    [{ ...LINE, reason: '' }, '#reason', 'Choose why this is blacked out'],
    [{ ...LINE, reason: 'boredom' }, '#reason', 'Choose why this is blacked out'],
  ])('%j is sent back with everything typed', async (fields, href, text) => {
    const { paper, files } = await bench.aStatement();
    const before = await bench.rowsOf(files.id);
    const answer = await bench.redact(paper, fields as Fields);
    expect(answer.status).toBe(422);
    const link = answer.$('.govuk-error-summary a').first();
    expect([link.attr('href'), link.text()]).toEqual([href, text]);
    for (const [name, value] of Object.entries(fields)) {
      if (name !== 'reason') expect(answer.$(`[name="${name}"]`).attr('value')).toBe(value);
    }
    expect(await bench.rowsOf(files.id)).toEqual(before);
  });
});

describe('who may', () => {
  it('only whoever holds the case, as he saw it; what was typed is given back', async () => {
    const { paper, files, application } = await bench.aStatement();
    const form = await officer.get(`${paper}/redaction/new?page=1`);
    await desk.database.dataSource.query(
      'UPDATE applications SET version = version + 1 WHERE id = ?',
      [application.id],
    );
    const fields = { ...LINE, reason: 'money', step: 'burn' };
    const stale = await officer.submit(form, fields, FORM);
    expect(stale.status).toBe(409);
    expect(stale.$('textarea').first().text()).toContain('top 25, bottom 50');
    const other = await desk.signInAs('officer');
    expect((await other.get(`${paper}/redaction/new?page=1`)).status).toBe(409);
    const sent = { version: String(application.version + 1), formId: randomUUID(), page: '1' };
    const now = new Date().toISOString();
    const foreign = await other.post(`${paper}/redaction`, { ...sent, drawnAt: now, ...fields });
    expect(foreign.status).toBe(409);
    for (const role of ['support', 'auditor', 'administrator'] as const) {
      const person = await desk.signInAs(role);
      expect((await person.get(`${paper}/redaction/new?page=1`)).status).toBe(403);
      expect(
        (await person.post(`${paper}/redaction`, { ...sent, drawnAt: now, ...fields })).status,
      ).toBe(403);
    }
    expect((await bench.rowsOf(files.id)).paper.wrappedKey).not.toBe('');
    expect((await other.get(paper)).$('.desk-viewer').text()).not.toContain('Black out');
  });

  it('nobody, of a page or paper that is not there', async () => {
    const { paper, path } = await bench.aStatement();
    for (const place of [`${paper}/redaction/new?page=3`, `${path}/evidence/9/redaction/new`]) {
      expect((await officer.get(place)).status).toBe(404);
    }
    expect((await officer.get(`${paper}/redaction/new?page=0x1`)).status).toBe(404);
  });

  it('the same form sent three times at once is one act, and leaves no file behind', async () => {
    const { paper, files } = await bench.aStatement();
    const form = await officer.get(`${paper}/redaction/new?page=1`);
    const before = await bench.namesOnDisk();
    const send = () => officer.submit(form, { ...LINE, reason: 'health', step: 'burn' }, FORM);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const rows = await desk.database.dataSource.query<unknown[]>(
      'SELECT 1 FROM evidence_redactions WHERE paper_id = ?',
      [files.id],
    );
    expect(rows).toHaveLength(1);
    // One picture came, one picture and the original went.
    expect(await bench.namesOnDisk()).toHaveLength(before.length - 1);
  });
});
