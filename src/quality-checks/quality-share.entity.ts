import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../shared/london-date.js';

/** How many decisions in a hundred are looked at twice, from that day on. */
@Entity('quality_shares')
export class QualityShareEntity {
  @PrimaryColumn('varchar', { name: 'permit_type_code' }) permitTypeCode!: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom!: LocalDate;
  @Column('smallint') percent!: number;
  @Column('char', { name: 'set_by', length: 36 }) setBy!: string;
  @Column('datetime', { name: 'set_at', precision: 3 }) setAt!: Date;
}
