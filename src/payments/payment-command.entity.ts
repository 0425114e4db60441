import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';
import { wholeNumber } from '../platform/database/whole-number-column.js';
import type {
  CommandCause,
  CommandEffect,
  CommandKind,
  CommandState,
} from './payment-actions.rules.js';

@Entity('payment_commands')
export class PaymentCommandEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'payment_id', length: 36 }) paymentId!: string;
  @Column('varchar', { name: 'cause_kind' }) causeKind!: CommandCause;
  /** The row that wanted it: one command for each cause and kind (R-PAY-3). */
  @Column('char', { name: 'cause_id', length: 36, nullable: true }) causeId!: string | null;
  /** The decision it belongs to, if any: a capture of a decision is an approval. */
  @Column('char', { name: 'decision_id', length: 36, nullable: true }) decisionId!: string | null;
  @Column('varchar') kind!: CommandKind;
  @Column('int', { name: 'amount_pence' }) amountPence!: number;
  /** What it gives back of money taken, promised under the payment's lock; null while nothing is. */
  @Column('bigint', { name: 'returns_pence', nullable: true, transformer: wholeNumber })
  returnsPence!: number | null;
  @Column('varchar') state!: CommandState;
  @Column('varchar', { nullable: true }) effect!: CommandEffect | null;
  /** The provider's number of our refund. */
  @Column('varchar', { name: 'provider_reference', nullable: true })
  providerReference!: string | null;
  /** The provider's refunds before ours was sent: what is not among them may be ours. */
  @Column('text', { name: 'refunds_before', nullable: true, transformer: jsonColumn })
  refundsBefore!: readonly string[] | null;
  @Column('smallint') attempts!: number;
  @Column('varchar', { name: 'last_problem', nullable: true }) lastProblem!: string | null;
  @Column('datetime', { name: 'requested_at', precision: 3 }) requestedAt!: Date;
  @Column('datetime', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('datetime', { name: 'settled_at', precision: 3, nullable: true }) settledAt!: Date | null;
}
