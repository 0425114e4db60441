import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommandEffect, CommandKind, CommandState } from './payment-actions.rules.js';

@Entity('payment_commands')
export class PaymentCommandEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'decision_id', length: 36 }) decisionId!: string;
  @Column('char', { name: 'payment_id', length: 36 }) paymentId!: string;
  @Column('varchar') kind!: CommandKind;
  @Column('int', { name: 'amount_pence' }) amountPence!: number;
  @Column('varchar') state!: CommandState;
  @Column('varchar', { nullable: true }) effect!: CommandEffect | null;
  @Column('varchar', { name: 'provider_reference', nullable: true })
  providerReference!: string | null;
  @Column('smallint') attempts!: number;
  @Column('varchar', { name: 'last_problem', nullable: true }) lastProblem!: string | null;
  @Column('datetime', { name: 'requested_at', precision: 3 }) requestedAt!: Date;
  @Column('datetime', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
}
