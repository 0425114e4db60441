import { Module } from '@nestjs/common';
import { MentionsController } from './mentions.controller.js';
import { NotesController } from './notes.controller.js';
import { SeeMention } from './see-mention.js';
import { WriteNote } from './write-note.js';

/** The pages; the table itself belongs to every process. */
@Module({
  controllers: [NotesController, MentionsController],
  providers: [WriteNote, SeeMention],
})
export class NoteWritingModule {}
