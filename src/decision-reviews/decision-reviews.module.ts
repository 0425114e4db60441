import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionReviewEntity } from './decision-review.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([DecisionReviewEntity])] })
export class DecisionReviewsModule {}
