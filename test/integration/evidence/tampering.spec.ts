import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { findPaper, pagesOf } from '../../../src/evidence/evidence.store.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { CHUNK_BYTES, HEADER_BYTES, TAG_BYTES } from '../../../src/platform/files/encryption.js';
import { photo } from '../files/sample-files.js';
import { type EvidenceBench, type PaperRow, startEvidenceBench } from './evidence-bench.js';

let bench: EvidenceBench;
beforeAll(async () => {
  bench = await startEvidenceBench();
});
afterAll(() => bench.stop());

/** Larger than two chunks, so that there is something to reorder. */
const large = async (width: number) =>
  Buffer.concat([await photo(width, 60), Buffer.alloc(3 * CHUNK_BYTES, width)]);

async function twoCases() {
  const cases = [];
  for (const width of [61, 62]) {
    const reference = await bench.arrive([['utility_bill', await large(width), 'bill.jpg']]);
    const [paper] = await bench.papersOf(reference);
    if (!paper) throw new Error('no paper');
    cases.push({ reference, paper, path: pathOf(paper) });
  }
  return cases as [(typeof cases)[0], (typeof cases)[0]];
}

function pathOf({ storage_name }: PaperRow): string {
  return bench.desk.storedFiles().find((path) => path.endsWith(storage_name)) ?? '';
}

async function readBack(reference: string) {
  const { reader } = bench.desk.app.get(Database);
  const [row] = await bench.rows<{ id: string }>(
    'SELECT id FROM applications WHERE reference = ?',
    [reference],
  );
  const paper = await findPaper(reader, String(row?.id), 1);
  if (!paper) throw new Error('no paper');
  const files = bench.desk.app.get(PaperFiles);
  const [page] = await pagesOf(reader, paper.id);
  const because = (read: Promise<Buffer>) =>
    read.then(
      () => 'served',
      (error: { because?: string }) => error.because,
    );
  return {
    original: await because(files.readOriginal(paper)),
    page: page ? await because(files.readPage(paper, page)) : 'none',
  };
}

type Cases = Awaited<ReturnType<typeof twoCases>>;

const chunkAt = (n: number) => HEADER_BYTES + n * (CHUNK_BYTES + TAG_BYTES);

const TAMPERINGS: [what: string, how: (cases: Cases) => Promise<unknown>][] = [
  [
    'one bit flipped',
    async ([mine]) => {
      const bytes = await readFile(mine.path);
      bytes.writeUInt8(bytes.readUInt8(chunkAt(1) + 5) ^ 1, chunkAt(1) + 5);
      await writeFile(mine.path, bytes);
    },
  ],
  [
    'a bit of the header flipped',
    async ([mine]) => {
      const bytes = await readFile(mine.path);
      bytes.writeUInt8(bytes.readUInt8(8) ^ 1, 8);
      await writeFile(mine.path, bytes);
    },
  ],
  [
    'cut short after a whole chunk',
    async ([mine]) => writeFile(mine.path, (await readFile(mine.path)).subarray(0, chunkAt(2))),
  ],
  [
    'two chunks reordered',
    async ([mine]) => {
      const bytes = await readFile(mine.path);
      const [head, first, second, rest] = [
        bytes.subarray(0, chunkAt(0)),
        bytes.subarray(chunkAt(0), chunkAt(1)),
        bytes.subarray(chunkAt(1), chunkAt(2)),
        bytes.subarray(chunkAt(2)),
      ];
      await writeFile(mine.path, Buffer.concat([head, second, first, rest]));
    },
  ],
  ['another case’s file in its place', ([mine, other]) => copyFile(other.path, mine.path)],
  [
    'another file’s wrapped key in its row',
    ([mine, other]) =>
      bench.rows('UPDATE evidence_papers SET wrapped_key = ? WHERE id = ?', [
        other.paper.wrapped_key,
        mine.paper.id,
      ]),
  ],
  [
    'its row moved to another case',
    ([mine, other]) =>
      bench.rows(
        `UPDATE evidence_papers SET application_id = (SELECT id FROM applications WHERE reference = ?), position = 9
          WHERE id = ?`,
        [other.reference, mine.paper.id],
      ),
  ],
];

describe('attack 108: a stored file that is not what was written', () => {
  it.each(TAMPERINGS)('with %s is not served, and raises the alarm', async (what, how) => {
    const cases = await twoCases();
    const [mine, other] = cases;
    expect(await readBack(mine.reference)).toEqual({ original: 'served', page: 'served' });
    await how(cases);
    if (what === 'its row moved to another case') {
      await bench.rows('UPDATE evidence_papers SET position = 0 WHERE id = ?', [other.paper.id]);
      await bench.rows('UPDATE evidence_papers SET position = 1 WHERE id = ?', [mine.paper.id]);
      expect(await readBack(other.reference)).toEqual({ original: 'damaged', page: 'damaged' });
      expect(await bench.eventsOf(other.reference, 'evidence-file-unusable')).toHaveLength(1);
      return;
    }
    expect((await readBack(mine.reference)).original).toBe('damaged');
    await readBack(mine.reference);
    expect(await bench.eventsOf(mine.reference, 'evidence-file-unusable')).toEqual([
      { paperId: mine.paper.id, kind: 'utility_bill', because: 'damaged' },
    ]);
    expect((await readBack(other.reference)).original).toBe('served');
  });
});
