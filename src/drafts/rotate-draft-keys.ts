import type { Reader, UnitOfWork } from '../platform/database/transaction.js';
import { SealBroken } from '../platform/files/encryption.js';
import type { FileSettings } from '../platform/files/master-keys.js';
import { rewrapDraftKey } from './draft-seal.js';
import { type DraftKey, readDraftKeys, replaceDraftKey } from './drafts.store.js';

const DRAFTS_A_BATCH = 200;

export interface DraftRotation {
  /** Wrapped anew by this run. */
  rewrapped: number;
  /** Could not be unwrapped, and were left as they are: their words are lost already. */
  unusable: number;
}

interface Rotating {
  reader: Reader;
  unitOfWork: UnitOfWork;
  settings: FileSettings;
}

/**
 * Wraps the key of every draft under the master key of today, as is done for files (S10.2): what is
 * under it already is passed over, so cut off at any instant it is simply run again. A draft that is
 * typed on meanwhile has a newer key and keeps it.
 */
export async function rotateDraftKeys({
  reader,
  unitOfWork,
  settings,
}: Rotating): Promise<DraftRotation> {
  const sofar: DraftRotation = { rewrapped: 0, unusable: 0 };
  for (let after = ''; ;) {
    const drafts = await readDraftKeys(reader, after, DRAFTS_A_BATCH);
    for (const draft of drafts) {
      const wrappedKey = renew(draft, settings);
      if (wrappedKey === 'broken') sofar.unusable += 1;
      else if (wrappedKey !== null) {
        const isKept = await unitOfWork.run((tx) => replaceDraftKey(tx, draft, wrappedKey));
        if (isKept) sofar.rewrapped += 1;
      }
    }
    const last = drafts.at(-1);
    if (!last) return sofar;
    after = last.id;
  }
}

/** Null when there is nothing to do. */
function renew(draft: DraftKey, settings: FileSettings): string | 'broken' | null {
  try {
    return rewrapDraftKey(draft.wrappedKey, draft, settings);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return 'broken';
  }
}
