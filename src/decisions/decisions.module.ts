import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionReopeningEntity } from './decision-reopening.entity.js';
import { DecisionEntity } from './decision.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([DecisionEntity, DecisionReopeningEntity])] })
export class DecisionsModule {}
