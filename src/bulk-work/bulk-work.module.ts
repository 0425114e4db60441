import { Module } from '@nestjs/common';
import { BulkWorkController } from './bulk-work.controller.js';
import { WorkInBulk } from './work-in-bulk.js';

@Module({ controllers: [BulkWorkController], providers: [WorkInBulk] })
export class BulkWorkModule {}
