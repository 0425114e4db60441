import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pagesOf } from '../../../src/evidence/evidence.store.js';
import { mayRemoveOrphans } from '../../../src/evidence/orphans.rules.js';
import { pageBinding } from '../../../src/evidence/paper-bindings.js';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { RebookVirusChecksTask } from '../../../src/evidence/rebook-virus-checks.task.js';
import { replacePageFile } from '../../../src/evidence/redactions.store.js';
import { StrayFiles } from '../../../src/evidence/stray-files.js';
import { SweepFilesTask } from '../../../src/evidence/sweep-files.task.js';
import { findPaperById } from '../../../src/evidence/virus-checks.store.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { runSource } from '../../support/child-process.js';
import { pdf, photo } from '../files/sample-files.js';
import { type EvidenceBench, startEvidenceBench } from './evidence-bench.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let bench: EvidenceBench;
beforeAll(async () => {
  bench = await startEvidenceBench({ CLAMD_URL: 'tcp://127.0.0.1:9' });
});
afterAll(() => bench.stop());

const incoming = () => readdir(join(bench.desk.settings.UPLOADS_DIR, '.incoming'));

describe('files and rows that do not belong together', () => {
  it('clears away what a process stored and was killed before it could commit', async () => {
    const reference = await bench.arrive([['utility_bill', await pdf(1), 'bill.pdf']]);
    const kept = bench.desk.storedFiles().sort();
    const killed = runSource('test/integration/evidence/store-and-wait.ts', {}, [
      bench.desk.settings.UPLOADS_DIR,
    ]);
    await killed.said(/stored/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(bench.desk.storedFiles()).toHaveLength(kept.length + 2);
    expect(await incoming()).toHaveLength(1);

    const sweep = bench.worker.get(SweepFilesTask);
    bench.desk.clock.set(new Date());
    await sweep.run();
    // Young files may belong to a request that is still being served.
    expect(bench.desk.storedFiles()).toHaveLength(kept.length + 2);
    bench.desk.clock.set(new Date(Date.now() + DAY_MS + 60_000));
    await sweep.run();
    expect(bench.desk.storedFiles().sort()).toEqual(kept);
    expect(await incoming()).toEqual([]);
    expect(await bench.eventsOf(reference, 'evidence-file-unusable')).toEqual([]);
  });

  it('raises the alarm, once, for a paper whose file is gone', async () => {
    const reference = await bench.arrive([['utility_bill', await pdf(2), 'bill.pdf']]);
    const [paper] = await bench.papersOf(reference);
    const gone = bench.desk.storedFiles().find((path) => path.endsWith(paper?.storage_name ?? '?'));
    await rm(gone ?? '');
    const strays = bench.worker.get(StrayFiles);
    expect(await strays.alarmMissing()).toBe(1);
    expect(await strays.alarmMissing()).toBe(1);
    expect(await bench.eventsOf(reference, 'evidence-file-unusable')).toEqual([
      { paperId: paper?.id, kind: 'utility_bill', because: 'missing' },
    ]);
  });

  it('raises none for a picture that was replaced since its row was read', async () => {
    const reference = await bench.arrive([['utility_bill', await pdf(4), 'bill.pdf']]);
    const [row] = await bench.papersOf(reference);
    await bench.rows("UPDATE evidence_papers SET virus_check = 'clean' WHERE id = ?", [row?.id]);
    const { reader } = bench.worker.get(Database);
    const paper = await findPaperById(reader, row?.id ?? '');
    const [page] = await pagesOf(reader, row?.id ?? '');
    if (!paper || !page) throw new Error('The paper has no page.');
    const store = bench.worker.get(FileStore);
    const other = await store.write(await photo(30, 20), pageBinding(paper, 1));
    await bench.worker
      .get(UnitOfWork)
      .run((tx) => replacePageFile(tx, page, { ...other, width: 30, height: 20 }));
    await store.remove(page.storageName);
    await expect(bench.worker.get(PaperFiles).readPage(paper, page)).rejects.toMatchObject({
      because: 'missing',
    });
    expect(await bench.eventsOf(reference, 'evidence-file-unusable')).toEqual([]);
  });

  it('removes nothing when the folder seems to be another database’s', async () => {
    expect([mayRemoveOrphans(20, 40), mayRemoveOrphans(21, 42)]).toEqual([true, false]);
    expect([mayRemoveOrphans(2, 4), mayRemoveOrphans(2, 3)]).toEqual([true, false]);
    expect([mayRemoveOrphans(0, 0), mayRemoveOrphans(1, 1)]).toEqual([true, false]);
    expect([mayRemoveOrphans(100, 1000), mayRemoveOrphans(101, 1000)]).toEqual([true, false]);
    await bench.arrive([['utility_bill', await pdf(25), 'bill.pdf']]);
    const before = bench.desk.storedFiles().length;
    await bench.rows('UPDATE evidence_papers SET wrapped_key = ?', ['']);
    await bench.rows('DELETE FROM evidence_pages');
    expect(await bench.worker.get(StrayFiles).removeOrphans(new Date(Date.now() + 1000))).toBe(0);
    expect(bench.desk.storedFiles()).toHaveLength(before);
  });

  it('books a virus check again that no job is booked for any more', async () => {
    const reference = await bench.arrive([['utility_bill', await pdf(3), 'bill.pdf']]);
    const [paper] = await bench.papersOf(reference);
    const booked = () =>
      bench.rows("SELECT id FROM outbox_jobs WHERE subject_id = ? AND state = 'waiting'", [
        paper?.id,
      ]);
    await bench.rows("UPDATE outbox_jobs SET state = 'dead' WHERE subject_id = ?", [paper?.id]);
    await bench.worker.get(RebookVirusChecksTask).run();
    await bench.worker.get(RebookVirusChecksTask).run();
    expect(await booked()).toHaveLength(1);
  });
});
