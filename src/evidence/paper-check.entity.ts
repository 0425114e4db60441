import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperFact } from '../permit-types/paper-kinds.rules.js';
import { jsonColumn } from '../platform/database/json-column.js';
import type { LocalDate } from '../shared/london-date.js';
import type { MarkedFact, PaperVerdict } from './paper-check.rules.js';

/** An officer's check of one paper (R-EV-1). Earlier checks stay in the timeline. */
@Entity('paper_checks')
export class PaperCheckEntity {
  @PrimaryColumn('char', { name: 'paper_id', length: 36 }) paperId!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') verdict!: PaperVerdict;
  @Column('date', { name: 'dated_on', nullable: true }) datedOn!: LocalDate | null;
  @Column('date', { name: 'term_from_on', nullable: true }) termFromOn!: LocalDate | null;
  @Column('date', { name: 'term_to_on', nullable: true }) termToOn!: LocalDate | null;
  /** fact name → mark; only facts this kind of paper must show. */
  @Column('text', { transformer: jsonColumn }) marks!: Partial<Record<PaperFact, MarkedFact>>;
  @Column('varchar', { nullable: true }) note!: string | null;
  /** Last four digits of a V5C's reference; the whole number is never kept (R-V5C-6). */
  @Column('char', { name: 'reference_last4', length: 4, nullable: true })
  referenceLast4!: string | null;
  @Column('char', { name: 'checked_by', length: 36 }) checkedBy!: string;
  @Column('datetime', { name: 'checked_at', precision: 3 }) checkedAt!: Date;
}
