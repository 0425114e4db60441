import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Which vehicle a permit covers, from when to when: the truth is these intervals (R-VC-2).
 * A changed belief supersedes the row and adds another; nothing is overwritten.
 */
@Entity('permit_vehicles')
export class PermitVehicleEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'permit_id', length: 36 }) permitId!: string;
  @Column('varchar') registration!: string;
  @Column('varchar', { name: 'registration_key' }) registrationKey!: string;
  @Column('datetime', { name: 'covered_from', precision: 3 }) coveredFrom!: Date;
  @Column('datetime', { name: 'covered_to', precision: 3 }) coveredTo!: Date;
  @Column('datetime', { name: 'recorded_at', precision: 3 }) recordedAt!: Date;
  @Column('datetime', { name: 'superseded_at', precision: 3, nullable: true })
  supersededAt!: Date | null;
}
