import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../platform/database/whole-number-column.js';
import type { LocalDate } from '../shared/london-date.js';
import type { LapseCause, PaymentRequestState } from './payment-request-states.rules.js';

@Entity('payment_requests')
export class PaymentRequestEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') state!: PaymentRequestState;
  @Column('bigint', { name: 'amount_pence', transformer: wholeNumber }) amountPence!: number;
  @Column('varchar') because!: LapseCause;
  @Column('char', { name: 'asked_by', length: 36 }) askedBy!: string;
  @Column('datetime', { name: 'asked_at', precision: 3 }) askedAt!: Date;
  @Column('date', { name: 'pay_by_on' }) payByOn!: LocalDate;
  @Column('datetime', { name: 'link_expires_at', precision: 3 }) linkExpiresAt!: Date;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
  @Column('datetime', { name: 'paid_at', precision: 3, nullable: true }) paidAt!: Date | null;
  @Column('datetime', { name: 'lapsed_at', precision: 3, nullable: true }) lapsedAt!: Date | null;
  @Column('datetime', { name: 'closed_at', precision: 3, nullable: true }) closedAt!: Date | null;
}
