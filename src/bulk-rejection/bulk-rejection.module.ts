import { Module } from '@nestjs/common';
import { BulkRejectionController } from './bulk-rejection.controller.js';
import { StartBulkRejection } from './start-bulk-rejection.js';

@Module({ controllers: [BulkRejectionController], providers: [StartBulkRejection] })
export class BulkRejectionModule {}
