import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/database/json-column.js';
import type { LocalDate } from '../shared/london-date.js';
import type { EvidenceRequestState } from './evidence-request-states.rules.js';
import type { RequestedItem } from './requested-item.rules.js';

@Entity('evidence_requests')
export class EvidenceRequestEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('varchar') state!: EvidenceRequestState;
  @Column('char', { name: 'asked_by', length: 36 }) askedBy!: string;
  @Column('datetime', { name: 'asked_at', precision: 3 }) askedAt!: Date;
  @Column('date', { name: 'answer_by_on' }) answerByOn!: LocalDate;
  @Column('datetime', { name: 'link_expires_at', precision: 3 }) linkExpiresAt!: Date;
  @Column('text', { transformer: jsonColumn }) items!: RequestedItem[];
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
  @Column('datetime', { name: 'answered_at', precision: 3, nullable: true })
  answeredAt!: Date | null;
  @Column('datetime', { name: 'reminded_at', precision: 3, nullable: true })
  remindedAt!: Date | null;
  @Column('datetime', { name: 'lapsed_at', precision: 3, nullable: true }) lapsedAt!: Date | null;
  @Column('datetime', { name: 'closed_at', precision: 3, nullable: true }) closedAt!: Date | null;
}
