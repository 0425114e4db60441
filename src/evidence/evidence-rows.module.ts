import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidencePageEntity } from './evidence-page.entity.js';
import { EvidencePaperEntity } from './evidence-paper.entity.js';
import { FileAlarms } from './file-alarms.js';
import { PaperCheckEntity } from './paper-check.entity.js';
import { PaperFiles } from './paper-files.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([EvidencePaperEntity, EvidencePageEntity, PaperCheckEntity])],
  providers: [FileAlarms, PaperFiles],
  exports: [FileAlarms, PaperFiles],
})
export class EvidenceRowsModule {}
