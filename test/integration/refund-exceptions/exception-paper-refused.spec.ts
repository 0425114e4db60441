import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { processUpload } from '../../../src/platform/files/process-upload.js';
import { photo, received, ZIP } from '../files/sample-files.js';
import {
  ASKED_TEXTS,
  askWith,
  quarantineOf,
  receipt,
  sendForm,
  storedIn,
  type Texts,
  waitingIn,
} from './ask-with-paper.js';
import {
  type ExceptionsBench,
  type Granted,
  requestOf,
  type StaffBrowser,
  startExceptionsBench,
} from './exceptions-bench.js';

let bench: ExceptionsBench;
let officer: StaffBrowser;

beforeAll(async () => {
  bench = await startExceptionsBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());
afterEach(async () => {
  for (let tries = 0; tries < 100 && waitingIn(bench).length > 0; tries += 1) await pause(20);
  expect(waitingIn(bench)).toEqual([]);
});

const papersOf = ({ id }: Granted) => bench.rows('evidence_papers', id);
const stored = () => storedIn(bench);

describe('a paper of one’s own that is not taken', () => {
  it.each([
    [
      'no paper at all',
      { name: 'notes.pdf', content: Buffer.from('no such thing') },
      /must be a JPEG/,
    ],
    ['an archive', { name: 'all.pdf', content: ZIP }, /must be a JPEG/],
    ['nothing', { name: 'empty.pdf', content: Buffer.alloc(0) }, /is empty/],
    [
      'more than is taken',
      { name: 'big.jpg', content: Buffer.alloc(10 * 1024 * 1024 + 1) },
      /10MB or smaller/,
    ],
  ])(
    'that is %s is refused: nothing is stored, everything typed is kept',
    async (_, file, words) => {
      const granted = await bench.granted(officer);
      const [papers, files] = [await papersOf(granted), stored()];
      const answer = await askWith(officer, granted, file, { reason: 'hardship' });
      expect(answer.status).toBe(422);
      expect(answer.$('#file-error').text()).toMatch(words);
      expect(answer.$('.govuk-error-summary a').attr('href')).toBe('#file');
      expect(answer.$('[name=amount]').val()).toBe('27.50');
      expect(answer.$('[name=words]').val()).toBe('We charged the wrong class.');
      expect(answer.$('[name=reason]:checked').val()).toBe('hardship');
      expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(0);
      expect([await papersOf(granted), stored()]).toEqual([papers, files]);
      expect(
        (await officer.get(`/applications/${granted.reference}/refund-exceptions/new`))
          .$('[name=words]')
          .val(),
      ).toBe('We charged the wrong class.');
    },
  );

  it.each([
    ['another fault', { words: '' }, 422],
    ['a paper of the case besides', { paper: 'of-the-case' }, 422],
    ['more than is left', { amount: '55.01' }, 422],
    ['an old form', { version: '1' }, 409],
  ])('is not stored with %s, and must be chosen again', async (_, differs, status) => {
    const granted = await bench.granted(officer);
    const [papers, files] = [await papersOf(granted), stored()];
    const given: Texts = { ...differs };
    if (given['paper']) given['paper'] = String(papers[0]?.['id']);
    const answer = await askWith(officer, granted, await receipt(), given);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.$('#file-error').text()).toContain('Choose the file again');
    expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(0);
    expect([await papersOf(granted), stored()]).toEqual([papers, files]);
  });

  it('is taken out of the store when its request is refused under the locks', async () => {
    const granted = await bench.granted(officer);
    const upload = await processUpload(
      await received(quarantineOf(bench), await photo(), 'photo.jpg'),
    );
    if (!upload.ok) throw new Error(upload.refusal);
    const files = stored();
    const place = { id: randomUUID(), applicationId: granted.id };
    const paper = await bench.desk.app.get(PaperFiles).keep(place, upload);
    const wish = { ...requestOf(granted, officer.staff, 9_999_999), paper };
    expect(await bench.use().request.run(wish)).toMatchObject({ refusal: 'too_much' });
    expect(stored()).toEqual(files);
    await upload.dispose();
  });

  it('is asked for again after a session ended, so that no request goes without it unseen', async () => {
    const granted = await bench.granted(officer);
    const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
    const texts = { ...ASKED_TEXTS, _csrf: 'of another session' };
    const ended = await sendForm(officer, form, await receipt(), texts);
    expect(ended.status).toBe(403);
    const again = await officer.submit(ended);
    expect(again.status).toBe(422);
    expect(again.$('#file-error').text()).toContain('Choose the file again');
    expect(await bench.rows('refund_exceptions', granted.id)).toHaveLength(0);
    const [, secondTry] = [
      again,
      await sendForm(officer, again, await receipt(), { fileLost: '' }),
    ];
    expect(secondTry.status).toBe(303);
  });

  it('is received from nobody who may not ask', async () => {
    const granted = await bench.granted(officer);
    const files = stored();
    const form = await officer.get(`/applications/${granted.reference}/refund-exceptions/new`);
    const auditor = await bench.desk.signInAs('auditor');
    expect((await sendForm(auditor, form, await receipt(), ASKED_TEXTS)).status).toBe(403);
    const nobody = bench.desk.visitor();
    expect((await sendForm(nobody, form, await receipt(), ASKED_TEXTS)).status).toBe(401);
    expect(stored()).toEqual(files);
  });
});
