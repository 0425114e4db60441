import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';

export type DecisionOutcome = 'approved' | 'rejected' | 'withdrawn';

/** One reason as it was sent: its code, the paper it names and the words the resident got. */
export interface DecisionReason {
  code: string;
  paperKind: string | null;
  words: string;
}

@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') outcome!: DecisionOutcome;
  @Column('char', { name: 'decided_by', length: 36 }) decidedBy!: string;
  @Column('datetime', { name: 'decided_at', precision: 3 }) decidedAt!: Date;
  @Column('text', { transformer: jsonColumn }) reasons!: DecisionReason[];
  @Column('varchar', { name: 'private_note', nullable: true }) privateNote!: string | null;
  /** The form it came from: the same form sent twice is the same decision. */
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
  /** 1 for the first; a decision taken up again is followed by one of the next round. */
  @Column('smallint') round!: number;
  /** 0 to 9,999, drawn as it was decided; null where nothing is drawn. */
  @Column('smallint', { name: 'sample_draw', nullable: true }) sampleDraw!: number | null;
  /** How many in a hundred were looked at twice on that day. */
  @Column('smallint', { name: 'sample_percent', nullable: true }) samplePercent!: number | null;
}
