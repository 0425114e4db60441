import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../shared/london-date.js';
import { jsonColumn } from '../platform/database/json-column.js';

export const FACT_MARKS = [
  'matches',
  'acceptable_variation',
  'does_not_match',
  'cannot_tell',
] as const;
export type FactMark = (typeof FACT_MARKS)[number];

/** What an officer found of one fact on one paper; a variation says why it is acceptable (R-V5C-7). */
export interface MarkedFact {
  mark: FactMark;
  why: string | null;
}

export const PAPER_VERDICTS = ['accept', 'ask_again', 'not_needed', 'undecided'] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

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
  @Column('text', { transformer: jsonColumn }) marks!: Record<string, MarkedFact>;
  @Column('varchar', { nullable: true }) note!: string | null;
  /** Last four digits of a V5C's reference; the whole number is never kept (R-V5C-6). */
  @Column('char', { name: 'reference_last4', length: 4, nullable: true })
  referenceLast4!: string | null;
  @Column('char', { name: 'checked_by', length: 36 }) checkedBy!: string;
  @Column('datetime', { name: 'checked_at', precision: 3 }) checkedAt!: Date;
}
