import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('case_notes')
export class CaseNoteEntity {
  @PrimaryColumn('char', { length: 36 }) id!: string;
  @Column('char', { name: 'application_id', length: 36 }) applicationId!: string;
  @Column('char', { name: 'written_by', length: 36 }) writtenBy!: string;
  @Column('datetime', { name: 'written_at', precision: 3 }) writtenAt!: Date;
  @Column('varchar') words!: string;
  @Column('char', { name: 'form_id', length: 36 }) formId!: string;
}
