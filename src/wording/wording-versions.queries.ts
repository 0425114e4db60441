import { keptByStamp } from '../policy/policy-stamp.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { WordingVersionEntity } from './wording-version.entity.js';

export type WordingVersion = Readonly<WordingVersionEntity>;

/** Every version of every letter and reason there was, is and will be; kept until policy changes. */
export const allWordings: (reader: Reader) => Promise<readonly WordingVersion[]> = keptByStamp(
  (reader) => reader.find(WordingVersionEntity, { order: { subject: 'ASC', version: 'ASC' } }),
);

/** Every version of one, the newest first. */
export async function versionsOf(reader: Reader, subject: string): Promise<WordingVersion[]> {
  return reader.find(WordingVersionEntity, { where: { subject }, order: { version: 'DESC' } });
}
