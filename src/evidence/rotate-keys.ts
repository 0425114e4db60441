import type { Reader, UnitOfWork } from '../platform/database/transaction.js';
import { type FileStore, StoredFileUnusable } from '../platform/files/file-store.js';
import { readKeys, replaceKey, type StoredKey } from './paper-keys.store.js';

export interface Rotation {
  /** Wrapped anew by this run. */
  rewrapped: number;
  /** Under the key of today before. */
  current: number;
  /** Could not be unwrapped, and were left as they are. */
  unusable: { storageName: string; because: string }[];
}

interface Rotating {
  reader: Reader;
  unitOfWork: UnitOfWork;
  store: FileStore;
  papersABatch: number;
  afterBatch: (sofar: Rotation) => void;
}

/**
 * Wraps the key of every stored file under the master key of today (S10.2). No file is read or
 * written. Each batch is one transaction, and what is under today's key is passed over: cut off at
 * any instant it is simply run again. A file that changed hands meanwhile keeps its newer key.
 */
export async function rotateKeys(rotating: Rotating): Promise<Rotation> {
  const sofar: Rotation = { rewrapped: 0, current: 0, unusable: [] };
  for (let after: string | null = ''; after !== null;) {
    const batch = await readKeys(rotating.reader, after, rotating.papersABatch);
    await rotateBatch(rotating, batch.keys, sofar);
    after = batch.lastId;
    if (after !== null) rotating.afterBatch(sofar);
  }
  return sofar;
}

async function rotateBatch(
  { unitOfWork, store }: Rotating,
  keys: readonly StoredKey[],
  sofar: Rotation,
): Promise<void> {
  const renewed: { key: StoredKey; wrappedKey: string }[] = [];
  for (const key of keys) {
    const outcome = renew(store, key);
    if (typeof outcome === 'string') renewed.push({ key, wrappedKey: outcome });
    else if (outcome === null) sofar.current += 1;
    else sofar.unusable.push(outcome);
  }
  if (renewed.length === 0) return;
  const written = await unitOfWork.run(async (tx) => {
    let count = 0;
    for (const { key, wrappedKey } of renewed) {
      if (await replaceKey(tx, key, wrappedKey)) count += 1;
    }
    return count;
  });
  sofar.rewrapped += written;
}

/** The key wrapped anew; null when there is nothing to do. */
function renew(store: FileStore, key: StoredKey): string | null | Rotation['unusable'][number] {
  try {
    return store.isUnderCurrentKey(key) ? null : store.rewrap(key, key.binding);
  } catch (error) {
    if (!(error instanceof StoredFileUnusable)) throw error;
    return { storageName: error.storageName, because: error.because };
  }
}
