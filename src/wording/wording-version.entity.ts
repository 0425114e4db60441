import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';

/** One version of the words of one letter or reason. Never altered: a change is a new version. */
@Entity('wording_versions')
export class WordingVersionEntity {
  /** `letter:application_rejected`, `reason:paper_too_old`. */
  @PrimaryColumn('varchar', { length: 60 }) subject!: string;
  @PrimaryColumn('int') version!: number;
  @Column('datetime', { name: 'in_force_from', precision: 3 }) inForceFrom!: Date;
  @Column('text', { transformer: jsonColumn }) content!: object;
  /** Null for the words the desk started with. */
  @Column('char', { name: 'written_by', length: 36, nullable: true }) writtenBy!: string | null;
  @Column('datetime', { name: 'written_at', precision: 3 }) writtenAt!: Date;
}
