import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetterEntity } from './letter.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([LetterEntity])] })
export class LettersModule {}
