import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';
import type { NotCheckedReason } from './not-checked.rules.js';
import type { RegisterCheckState } from './register-check.rules.js';
import type { RegisterFacts } from './register-facts.rules.js';

/** What the register said of the vehicle of one application, or why it is not known. */
@Entity('vehicle_register_checks')
export class RegisterCheckEntity {
  @PrimaryColumn('char', { name: 'application_id', length: 36 }) applicationId!: string;
  /** The one asked about: a correction of the application asks again. */
  @Column('varchar') registration!: string;
  /** Counts the times somebody wished to know; an answer to an earlier wish is not kept. */
  @Column('int', { name: 'ask_number' }) askNumber!: number;
  @Column('varchar') state!: RegisterCheckState;
  @Column('varchar', { nullable: true }) because!: NotCheckedReason | null;
  /** An answer given at this instant or later will do; it may have been given for another case. */
  @Column('datetime', { name: 'fresh_since', precision: 3 }) freshSince!: Date;
  @Column('datetime', { name: 'asked_at', precision: 3 }) askedAt!: Date;
  @Column('char', { name: 'form_id', length: 36, nullable: true }) formId!: string | null;
  @Column('smallint') tries!: number;
  @Column('datetime', { name: 'try_again_at', precision: 3, nullable: true })
  tryAgainAt!: Date | null;
  /** When the register gave the answer, or last gave none. */
  @Column('datetime', { name: 'answered_at', precision: 3, nullable: true })
  answeredAt!: Date | null;
  @Column('text', { transformer: jsonColumn, nullable: true }) facts!: RegisterFacts | null;
}
