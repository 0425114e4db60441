import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeclaredInterestEntity } from './declared-interest.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([DeclaredInterestEntity])] })
export class ConflictsOfInterestModule {}
