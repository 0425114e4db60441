import type { Reader } from '../platform/database/transaction.js';
import { subjectsInForce } from '../wording/wording-in-force.rules.js';
import { allWordings } from '../wording/wording-versions.queries.js';
import { EDITABLE_LETTER_KINDS, type LetterWordings } from './letter-vocabulary.rules.js';
import { readLetterTemplates } from './letter-vocabulary.rules.js';

/** The council's words for every letter, as they are in force at that instant. */
export async function letterWordings(reader: Reader, at: Date): Promise<LetterWordings> {
  const versions = subjectsInForce(await allWordings(reader), 'letter:', at);
  return Object.fromEntries(
    EDITABLE_LETTER_KINDS.map((kind) => {
      const found = versions.get(kind);
      if (!found) throw new Error(`No words of the letter ${kind} are in force.`);
      return [kind, { version: found.version, ...readLetterTemplates(found.content) }];
    }),
  ) as unknown as LetterWordings;
}
