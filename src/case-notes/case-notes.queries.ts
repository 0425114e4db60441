import type { Reader } from '../platform/database/transaction.js';

export interface CaseNote {
  id: string;
  words: string;
  writtenAt: Date;
  authorName: string;
}

/** The notes of a case, newest first. */
export async function notesOf(reader: Reader, applicationId: string): Promise<CaseNote[]> {
  return reader.query(
    `SELECT n.id, n.words, n.written_at AS writtenAt, s.display_name AS authorName
       FROM case_notes n JOIN staff_accounts s ON s.id = n.written_by
      WHERE n.application_id = ? ORDER BY n.written_at DESC, n.id DESC`,
    [applicationId],
  );
}
