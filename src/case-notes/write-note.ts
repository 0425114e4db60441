import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { findNoteByForm, insertNote } from './case-notes.store.js';

export interface NoteCommand {
  applicationId: string;
  writtenBy: string;
  words: string;
  formId: string;
}

export type NoteRefusal = 'no_such_case' | 'form_of_another_case';

/** Adds a note to a case, decided or not. The same form sent twice is one note. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({
    applicationId,
    writtenBy,
    words,
    formId,
  }: NoteCommand): Promise<Outcome<unknown, NoteRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application) return refuse('no_such_case');
      const before = await findNoteByForm(tx, formId);
      if (before)
        return before.applicationId === applicationId ? ok() : refuse('form_of_another_case');
      const note = { id: newId(), applicationId, writtenBy, words, formId };
      const writtenAt = this.clock.now();
      await insertNote(tx, { ...note, writtenAt });
      const occasion = { applicationId, actor: { kind: 'staff', id: writtenBy } as const };
      await recordEvent(
        tx,
        { ...occasion, at: writtenAt },
        { type: 'note-written', payload: { noteId: note.id } },
      );
      return ok();
    });
  }
}
