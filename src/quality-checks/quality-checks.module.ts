import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { QualityCheckEntity } from './quality-check.entity.js';
import { QualityShareEntity } from './quality-share.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([QualityCheckEntity, QualityShareEntity])] })
export class QualityChecksModule {}
