import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReopeningCause } from './reopening.rules.js';

/** A decision taken up again: a new act beside it, which begins the next round (R-ST-3). */
@Entity('decision_reopenings')
export class DecisionReopeningEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'decision_id', length: 36 }) decisionId!: string;
  @Column('varchar') because!: ReopeningCause;
  /** In words for colleagues, and for the resident where the first letter had gone. */
  @Column('varchar') reason!: string;
  @Column('varchar', { name: 'private_note', nullable: true }) privateNote!: string | null;
  /** False when the resident never heard of the decision, so that there was nothing to take back. */
  @Column('boolean', { name: 'is_told' }) isTold!: boolean;
  @Column('char', { name: 'reopened_by', length: 36 }) reopenedBy!: string;
  @Column('datetime', { name: 'reopened_at', precision: 3 }) reopenedAt!: Date;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
}
