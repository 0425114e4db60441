import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { findNoteByForm, insertNote } from './case-notes.store.js';
import { colleaguesOf } from './colleagues.queries.js';
import { type MentionRefusal, whomToTell } from './mention.rules.js';

export interface NoteCommand {
  applicationId: string;
  writtenBy: string;
  words: string;
  /** The colleague chosen to be told; empty for nobody. */
  tell: string;
  formId: string;
}

export type NoteRefusal = 'no_such_case' | 'form_of_another_case' | MentionRefusal;

/** Adds a note to a case, decided or not. The same form sent twice is one note. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(command: NoteCommand): Promise<Outcome<unknown, NoteRefusal>> {
    const { applicationId, writtenBy, words, formId } = command;
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application) return refuse('no_such_case');
      const before = await findNoteByForm(tx, formId);
      if (before)
        return before.applicationId === applicationId ? ok() : refuse('form_of_another_case');
      const colleagues = await colleaguesOf(tx, writtenBy);
      const told = whomToTell({ words, chosenId: command.tell, colleagues });
      if (!told.ok) return told;
      const writtenAt = this.clock.now();
      const noteId = await insertNote(tx, {
        ...{ applicationId, writtenBy, words, formId, writtenAt },
        tells: { staffIds: told.ids, kind: 'mentioned' },
      });
      const occasion = { applicationId, actor: { kind: 'staff', id: writtenBy } as const };
      await recordEvent(
        tx,
        { ...occasion, at: writtenAt },
        { type: 'note-written', payload: { noteId } },
      );
      return ok();
    });
  }
}
