import { type DynamicModule, Module } from '@nestjs/common';
import { AnchorAuditTrail } from './anchor-audit-trail.task.js';
import { SealAuditTrail } from './seal-audit-trail.task.js';
import { SEALED_TABLES, type SealedTable } from './sealed-table.js';

/** For the worker process: seals what happened, and signs how far. */
@Module({})
export class AuditTrailModule {
  static sealing(tables: readonly SealedTable[]): DynamicModule {
    return {
      module: AuditTrailModule,
      providers: [{ provide: SEALED_TABLES, useValue: tables }, SealAuditTrail, AnchorAuditTrail],
      exports: [SealAuditTrail, AnchorAuditTrail],
    };
  }
}
