import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionEntity } from './decision.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([DecisionEntity])] })
export class DecisionsModule {}
