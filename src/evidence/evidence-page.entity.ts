import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One page of a paper as a clean picture: what officers look at. */
@Entity('evidence_pages')
export class EvidencePageEntity {
  @PrimaryColumn('char', { name: 'paper_id', length: 36 }) paperId!: string;
  @PrimaryColumn('smallint', { name: 'page_number' }) pageNumber!: number;
  @Column('varchar', { name: 'content_type' }) contentType!: string;
  @Column('int') width!: number;
  @Column('int') height!: number;
  @Column('int') bytes!: number;
  @Column('char', { length: 64 }) sha256!: string;
  @Column('char', { name: 'storage_name', length: 32 }) storageName!: string;
  @Column('varchar', { name: 'wrapped_key' }) wrappedKey!: string;
}
