import type { Reader } from '../platform/database/transaction.js';
import type { MentionKind } from './mention.rules.js';

export interface CaseNote {
  id: string;
  words: string;
  writtenAt: Date;
  authorName: string;
  told: { name: string; seenAt: Date | null }[];
}

/** The notes of a case, newest first. */
export async function notesOf(reader: Reader, applicationId: string): Promise<CaseNote[]> {
  const notes: Omit<CaseNote, 'told'>[] = await reader.query(
    `SELECT n.id, n.words, n.written_at AS writtenAt, s.display_name AS authorName
       FROM case_notes n JOIN staff_accounts s ON s.id = n.written_by
      WHERE n.application_id = ? ORDER BY n.written_at DESC, n.id DESC`,
    [applicationId],
  );
  if (notes.length === 0) return [];
  const told: { noteId: string; name: string; seenAt: Date | null }[] = await reader.query(
    `SELECT m.note_id AS noteId, s.display_name AS name, m.seen_at AS seenAt
       FROM case_notes n JOIN note_mentions m ON m.note_id = n.id
       JOIN staff_accounts s ON s.id = m.staff_id
      WHERE n.application_id = ? ORDER BY s.display_name`,
    [applicationId],
  );
  return notes.map((note) => ({
    ...note,
    told: told
      .filter(({ noteId }) => noteId === note.id)
      .map(({ name, seenAt }) => ({ name, seenAt })),
  }));
}

/** Something a colleague told a member of staff, and that they have not marked as seen. */
export interface UnseenMention {
  noteId: string;
  kind: MentionKind;
  toldAt: Date;
  authorName: string;
  reference: string;
  words: string;
}

/** Newest first; at most a hundred. */
export async function unseenMentions(reader: Reader, staffId: string): Promise<UnseenMention[]> {
  return reader.query(
    `SELECT m.note_id AS noteId, m.kind, m.told_at AS toldAt, s.display_name AS authorName,
            a.reference, n.words
       FROM note_mentions m JOIN case_notes n ON n.id = m.note_id
       JOIN applications a ON a.id = n.application_id
       JOIN staff_accounts s ON s.id = n.written_by
      WHERE m.staff_id = ? AND m.seen_at IS NULL
      ORDER BY m.told_at DESC, m.note_id DESC LIMIT 100`,
    [staffId],
  );
}
