import { createHash } from 'node:crypto';
import { pdf, photo } from '../files/sample-files.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { type AskAgainBench, NOW, sendAnswer, startAskAgainBench } from './ask-again-bench.js';

let bench: AskAgainBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startAskAgainBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());
beforeEach(() => bench.desk.clock.set(NOW));

describe('the resident’s answer', () => {
  it('shows what is wanted and nothing else of the case', async () => {
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    const { $, text, status, headers } = await bench.desk.visitor().get(link);
    expect(status).toBe(200);
    expect($('main').text()).toContain('Your utility bill is dated 16 August 2026');
    expect($('main').text()).toContain('Send a utility bill dated on or after 4 September 2026');
    expect($('main').text()).toContain('4 December 2026');
    for (const secret of ['Priya', 'Invented Street', 'LE11', 'AB12', 'example.com', 'v5c']) {
      expect(text.replace(link, '')).not.toContain(secret);
    }
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('brings the case back with the accepted papers kept and the wait not counted', async () => {
    const built = await bench.addCase(officer.staff.id);
    const { id } = built.application;
    const link = await bench.ask(officer, built);
    bench.desk.clock.advance({ days: 3 });
    const answer = await sendAnswer(bench, link, {
      files: [{ field: 'file-1', name: 'bill.pdf', content: await pdf(2) }],
    });
    expect([answer.status, answer.location]).toEqual([303, link]);
    expect((await bench.desk.visitor().get(link)).$('h1').text()).toBe('We have what you sent');
    expect(await bench.application(id)).toMatchObject({
      status: 'submitted',
      awaiting_since: null,
      paused_seconds: 3 * 86_400,
    });
    const request = await bench.request(id);
    expect(request.state).toBe('answered');
    const papers = await bench.rows('evidence_papers', id);
    expect(papers.map(({ kind, replaced_at }) => [kind, replaced_at !== null])).toEqual([
      ['v5c', false],
      ['utility_bill', true],
      ['utility_bill', false],
    ]);
    expect(papers[2]).toMatchObject({ answers_request_id: request.id, position: 3 });
    const events = await bench.events(id);
    expect(events.slice(2)).toEqual(['evidence-received', 'evidence-answered']);
  });

  it('attack 164: is thanked again when it comes twice', async () => {
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    const visitor = bench.desk.visitor();
    const page = await visitor.get(link);
    const content = await photo();
    const send = () => {
      const body = new FormData();
      body.append('_csrf', String(page.$('input[name=_csrf]').val()));
      body.append('file-1', new Blob([new Uint8Array(content)]), 'bill.jpg');
      const headers = { origin: bench.desk.url, 'sec-fetch-site': 'same-origin' };
      return visitor.send('POST', link, { headers, body });
    };
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    expect((await bench.rows('evidence_papers', built.application.id)).length).toBe(3);
  });

  it('keeps what could be taken when one file is refused, and says why beside the field', async () => {
    const built = await bench.addCase(officer.staff.id, (it) =>
      it.withPaper('bank_statement', {
        check: { verdict: 'ask_again', checkedBy: officer.staff.id },
      }),
    );
    const link = await bench.ask(officer, built);
    const first = await sendAnswer(bench, link, {
      files: [
        { field: 'file-1', name: 'bill.pdf', content: await pdf() },
        { field: 'file-2', name: 'statement.pdf', content: Buffer.from('no such thing') },
      ],
    });
    expect(first.status).toBe(422);
    expect(first.$('#file-2-error').text()).toContain('statement.pdf: The file must be a JPEG');
    expect(first.$('#file-1-error')).toHaveLength(0);
    expect(first.$('main').text()).toContain('bill.pdf');
    expect((await bench.application(built.application.id))['status']).toBe('awaiting_evidence');
    const second = await sendAnswer(bench, link, {
      files: [{ field: 'file-2', name: 'statement.jpg', content: await photo() }],
    });
    expect(second.status).toBe(303);
    const papers = await bench.rows('evidence_papers', built.application.id);
    expect(papers.filter(({ answers_request_id: by }) => by !== null)).toHaveLength(2);
    expect(papers.filter(({ replaced_at: at }) => at !== null)).toHaveLength(2);
  });

  it.each([
    ['a file beyond the limit', [Buffer.alloc(10 * 1024 * 1024 + 1, 1)], '10MB or smaller'],
    ['eleven files', Array.from({ length: 11 }, (_one, at) => Buffer.from(`${at}`)), '10 files'],
    ['an empty file', [Buffer.alloc(0)], 'The file is empty'],
    ['a program', [Buffer.from('MZ and so on')], 'must be a JPEG'],
  ])('says why it does not take %s, and goes on waiting', async (_what, contents, words) => {
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    const before = await bench.filesKept();
    const files = contents.map((content) => ({ field: 'file-1', name: 'bill.pdf', content }));
    const answer = await sendAnswer(bench, link, { files });
    expect(answer.status).toBe(422);
    expect(answer.$('.govuk-error-summary').text()).toContain(words);
    expect(answer.$(answer.$('.govuk-error-summary a').attr('href') ?? '')).toHaveLength(1);
    expect((await bench.application(built.application.id))['status']).toBe('awaiting_evidence');
    expect(await bench.filesKept()).toEqual(before);
  });

  it('asks for the missing file, and takes words in its place', async () => {
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    const empty = await sendAnswer(bench, link, {});
    expect(empty.status).toBe(422);
    expect(empty.$('#file-1-error').text()).toContain('choose a file, or say why');
    const told = await sendAnswer(bench, link, {
      fields: { 'cannot-1': 'My landlord pays the bills.' },
    });
    expect(told.status).toBe(303);
    const request = await bench.request(built.application.id);
    expect(request.items[0]).toMatchObject({ cannotSend: 'My landlord pays the bills.' });
    const papers = await bench.rows('evidence_papers', built.application.id);
    expect(papers.every(({ replaced_at: at }) => at === null)).toBe(true);
  });

  it('refuses the very paper that was at fault', async () => {
    const content = await pdf();
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    await bench.desk.database.dataSource.query(
      'UPDATE evidence_papers SET sha256 = ? WHERE id = ?',
      [createHash('sha256').update(content).digest('hex'), built.papers[1]?.id],
    );
    const answer = await sendAnswer(bench, link, {
      files: [{ field: 'file-1', name: 'again.pdf', content }],
    });
    expect(answer.status).toBe(422);
    expect(answer.$('#file-1-error').text()).toContain('sent us this very file before');
  });

  it('counts twenty sends at once as one answer, and leaves no file without a row', async () => {
    const built = await bench.addCase(officer.staff.id);
    const link = await bench.ask(officer, built);
    const before = new Set(await bench.filesKept());
    const contents = await Promise.all(
      Array.from({ length: 20 }, (_one, at) => photo(400 + at, 300)),
    );
    const answers = await Promise.all(
      contents.map((content) =>
        sendAnswer(bench, link, { files: [{ field: 'file-1', name: 'bill.jpg', content }] }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
    const events = await bench.events(built.application.id);
    expect(events.filter((type) => type === 'evidence-answered')).toHaveLength(1);
    expect(events.filter((type) => type === 'evidence-received')).toHaveLength(1);
    const left = (await bench.filesKept()).filter((name) => !before.has(name));
    expect(left).toHaveLength(2);
  }, 90_000);
});
