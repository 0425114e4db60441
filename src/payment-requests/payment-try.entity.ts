import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaymentTryState } from './payment-request-states.rules.js';

@Entity('payment_tries')
export class PaymentTryEntity {
  /** Also the id of its payment, once there is one at the provider. */
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'request_id', length: 36 }) requestId!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') state!: PaymentTryState;
  /** What the payment is called at the provider: it is found by it when an answer was lost. */
  @Column('varchar', { name: 'provider_reference' }) providerReference!: string;
  @Column('varchar', { name: 'provider_payment_id', nullable: true })
  providerPaymentId!: string | null;
  /** How often it was begun to be made there, and who may do so until when. */
  @Column('smallint') creations!: number;
  @Column('datetime', { name: 'creating_until', precision: 3, nullable: true })
  creatingUntil!: Date | null;
  /** How often the resident asked for the card page, and the last wish the address below answers. */
  @Column('int') wishes!: number;
  @Column('int', { name: 'wishes_met' }) wishesMet!: number;
  @Column('varchar', { name: 'card_page_url', nullable: true }) cardPageUrl!: string | null;
  @Column('datetime', { name: 'begun_at', precision: 3 }) begunAt!: Date;
  @Column('datetime', { name: 'ended_at', precision: 3, nullable: true }) endedAt!: Date | null;
}
