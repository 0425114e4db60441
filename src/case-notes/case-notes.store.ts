import { newId } from '../platform/database/new-id.js';
import { writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { CaseNoteEntity } from './case-note.entity.js';
import type { MentionKind } from './mention.rules.js';
import { NoteMentionEntity } from './note-mention.entity.js';

export type CaseNote = Readonly<CaseNoteEntity>;

interface NewNote extends Omit<CaseNote, 'id'> {
  /** Who is told of it, and why. */
  tells: { staffIds: readonly string[]; kind: MentionKind };
}

/**
 * Notes are written once and never changed. Returns the note's id. A form that wrote another note
 * throws StaleWrite.
 */
export async function insertNote(tx: Tx, { tells, ...note }: NewNote): Promise<string> {
  const id = newId();
  await writeUnique('note', () => tx.insert(CaseNoteEntity, { ...note, id }));
  for (const staffId of tells.staffIds) {
    const told = { noteId: id, staffId, kind: tells.kind, toldAt: note.writtenAt, seenAt: null };
    await tx.insert(NoteMentionEntity, told);
  }
  return id;
}

export async function findNoteByForm(reader: Reader, formId: string): Promise<CaseNote | null> {
  return reader.findOneBy(CaseNoteEntity, { formId });
}

/** Notes that the person told has seen it; a second time changes nothing. */
export async function markMentionSeen(
  reader: Reader,
  mention: { noteId: string; staffId: string; at: Date },
): Promise<void> {
  await reader.query(
    'UPDATE note_mentions SET seen_at = ? WHERE note_id = ? AND staff_id = ? AND seen_at IS NULL',
    [mention.at, mention.noteId, mention.staffId],
  );
}
