import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../shared/london-date.js';
import type { ReviewChannel, ReviewOutcome } from './decision-review.rules.js';

/** A resident's request to look at a decision again, and the answer it got (U-3). */
@Entity('decision_reviews')
export class DecisionReviewEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  /** The same while it is open, else null: its key lets one of a case be open at a time. */
  @Column('char', { name: 'open_application_id', length: 36, nullable: true })
  openApplicationId!: string | null;
  @Column('char', { name: 'decision_id', length: 36 }) decisionId!: string;
  @Column('varchar') channel!: ReviewChannel;
  /** The London day the request came. */
  @Column('date', { name: 'received_on' }) receivedOn!: LocalDate;
  @Column('date', { name: 'answer_by_on' }) answerByOn!: LocalDate;
  /** What the resident says. */
  @Column('varchar') asked!: string;
  @Column('char', { name: 'opened_by', length: 36 }) openedBy!: string;
  @Column('datetime', { name: 'opened_at', precision: 3 }) openedAt!: Date;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
  @Column('varchar', { nullable: true }) outcome!: ReviewOutcome | null;
  /** As the resident reads them; null while open, and where the resident gave the review up. */
  @Column('varchar', { nullable: true }) reasons!: string | null;
  @Column('varchar', { name: 'private_note', nullable: true }) privateNote!: string | null;
  @Column('char', { name: 'settled_by', length: 36, nullable: true }) settledBy!: string | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
  @Column('char', { name: 'settled_form_id', length: 36, nullable: true })
  settledFormId!: string | null;
}
