import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import type { Decision } from '../decisions/decisions.store.js';
import { type Letter, lettersOf } from '../letters/letters.store.js';
import type { Reader } from '../platform/database/transaction.js';

export interface DecisionRows {
  file: CaseFile;
  decision: Decision | null;
  /** Who decided, by name; null while nobody has. */
  decidedBy: string | null;
  /** Those the decision wrote, in the order they were written. */
  letters: Letter[];
}

export async function readDecision(
  reader: Reader,
  reference: string,
  now: Date,
): Promise<DecisionRows | null> {
  const file = await readCaseFile(reader, reference, now);
  if (!file) return null;
  const { decision } = file;
  const letters = decision ? await lettersOf(reader, file.application.id) : [];
  return {
    file,
    decision,
    decidedBy: decision && (await staffName(reader, decision.decidedBy)),
    letters: letters
      .filter(({ writtenAt }) => decision && writtenAt >= decision.decidedAt)
      .reverse(),
  };
}

async function staffName(reader: Reader, id: string): Promise<string | null> {
  const rows: { name: string }[] = await reader.query(
    'SELECT display_name AS name FROM staff_accounts WHERE id = ?',
    [id],
  );
  return rows[0]?.name ?? null;
}
