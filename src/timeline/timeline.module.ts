import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TimelineEventEntity } from './timeline-event.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([TimelineEventEntity])] })
export class TimelineModule {}
