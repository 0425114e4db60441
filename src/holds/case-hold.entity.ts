import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../shared/london-date.js';
import type { HoldReason } from './hold-reasons.rules.js';

@Entity('case_holds')
export class CaseHoldEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') reason!: HoldReason;
  @Column('varchar') words!: string;
  @Column('date', { name: 'wake_on' }) wakeOn!: LocalDate;
  @Column('char', { name: 'set_by', length: 36 }) setBy!: string;
  @Column('datetime', { name: 'set_at', precision: 3 }) setAt!: Date;
  @Column('datetime', { name: 'ended_at', precision: 3, nullable: true }) endedAt!: Date | null;
  @Column('char', { name: 'ended_by', length: 36, nullable: true }) endedBy!: string | null;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
}
