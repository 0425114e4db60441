import type { Reader, Tx } from '../platform/database/transaction.js';
import { CaseNoteEntity } from './case-note.entity.js';

export type CaseNote = Readonly<CaseNoteEntity>;

/** Notes are written once and never changed. */
export async function insertNote(tx: Tx, note: CaseNote): Promise<void> {
  await tx.insert(CaseNoteEntity, note);
}

export async function findNoteByForm(reader: Reader, formId: string): Promise<CaseNote | null> {
  return reader.findOneBy(CaseNoteEntity, { formId });
}
