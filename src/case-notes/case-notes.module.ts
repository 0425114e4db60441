import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseNoteEntity } from './case-note.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([CaseNoteEntity])] })
export class CaseNotesModule {}
