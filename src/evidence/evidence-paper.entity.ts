import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import type { VirusCheck } from './virus-check.rules.js';

/** One paper of an application; its original lies encrypted in the file store. */
@Entity('evidence_papers')
export class EvidencePaperEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  /** 1, 2, 3 … in the order they arrived; the paper's place in page addresses. */
  @Column('smallint') position!: number;
  @Column('varchar') kind!: PaperKind;
  /** Evidence age counts to this day, not to the day of review (R-EV-2). */
  @Column('datetime', { name: 'received_at', precision: 3 }) receivedAt!: Date;
  /** As the sender named it; shown as text, never used as a path. */
  @Column('varchar', { name: 'original_name' }) originalName!: string;
  @Column('varchar', { name: 'content_type' }) contentType!: string;
  @Column('int') bytes!: number;
  @Column('char', { length: 64 }) sha256!: string;
  @Column('char', { name: 'storage_name', length: 32 }) storageName!: string;
  @Column('varchar', { name: 'wrapped_key' }) wrappedKey!: string;
  @Column('char', { name: 'answers_request_id', length: 36, nullable: true })
  answersRequestId!: string | null;
  /** Set when a later paper answered for it. */
  @Column('datetime', { name: 'replaced_at', precision: 3, nullable: true })
  replacedAt!: Date | null;
  @Column('varchar', { name: 'virus_check' }) virusCheck!: VirusCheck;
  @Column('datetime', { name: 'virus_checked_at', precision: 3, nullable: true })
  virusCheckedAt!: Date | null;
  /** How its files are bound to it: 1 to the paper alone, 2 to the paper in its case. */
  @Column('smallint', { name: 'binding_version' }) bindingVersion!: number;
  /** A keyed hash of the content; null for papers from before it was kept. */
  @Column('char', { name: 'content_mark', length: 64, nullable: true }) contentMark!: string | null;
}
