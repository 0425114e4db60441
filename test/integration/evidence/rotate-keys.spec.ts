import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertPaper } from '../../../src/evidence/evidence.store.js';
import { originalBinding, pageBinding } from '../../../src/evidence/paper-bindings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { type MasterKey, wrapKey } from '../../../src/platform/files/key-wrapping.js';
import { runSource } from '../../support/child-process.js';
import { type EvidenceBench, startEvidenceBench } from './evidence-bench.js';

const PAPERS = 400;
const PATIENCE_MS = 90_000;
const oldKey: MasterKey = { keyId: 'k1', masterKey: randomBytes(32) };
const newKey: MasterKey = { keyId: 'k2', masterKey: randomBytes(32) };
const text = ({ masterKey }: MasterKey) => masterKey.toString('base64');

let bench: EvidenceBench;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'permit-desk-keys-'));
  bench = await startEvidenceBench({ EVIDENCE_KEY: text(oldKey), UPLOADS_DIR: directory });
  await writeManyPapers();
}, PATIENCE_MS);
afterAll(async () => {
  await bench.stop();
  await rm(directory, { recursive: true, force: true });
});

const stores = {
  both: () => new FileStore({ directory, ...newKey, retiredMasterKeys: { k1: oldKey.masterKey } }),
  newOnly: () => new FileStore({ directory, ...newKey }),
};

describe('putting evidence under a new master key (S10.2)', () => {
  it(
    'goes on where it was killed, and the old key opens what is left until the end',
    async () => {
      const cut = rotate();
      await cut.said(/keys wrapped anew/);
      cut.process.kill('SIGKILL');
      await cut.ended;
      const [half] = await countByKey();
      expect(half).toBeGreaterThan(0);
      expect(half).toBeLessThan(PAPERS * 2 + 2);
      await everythingOpens(stores.both());

      const rest = rotate();
      expect(await rest.ended).toBe(0);
      expect(rest.output()).toContain(`All ${PAPERS * 2 + 2} keys are under k2`);
      expect((await countByKey())[1]).toBe(0);
      await everythingOpens(stores.newOnly());

      const again = rotate();
      expect(await again.ended).toBe(0);
      expect(again.output()).toContain('0 keys wrapped anew');
    },
    PATIENCE_MS,
  );

  it(
    'says so, and changes nothing, when the old key is lost',
    async () => {
      const lost = rotate({
        EVIDENCE_KEY: randomBytes(32).toString('base64'),
        EVIDENCE_KEY_ID: 'k3',
        EVIDENCE_OLD_KEYS: '',
      });
      expect(await lost.ended).toBe(1);
      expect(lost.output()).toContain('unknown_key');
      expect(lost.output()).toContain('Keep every old key');
      await everythingOpens(stores.newOnly());
    },
    PATIENCE_MS,
  );
});

function rotate(changes: Record<string, string> = {}) {
  const { settings } = bench.desk;
  const known = Object.entries(settings).filter(([, value]) => value !== undefined);
  return runSource('scripts/evidence/rotate-keys.ts', {
    ...Object.fromEntries(known.map(([name, value]) => [name, String(value)])),
    EVIDENCE_KEY: text(newKey),
    EVIDENCE_KEY_ID: 'k2',
    EVIDENCE_OLD_KEYS: `k1=${text(oldKey)}`,
    ...changes,
  });
}

/** How many keys are under the new one, and how many are not. */
async function countByKey(): Promise<[number, number]> {
  const keys = await bench.rows<{ wrapped_key: string }>(
    'SELECT wrapped_key FROM evidence_papers UNION ALL SELECT wrapped_key FROM evidence_pages',
  );
  const isNew = ({ wrapped_key }: { wrapped_key: string }) =>
    Buffer.from(wrapped_key, 'base64').toString('utf8', 2, 4) === 'k2';
  return [keys.filter(isNew).length, keys.filter((key) => !isNew(key)).length];
}

/** The one paper whose files really lie in the store; of the others only the keys are there. */
async function everythingOpens(store: FileStore) {
  const [paper] = await bench.rows<Record<string, never>>(
    "SELECT * FROM evidence_papers WHERE original_name = 'real.pdf'",
  );
  const file = (row: Record<string, never>) => ({
    storageName: row['storage_name'] ?? '',
    wrappedKey: row['wrapped_key'] ?? '',
    bytes: Number(row['bytes']),
    sha256: row['sha256'] ?? '',
  });
  const bound = {
    id: paper?.['id'] ?? '',
    applicationId: paper?.['application_id'] ?? '',
    bindingVersion: 2,
  };
  expect((await store.read(file(paper ?? {}), originalBinding(bound))).toString()).toBe('original');
  const [page] = await bench.rows<Record<string, never>>(
    'SELECT * FROM evidence_pages WHERE paper_id = ?',
    [bound.id],
  );
  expect((await store.read(file(page ?? {}), pageBinding(bound, 1))).toString()).toBe('page');
}

async function writeManyPapers() {
  const reference = await bench.arrive([]);
  const [row] = await bench.rows<{ id: string }>(
    'SELECT id FROM applications WHERE reference = ?',
    [reference],
  );
  const applicationId = String(row?.id);
  const store = new FileStore({ directory, ...oldKey });
  await bench.desk.app.get(UnitOfWork).run(async (tx) => {
    for (let position = 1; position <= PAPERS + 1; position += 1) {
      const bound = { id: randomUUID(), applicationId, bindingVersion: 2 };
      const isReal = position === 1;
      const file = (content: string, binding: string) =>
        isReal ? store.write(Buffer.from(content), binding) : aKeyOnly(binding);
      await insertPaper(
        tx,
        {
          ...bound,
          ...(await file('original', originalBinding(bound))),
          position,
          kind: 'utility_bill',
          receivedAt: new Date(),
          originalName: isReal ? 'real.pdf' : 'bill.pdf',
          contentType: 'application/pdf',
          answersRequestId: null,
          replacedAt: null,
          virusCheck: 'not_scanned',
          virusCheckedAt: null,
          contentMark: null,
        },
        [
          {
            paperId: bound.id,
            pageNumber: 1,
            contentType: 'image/jpeg',
            width: 1,
            height: 1,
            ...(await file('page', pageBinding(bound, 1))),
          },
        ],
      );
    }
  });
}

function aKeyOnly(binding: string) {
  const storageName = randomBytes(16).toString('hex');
  const wrappedKey = wrapKey(randomBytes(32), oldKey, `${storageName}\n${binding}`);
  return { storageName, wrappedKey, bytes: 1, sha256: randomBytes(32).toString('hex') };
}
