import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../platform/database/whole-number-column.js';
import type { ExceptionState } from './exception-states.rules.js';
import type { ExceptionReason } from './exception-words.rules.js';

/**
 * A request to give back money of a payment although no rule gives it back (R-CAN-2), and its
 * answer. The payment, which names the card, and the amount never change.
 */
@Entity('refund_exceptions')
export class RefundExceptionEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'payment_id', length: 36 }) paymentId!: string;
  @Column('bigint', { name: 'amount_pence', transformer: wholeNumber }) amountPence!: number;
  @Column('varchar') reason!: ExceptionReason;
  /** For colleagues, never sent. */
  @Column('varchar') words!: string;
  /** The paper of the case that supports it. */
  @Column('char', { name: 'paper_id', length: 36, nullable: true }) paperId!: string | null;
  /** Then a refusal is written to the resident, too. */
  @Column('boolean', { name: 'is_asked_by_resident' }) isAskedByResident!: boolean;
  @Column('varchar') state!: ExceptionState;
  /** Both signers come from their sessions; the database refuses one person as both. */
  @Column('char', { name: 'requested_by', length: 36 }) requestedBy!: string;
  @Column('datetime', { name: 'requested_at', precision: 3 }) requestedAt!: Date;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
  /** Nobody answered by then: it lapses. */
  @Column('datetime', { name: 'lapses_at', precision: 3 }) lapsesAt!: Date;
  @Column('char', { name: 'settled_by', length: 36, nullable: true }) settledBy!: string | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
  @Column('char', { name: 'settled_form_id', length: 36, nullable: true })
  settledFormId!: string | null;
  /** Why it was declined. */
  @Column('varchar', { name: 'decline_words', nullable: true }) declineWords!: string | null;
}
