import { setTimeout as pause } from 'node:timers/promises';
import { currentPapers } from '../../../src/evidence/evidence.store.js';
import { askFilesHost } from '../../support/files-host.js';
import { ASKED_TEXTS, askWith, receipt, sendForm, storedIn, waitingIn } from './ask-with-paper.js';
import {
  addressOf,
  checkAnswer,
  type ExceptionsBench,
  type Granted,
  sendAnswer,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

let bench: ExceptionsBench;
let officer: StaffBrowser;
let support: StaffBrowser;
let supervisor: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
  support = await bench.desk.signInAs('support');
  supervisor = await bench.desk.signInAs('supervisor');
});
afterAll(() => bench.stop());
afterEach(async () => {
  for (let tries = 0; tries < 100 && waitingIn(bench).length > 0; tries += 1) await pause(20);
  expect(waitingIn(bench)).toEqual([]);
});

const papersOf = ({ id }: Granted) => bench.rows('evidence_papers', id);
const stored = () => storedIn(bench);

describe('a paper of one’s own with a request (R-CAN-2)', () => {
  it('is kept like every paper, and seen by who signs beside the request', async () => {
    const granted = await bench.granted(officer);
    const before = await papersOf(granted);
    expect((await askWith(support, granted, await receipt())).status).toBe(303);
    const papers = await papersOf(granted);
    const own = papers.find(({ kind }) => kind === 'refund_exception_paper');
    expect([papers.length, own?.['original_name']]).toEqual([before.length + 1, 'receipt.pdf']);
    const [exception] = await bench.rows('refund_exceptions', granted.id);
    expect(exception?.['paper_id']).toBe(own?.['id']);

    const address = await addressOf(bench, granted);
    const page = await supervisor.get(address);
    expect(page.$('main').text()).toContain('Sent with the request');
    const picture = page.$('.desk-viewer__image').attr('src') ?? '';
    expect(picture).toBe(
      `/applications/${granted.reference}/evidence/${own?.['position']}/pages/1`,
    );
    const link = await supervisor.get(picture, { 'sec-fetch-dest': 'image' });
    const shown = await askFilesHost(link.location ?? '');
    expect([link.status, shown.status]).toEqual([303, 200]);
    expect(await bench.events(granted.id)).toContain('evidence-viewed');
    const second = await supervisor.get(`${address}?page=2`);
    expect(second.$('.desk-viewer__image').attr('src')).toMatch(/\/pages\/2$/);

    const check = await checkAnswer(supervisor, address);
    expect((await sendAnswer(supervisor, check)).status).toBe(303);
  });

  it('is shown to nobody who sees no papers', async () => {
    const granted = await bench.granted(officer);
    await askWith(support, granted, await receipt());
    const address = await addressOf(bench, granted);
    const page = await support.get(address);
    expect(page.$('main').text()).toContain('Sent with the request');
    expect(page.$('.desk-viewer')).toHaveLength(0);
    const [own] = (await papersOf(granted)).slice(-1);
    const files = `/applications/${granted.reference}/evidence/${String(own?.['position'])}`;
    expect((await support.get(`${files}/pages/1`)).status).toBe(403);
    const auditor = await bench.desk.signInAs('auditor');
    expect((await auditor.get(`${files}/pages/1`)).status).toBe(403);
    expect((await auditor.get(address)).$('.desk-viewer')).toHaveLength(0);
  });

  it('is no evidence: not among the papers of the case, not to be checked or blacked out', async () => {
    const granted = await bench.granted(officer);
    const read = () => bench.write((tx) => currentPapers(tx, granted.id));
    const before = await read();
    await askWith(officer, granted, await receipt());
    expect((await read()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const own = (await papersOf(granted)).find(({ kind }) => kind === 'refund_exception_paper');
    const address = `/applications/${granted.reference}/evidence/${String(own?.['position'])}`;
    for (const path of ['', '/redaction/new?page=1']) {
      expect([path, (await officer.get(`${address}${path}`)).status]).toEqual([path, 404]);
    }
    const onCase = await officer.get(`/applications/${granted.reference}`);
    expect(onCase.$(`a[href="${address}"]`)).toHaveLength(0);
    expect(onCase.$('main').text()).toContain('Paper for a refund exception');
    const alone = await officer.get(`${address}/pages/1`, { 'sec-fetch-dest': 'document' });
    expect(alone.location).toBe(`/applications/${granted.reference}#exceptions`);
  });

  it('may be the very file that came as evidence, and come with two requests', async () => {
    const granted = await bench.granted(officer);
    const file = await receipt();
    for (const amount of ['5', '6']) {
      expect((await askWith(officer, granted, file, { amount })).status).toBe(303);
    }
    const own = (await papersOf(granted)).filter(({ kind }) => kind === 'refund_exception_paper');
    expect(new Set(own.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(own).toHaveLength(2);
  });

  it('is stored once by a double click, and leaves no file of the other', async () => {
    const granted = await bench.granted(officer);
    const files = stored();
    const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
    const file = await receipt();
    const sent = await Promise.all([1, 2, 3].map(() => sendForm(officer, form, file, ASKED_TEXTS)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    const own = (await papersOf(granted)).filter(({ kind }) => kind === 'refund_exception_paper');
    expect(own).toHaveLength(1);
    // The original and its two pages.
    expect(stored().length - files.length).toBe(3);
  });

  it('keeps the request from being approved until it is checked for viruses', async () => {
    const granted = await bench.granted(officer);
    await askWith(officer, granted, await receipt());
    const address = await addressOf(bench, granted);
    const check = (to: string) =>
      bench.query(
        `UPDATE evidence_papers SET virus_check = ?
          WHERE application_id = ? AND kind = 'refund_exception_paper'`,
        [to, granted.id],
      );
    await check('waiting');
    const waiting = await supervisor.get(address);
    expect(waiting.$('.desk-viewer').text()).toContain('waits for the virus check');
    expect(waiting.$('.desk-viewer__image')).toHaveLength(0);
    const refused = await checkAnswer(supervisor, address);
    expect([refused.status, refused.text.includes('waits for the virus check')]).toEqual([
      409,
      true,
    ]);
    await check('infected');
    const bad = await supervisor.get(address);
    expect(bad.$('.desk-viewer').text()).toContain('A virus was found in this paper');
    expect(bad.$('.desk-viewer__image')).toHaveLength(0);
    await check('clean');
    expect((await checkAnswer(supervisor, address)).status).toBe(200);
  });
});
