import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entitlement. Whether it is active is derived from its times, never stored (R-ST-1). */
@Entity('permits')
export class PermitEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('varchar') reference!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar', { name: 'permit_type_code' }) permitTypeCode!: string;
  @Column('varchar') uprn!: string;
  @Column('varchar', { name: 'holder_name' }) holderName!: string;
  @Column('datetime', { name: 'starts_at', precision: 3 }) startsAt!: Date;
  /** First instant that is no longer covered. */
  @Column('datetime', { name: 'ends_at', precision: 3 }) endsAt!: Date;
  @Column('int', { name: 'price_pence' }) pricePence!: number;
  @Column('char', { name: 'concerns_permit_id', length: 36, nullable: true })
  concernsPermitId!: string | null;
  @Column('datetime', { name: 'ended_early_at', precision: 3, nullable: true })
  endedEarlyAt!: Date | null;
  @Column('datetime', { name: 'recorded_at', precision: 3 }) recordedAt!: Date;
}
