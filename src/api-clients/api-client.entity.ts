import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_clients')
export class ApiClient {
  @PrimaryColumn('char', { length: 36 })
  id!: string;

  @Column('varchar', { length: 80 })
  name!: string;

  /** SHA-256 of the key, as hex. The key itself is shown once and kept nowhere. */
  @Column('char', { name: 'key_hash', length: 64 })
  keyHash!: string;

  /** Separated by blanks. */
  @Column('varchar', { length: 400 })
  scopes!: string;

  @Column('datetime', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column('datetime', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
