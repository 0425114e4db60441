import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QualityCheckState } from './quality-check-states.rules.js';

/** One decision drawn for a second look before its letter goes. */
@Entity('quality_checks')
export class QualityCheckEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'decision_id', length: 36 }) decisionId!: string;
  @Column('varchar') state!: QualityCheckState;
  @Column('datetime', { name: 'asked_at', precision: 3 }) askedAt!: Date;
  /** The letter goes by itself then, seen or not. */
  @Column('datetime', { name: 'due_at', precision: 3 }) dueAt!: Date;
  /** Null while it waits, and when nobody looked in time. */
  @Column('char', { name: 'looked_by', length: 36, nullable: true }) lookedBy!: string | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
  @Column('varchar', { nullable: true }) note!: string | null;
  @Column('char', { name: 'form_id', length: 36, nullable: true }) formId!: string | null;
}
