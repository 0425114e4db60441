import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceRequestEntity } from './evidence-request.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([EvidenceRequestEntity])] })
export class EvidenceRequestsModule {}
