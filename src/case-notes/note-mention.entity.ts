import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MentionKind } from './mention.rules.js';

@Entity('note_mentions')
export class NoteMentionEntity {
  @PrimaryColumn('char', { name: 'note_id', length: 36 }) noteId!: string;
  @PrimaryColumn('char', { name: 'staff_id', length: 36 }) staffId!: string;
  @Column('varchar') kind!: MentionKind;
  @Column('datetime', { name: 'told_at', precision: 3 }) toldAt!: Date;
  @Column('datetime', { name: 'seen_at', precision: 3, nullable: true }) seenAt!: Date | null;
}
