import { Module } from '@nestjs/common';
import { NotesController } from './notes.controller.js';
import { WriteNote } from './write-note.js';

/** The pages; the table itself belongs to every process. */
@Module({ controllers: [NotesController], providers: [WriteNote] })
export class NoteWritingModule {}
