import type { Reader } from '../platform/database/transaction.js';
import type { SealedDraft } from './draft-seal.js';
import type { DraftPlace } from './draft-forms.rules.js';

export interface StoredDraft extends SealedDraft {
  savedAt: Date;
  isThrownAway: boolean;
  /** The case was written to after the form it was typed into was drawn. */
  isOlderThanCase: boolean;
}

/** This person's own draft, and nobody else's; null when there is none, or it has run out. */
export async function readDraft(
  reader: Reader,
  { staffId, reference, form }: DraftPlace,
  now: Date,
): Promise<StoredDraft | null> {
  const rows: (Omit<StoredDraft, 'isThrownAway' | 'isOlderThanCase'> & {
    isThrownAway: number;
    isOlderThanCase: number;
  })[] = await reader.query(
    `SELECT d.content, d.wrapped_key AS wrappedKey, d.saved_at AS savedAt,
            d.thrown_away_at IS NOT NULL AS isThrownAway,
            d.case_version < a.version AS isOlderThanCase
       FROM applications a JOIN drafts d ON d.application_id = a.id
      WHERE a.reference = ? AND d.staff_id = ? AND d.form = ?
        AND d.expires_at > ? AND d.content IS NOT NULL`,
    [reference, staffId, form, now],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    ...row,
    isThrownAway: Number(row.isThrownAway) === 1,
    isOlderThanCase: Number(row.isOlderThanCase) === 1,
  };
}
