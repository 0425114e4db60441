import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterChannel, LetterKind, LetterState } from './letter-kinds.rules.js';

/** What was, or will be, sent to the resident: the very words, kept with the case (R-NOT-2). */
@Entity('letters')
export class LetterEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') kind!: LetterKind;
  @Column('varchar') channel!: LetterChannel;
  /** An e-mail address, a mobile number, or postal lines separated by line feeds. */
  @Column('varchar') recipient!: string;
  @Column('varchar', { nullable: true }) subject!: string | null;
  @Column('text') body!: string;
  @Column('varchar', { name: 'wording_version' }) wordingVersion!: string;
  @Column('varchar') state!: LetterState;
  @Column('smallint') attempts!: number;
  @Column('varchar', { name: 'provider_id', nullable: true }) providerId!: string | null;
  @Column('varchar', { name: 'last_problem', nullable: true }) lastProblem!: string | null;
  @Column('datetime', { name: 'written_at', precision: 3 }) writtenAt!: Date;
  @Column('datetime', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
}
