import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';
import type { Actor, TimelineType } from './timeline-events.rules.js';

@Entity('timeline_events')
export class TimelineEventEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') type!: TimelineType;
  @Column('datetime', { name: 'happened_at', precision: 3 }) happenedAt!: Date;
  @Column('varchar', { name: 'actor_kind' }) actorKind!: Actor['kind'];
  @Column('char', { name: 'actor_id', length: 36, nullable: true }) actorId!: string | null;
  @Column('text', { transformer: jsonColumn }) payload!: object;
}
