import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { ConflictOfInterest } from '../../../src/conflicts-of-interest/refuse-conflict.js';
import { originalBinding, pageBinding } from '../../../src/evidence/paper-bindings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { RedactPage } from '../../../src/redaction/redact-page.js';
import { askFilesHost, openFile } from '../../support/files-host.js';
import type { Fields } from '../../support/test-browser.js';
import { eventsOf, reviewAt } from '../review/review-desk.js';
import { LINE, startRedactionBench } from './redaction-bench.js';

/** Parts of papers blacked out for good: the pictures, the files and their keys (S13.4, S10.3). */

type Bench = Awaited<ReturnType<typeof startRedactionBench>>;

let desk: Bench['desk'];
let officer: Bench['officer'];
let bench: Bench;
beforeAll(async () => {
  bench = await startRedactionBench();
  ({ desk, officer } = bench);
});
afterAll(() => desk.stop());

const CORNER: Fields = { 'top[2]': '90', 'bottom[2]': '100', 'left[2]': '80', 'right[2]': '100' };

/** How bright the picture is at a place, in hundredths of its height and width. */
async function brightness(picture: Buffer, down: number, across: number): Promise<number> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const row = Math.floor((down * info.height) / 100);
  return data[row * info.width + Math.floor((across * info.width) / 100)] ?? -1;
}

describe('blacking out part of a page', () => {
  it('burns black pixels into a new picture and destroys what was there', async () => {
    const { paper, files, application } = await bench.aStatement();
    const before = await bench.rowsOf(files.id);
    const version = await reviewAt(desk, officer).versionOf(application.id);
    const answer = await bench.redact(paper, { ...LINE, ...CORNER });
    expect([answer.status, answer.location]).toEqual([303, `${paper}?page=1`]);

    const shown = await openFile(await officer.get(`${paper}/pages/1`));
    for (const [down, across] of [
      [25.2, 1],
      [49.5, 99],
      [37, 50],
      [91, 81],
      [99.5, 99.5],
    ] as const) {
      expect(await brightness(shown.body, down, across)).toBeLessThan(12);
    }
    for (const [down, across] of [
      [20, 50],
      [55, 50],
      [95, 70],
    ] as const) {
      expect(await brightness(shown.body, down, across)).toBeGreaterThan(200);
    }

    const after = await bench.rowsOf(files.id);
    const [was, is] = [before.pages[0], after.pages[0]];
    expect(is?.storageName).not.toBe(was?.storageName);
    expect(after.pages[1]).toEqual(before.pages[1]);
    const onDisk = await bench.namesOnDisk();
    expect(onDisk).not.toContain(was?.storageName);
    expect(onDisk).not.toContain(before.paper.storageName);
    expect(onDisk).toContain(is?.storageName);
    expect(await reviewAt(desk, officer).versionOf(application.id)).toBe(version + 1);
    expect(await eventsOf(desk, application.id, 'page-redacted')).toEqual([
      { paperId: files.id, kind: 'utility_bill', page: 1, reason: 'money', by: officer.staff.id },
    ]);
  });

  it('leaves no key: what a backup of the files holds opens with nothing that is stored (S10.3)', async () => {
    const { paper, files } = await bench.aStatement();
    const before = await bench.rowsOf(files.id);
    const kept: string[] = [before.paper.wrappedKey, before.pages[0]?.wrappedKey ?? ''];
    await bench.redact(paper, LINE);
    const tables = await desk.database.dataSource.query<{ t: string }[]>(
      'SELECT table_name AS t FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name LIKE ?',
      ['%wrapped_key%'],
    );
    for (const { t } of tables) {
      const rows = await desk.database.dataSource.query<unknown[]>(
        `SELECT 1 FROM ${t} WHERE wrapped_key IN (?, ?)`,
        kept,
      );
      expect([t, rows]).toEqual([t, []]);
    }
    const { paper: row, pages } = await bench.rowsOf(files.id);
    expect(row.wrappedKey).toBe('');
    const store = desk.app.get(FileStore);
    const [old, now] = [before.pages[0], pages[0]];
    if (!old || !now) throw new Error('The page is gone.');
    const mixed = { ...old, wrappedKey: now.wrappedKey };
    await expect(store.read(mixed, pageBinding(row, 1))).rejects.toThrow();
    await expect(store.read(row, originalBinding(row))).rejects.toThrow();
  });

  it('offers the original no more, not even by a link made before', async () => {
    const { paper } = await bench.aStatement();
    const made = await officer.get(`${paper}/original`);
    expect(made.status).toBe(303);
    await bench.redact(paper, LINE);
    expect((await askFilesHost(made.location ?? '')).status).toBe(404);
    expect((await officer.get(`${paper}/original`)).status).toBe(404);
    const page = await officer.get(paper);
    expect(page.$('.desk-viewer').text()).not.toContain('Download the original');
    expect(page.$('.desk-viewer').text()).toContain('Part of page 1 was blacked out');
  });

  it('409: the form of one paper sent for a paper of another case', async () => {
    const [one, other] = [await bench.aStatement(), await bench.aStatement()];
    const formId = randomUUID();
    expect((await bench.redact(one.paper, { ...LINE, formId })).status).toBe(303);
    const before = await bench.rowsOf(other.files.id);
    const onDisk = (await bench.namesOnDisk()).sort();
    expect((await bench.redact(other.paper, { ...LINE, formId })).status).toBe(409);
    expect(await bench.rowsOf(other.files.id)).toEqual(before);
    expect((await bench.namesOnDisk()).sort()).toEqual(onDisk);
  });

  it('is refused under the lock to an officer with an interest in the case (R-COI-1)', async () => {
    const { application, files } = await bench.aStatement();
    const { paper, pages } = await bench.rowsOf(files.id);
    const [page] = pages;
    if (!page) throw new Error('The page is gone.');
    const staffId = officer.staff.id;
    await desk.app.get(UnitOfWork).run((tx) =>
      insertInterest(tx, {
        ...{ id: randomUUID(), staffId, kind: 'email', value: 'priya@example.com' },
        ...{ postcode: null, isRelation: true, declaredAt: new Date(), removedAt: null },
        formId: randomUUID(),
      }),
    );
    const onDisk = (await bench.namesOnDisk()).sort();
    const redacting = desk.app.get(RedactPage).run({
      ...{ paper, page, staffId, version: application.version, formId: randomUUID() },
      ...{ boxes: [{ top: 25, left: 0, bottom: 50, right: 100 }], reason: 'money' },
    });
    await expect(redacting).rejects.toBeInstanceOf(ConflictOfInterest);
    expect(await bench.rowsOf(files.id)).toEqual({ paper, pages });
    expect((await bench.namesOnDisk()).sort()).toEqual(onDisk);
    await desk.database.dataSource.query('DELETE FROM declared_interests WHERE staff_id = ?', [
      staffId,
    ]);
  });

  it('keeps what was marked, and can be done again to what is left', async () => {
    const { paper, path, application, papers } = await bench.aStatement();
    const checks = () =>
      desk.database.dataSource.query('SELECT * FROM paper_checks WHERE application_id = ?', [
        application.id,
      ]);
    const before = await checks();
    await bench.redact(`${path}/evidence/2`, LINE);
    await bench.redact(paper, { 'top[1]': '60', 'bottom[1]': '70' });
    const shown = await openFile(await officer.get(`${paper}/pages/1`));
    expect(await brightness(shown.body, 37, 50)).toBe(0);
    expect(await brightness(shown.body, 65, 50)).toBe(0);
    expect(await checks()).toEqual(before);
    const rows = await desk.database.dataSource.query<{ rendition: number }[]>(
      'SELECT rendition FROM evidence_redactions WHERE paper_id = ? ORDER BY rendition',
      [papers[1]?.id],
    );
    expect(rows.map(({ rendition }) => rendition)).toEqual([2, 3]);
  });
});
