import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { couldBeReference } from '../shared/case-reference.js';

export interface CaseReader {
  staffId: string;
  name: string;
  seenAt: Date;
}

/** Who was at work on the case, or had it open, within this many minutes counts as here. */
export const PRESENT_MINUTES = 5;

/** The staff who have the case open now, the latest first. */
export async function openBy(
  reader: Reader,
  applicationId: string,
  now: Date,
): Promise<CaseReader[]> {
  return readList<CaseReader>(reader, {
    columns: { staffId: 'p.staff_id', name: 's.display_name', seenAt: instant('p.seen_at') },
    from: `case_presence p JOIN staff_accounts s ON s.id = p.staff_id
           WHERE p.application_id = ? AND p.seen_at > ?`,
    values: [applicationId, new Date(now.getTime() - PRESENT_MINUTES * 60_000)],
    order: 'p.seen_at DESC, s.display_name',
    limit: 20,
  });
}

/** Whether a case has this reference. */
export async function isCase(reader: Reader, reference: string): Promise<boolean> {
  if (!couldBeReference(reference)) return false;
  const rows: unknown[] = await reader.query('SELECT 1 FROM applications WHERE reference = ?', [
    reference,
  ]);
  return rows.length > 0;
}
