import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
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
  const [notes, told] = await Promise.all([
    readList<Omit<CaseNote, 'told'>>(reader, {
      columns: {
        ...{ id: 'n.id', words: 'n.words', authorName: 's.display_name' },
        writtenAt: instant('n.written_at'),
      },
      from: `case_notes n JOIN staff_accounts s ON s.id = n.written_by
             WHERE n.application_id = ?`,
      values: [applicationId],
      order: 'n.written_at DESC, n.id DESC',
    }),
    readList<{ noteId: string; name: string; seenAt: Date | null }>(reader, {
      columns: { noteId: 'm.note_id', name: 's.display_name', seenAt: instant('m.seen_at') },
      from: `case_notes n JOIN note_mentions m ON m.note_id = n.id
             JOIN staff_accounts s ON s.id = m.staff_id WHERE n.application_id = ?`,
      values: [applicationId],
      order: 's.display_name',
    }),
  ]);
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
