import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterestKind } from './conflict.rules.js';

/** Personal to the member of staff: nobody else's page shows more than how many there are. */
@Entity('declared_interests')
export class DeclaredInterestEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'staff_id', length: 36 }) staffId!: string;
  @Column('varchar') kind!: InterestKind;
  @Column('varchar') value!: string;
  @Column('varchar', { nullable: true }) postcode!: string | null;
  /** Somebody close to the person, not the person. */
  @Column('boolean', { name: 'is_relation' }) isRelation!: boolean;
  @Column('datetime', { name: 'declared_at', precision: 3 }) declaredAt!: Date;
  @Column('datetime', { name: 'removed_at', precision: 3, nullable: true }) removedAt!: Date | null;
  /** The same form sent twice is one declaration. */
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
}
