import { isDuplicateKey, StaleWrite } from '../platform/database/conditional-write.js';
import type { Tx } from '../platform/database/transaction.js';
import { WordingVersionEntity } from './wording-version.entity.js';
import type { WordingVersion } from './wording-versions.queries.js';

/** @throws StaleWrite when somebody else wrote that version first: two never share a number. */
export async function insertWordingVersion(tx: Tx, version: WordingVersion): Promise<void> {
  try {
    await tx.insert(WordingVersionEntity, version);
  } catch (error) {
    throw isDuplicateKey(error) ? new StaleWrite('wording') : error;
  }
}
