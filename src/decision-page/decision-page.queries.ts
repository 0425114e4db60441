import { type CaseFile, readCaseFile } from '../case-file/case-file.queries.js';
import { findNoteByForm } from '../case-notes/case-notes.store.js';
import type { DecisionReview } from '../decision-reviews/decision-reviews.store.js';
import { reviewsOf } from '../decision-reviews/decision-reviews.store.js';
import type { Decision } from '../decisions/decisions.store.js';
import { type Letter, lettersOf } from '../letters/letters.store.js';
import { readMoneyFacts } from '../money-story/money-facts.queries.js';
import type { MoneyFacts } from '../money-story/money-facts.rules.js';
import type { Reader } from '../platform/database/transaction.js';

export interface DecisionRows {
  file: CaseFile;
  /** The decision that stands, or the last one where the case is being decided again. */
  decision: Decision | null;
  /** Names of everybody who decided, reopened or answered, by their id. */
  names: ReadonlyMap<string, string>;
  /** Those written since the decision, in the order they were written. */
  letters: Letter[];
  /** The note that was written with the approval: why the vehicle may be elsewhere too. */
  reasonNote: string | null;
  /** All that is known of the money of the case. */
  money: MoneyFacts;
  /** Every request for a review, the first one first. */
  reviews: DecisionReview[];
}

export async function readDecision(
  reader: Reader,
  reference: string,
  now: Date,
): Promise<DecisionRows | null> {
  const file = await readCaseFile(reader, reference, now);
  if (!file) return null;
  const decision = file.decision ?? file.decisions.at(-1) ?? null;
  const letters = decision ? await lettersOf(reader, file.application.id) : [];
  const reviews = decision ? await reviewsOf(reader, file.application.id) : [];
  return {
    file,
    decision,
    names: await namesOf(reader, [
      ...file.decisions.map(({ decidedBy }) => decidedBy),
      ...file.reopenings.map(({ reopenedBy }) => reopenedBy),
      ...reviews.flatMap(({ settledBy }) => settledBy ?? []),
    ]),
    letters: letters
      .filter(({ writtenAt }) => decision && writtenAt >= decision.decidedAt)
      .reverse(),
    money: await readMoneyFacts(reader, file.application, now),
    reasonNote: decision?.outcome === 'approved' ? await noteWith(reader, decision) : null,
    reviews,
  };
}

async function noteWith(reader: Reader, { formId, applicationId }: Decision) {
  const note = await findNoteByForm(reader, formId);
  return note?.applicationId === applicationId ? note.words : null;
}

async function namesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await reader.query(
    'SELECT id, display_name AS name FROM staff_accounts WHERE id IN (?)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
