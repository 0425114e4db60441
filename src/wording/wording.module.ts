import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WordingVersionEntity } from './wording-version.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([WordingVersionEntity])] })
export class WordingModule {}
