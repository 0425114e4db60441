import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../shared/london-date.js';
import type { KeeperKind, VehicleClass } from '../permit-types/permit-type.rules.js';
import type { ApplicationStatus } from './application-status.rules.js';
import type { ContactPreference } from './contact-preferences.rules.js';

@Entity('applications')
export class ApplicationEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('varchar') reference!: string;
  @Column('int') version!: number;
  @Column('varchar') status!: ApplicationStatus;
  @Column('char', { name: 'client_id', length: 36 }) clientId!: string;
  @Column('varchar', { name: 'client_reference' }) clientReference!: string;
  @Column('char', { name: 'body_sha256', length: 64 }) bodySha256!: string;
  @Column('varchar', { name: 'permit_type_code' }) permitTypeCode!: string;
  @Column('datetime', { name: 'received_at', precision: 3 }) receivedAt!: Date;
  @Column('datetime', { name: 'declared_at', precision: 3 }) declaredAt!: Date;
  @Column('varchar', { name: 'applicant_name' }) applicantName!: string;
  @Column('varchar', { name: 'applicant_email', nullable: true }) applicantEmail!: string | null;
  @Column('varchar', { name: 'applicant_mobile', nullable: true }) applicantMobile!: string | null;
  @Column('varchar', { name: 'contact_preference' }) contactPreference!: ContactPreference;
  @Column('varchar', { name: 'assisted_channel', nullable: true }) assistedChannel!: string | null;
  @Column('varchar') uprn!: string;
  @Column('varchar', { name: 'zone_code', nullable: true }) zoneCode!: string | null;
  @Column('varchar', { nullable: true }) registration!: string | null;
  @Column('varchar', { name: 'registration_key', nullable: true }) registrationKey!: string | null;
  @Column('varchar', { name: 'registration_override', nullable: true })
  registrationOverride!: string | null;
  @Column('varchar', { name: 'vehicle_class' }) vehicleClass!: VehicleClass;
  @Column('varchar', { name: 'declared_make', nullable: true }) declaredMake!: string | null;
  @Column('varchar', { name: 'declared_colour', nullable: true }) declaredColour!: string | null;
  @Column('varchar', { name: 'keeper_name', nullable: true }) keeperName!: string | null;
  @Column('varchar', { name: 'keeper_kind', nullable: true }) keeperKind!: KeeperKind | null;
  @Column('date', { name: 'start_on' }) startOn!: LocalDate;
  @Column('smallint', { name: 'duration_months' }) durationMonths!: number;
  @Column('int', { name: 'price_pence' }) pricePence!: number;
  /** The permit it renews, or whose vehicle it asks to change. */
  @Column('char', { name: 'concerns_permit_id', length: 36, nullable: true })
  concernsPermitId!: string | null;
  @Column('char', { name: 'claimed_by', length: 36, nullable: true }) claimedBy!: string | null;
  @Column('datetime', { name: 'claimed_at', precision: 3, nullable: true }) claimedAt!: Date | null;
  /** The end of the holder's lease; after it anybody may claim the case. */
  @Column('datetime', { name: 'claimed_until', precision: 3, nullable: true })
  claimedUntil!: Date | null;
  /** Copied from its open hold by an officer, so that lists can leave it out. */
  @Column('datetime', { name: 'on_hold_until', precision: 3, nullable: true })
  onHoldUntil!: Date | null;
  /** Copied from its payment, so that the queue sorts by it; the provider stays the truth. */
  @Column('datetime', { name: 'hold_ends_at', precision: 3, nullable: true })
  holdEndsAt!: Date | null;
  @Column('datetime', { name: 'awaiting_since', precision: 3, nullable: true })
  awaitingSince!: Date | null;
  @Column('int', { name: 'paused_seconds' }) pausedSeconds!: number;
  @Column('datetime', { name: 'decided_at', precision: 3, nullable: true }) decidedAt!: Date | null;
  /** 1, and one more each time a decision was taken up again (R-ST-3). */
  @Column('smallint') round!: number;
}
