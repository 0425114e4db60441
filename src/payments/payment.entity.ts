import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../platform/database/whole-number-column.js';
import type { ProviderState } from './payment-actions.rules.js';

@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar', { name: 'provider_payment_id' }) providerPaymentId!: string;
  /** As the application declared it; the provider's amount may differ. */
  @Column('int', { name: 'amount_pence' }) amountPence!: number;
  /** As last read at the provider; shown to people, never acted upon (R-PAY-2). */
  @Column('varchar') state!: ProviderState;
  /** What was taken at the provider, 0 while nothing was. */
  @Column('bigint', { name: 'captured_pence', transformer: wholeNumber }) capturedPence!: number;
  @Column('datetime', { name: 'captured_at', precision: 3, nullable: true })
  capturedAt!: Date | null;
  /** Never more than was taken: see `promiseReturn`. */
  @Column('bigint', { name: 'returns_promised_pence', transformer: wholeNumber })
  returnsPromisedPence!: number;
  /** Refunds at the provider that did not fail. */
  @Column('int', { name: 'refunded_pence' }) refundedPence!: number;
  @Column('datetime', { name: 'hold_ends_at', precision: 3, nullable: true })
  holdEndsAt!: Date | null;
  @Column('datetime', { name: 'state_read_at', precision: 3, nullable: true })
  stateReadAt!: Date | null;
  /** When the payment service last said that it does not know the payment; null while it never did. */
  @Column('datetime', { name: 'not_found_at', precision: 3, nullable: true })
  notFoundAt!: Date | null;
  /** When the resident paid again and another payment took its place. */
  @Column('datetime', { name: 'replaced_at', precision: 3, nullable: true })
  replacedAt!: Date | null;
  @Column('datetime', { name: 'created_at', precision: 3 }) createdAt!: Date;
}
