import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from './staff-roles.rules.js';

@Entity('staff_accounts')
export class StaffAccount {
  @PrimaryColumn('char', { length: 36 })
  id!: string;

  /** Lower case. */
  @Column('varchar', { length: 254 })
  email!: string;

  @Column('varchar', { name: 'display_name', length: 120 })
  displayName!: string;

  @Column('varchar', { length: 20 })
  role!: StaffRole;

  /** Argon2id, in its own text form. */
  @Column('varchar', { name: 'password_hash', length: 200 })
  passwordHash!: string;

  @Column('datetime', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('datetime', { name: 'password_changed_at', precision: 3 })
  passwordChangedAt!: Date;

  @Column('datetime', { name: 'disabled_at', precision: 3, nullable: true })
  disabledAt!: Date | null;
}
