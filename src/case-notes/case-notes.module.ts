import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseNoteEntity } from './case-note.entity.js';
import { NoteMentionEntity } from './note-mention.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([CaseNoteEntity, NoteMentionEntity])] })
export class CaseNotesModule {}
