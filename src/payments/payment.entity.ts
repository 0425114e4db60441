import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProviderState } from './payment-actions.rules.js';

@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar', { name: 'provider_payment_id' }) providerPaymentId!: string;
  @Column('int', { name: 'amount_pence' }) amountPence!: number;
  /** As last read at the provider; shown to people, never acted upon (R-PAY-2). */
  @Column('varchar') state!: ProviderState;
  @Column('int', { name: 'refunded_pence' }) refundedPence!: number;
  @Column('datetime', { name: 'hold_ends_at', precision: 3, nullable: true })
  holdEndsAt!: Date | null;
  @Column('datetime', { name: 'state_read_at', precision: 3, nullable: true })
  stateReadAt!: Date | null;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
}
