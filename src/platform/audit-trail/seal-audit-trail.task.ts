import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { UnitOfWork } from '../database/transaction.js';
import { PeriodicTask } from '../periodic/periodic-task.js';
import { auditKeys } from './audit-keys.js';
import { CHAIN_START, link } from './chain.js';
import { findWatermark, moveWatermark } from './audit-watermarks.store.js';
import { lowestIdAt } from './lowest-id.js';
import { insertSeals, lastSeal, sealContent, unsealedRows } from './sealed-rows.store.js';
import { SEALED_TABLES, type SealedTable } from './sealed-table.js';

const BATCH = 500;
/** Rows get their id before their transaction commits: none takes longer than this. */
const SLOWEST_COMMIT_MS = 60 * 60 * 1000;

/** Seals every new row of the sealed tables into the chain, one sealer at a time. */
@Injectable()
export class SealAuditTrail extends PeriodicTask {
  readonly task = 'seal-audit-trail';
  readonly everySeconds = 5;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    @Inject(SEALED_TABLES) private readonly tables: SealedTable[],
  ) {
    super();
  }

  async run(): Promise<void> {
    for (const table of this.tables) await this.sealAll(table);
  }

  private async sealAll(table: SealedTable): Promise<void> {
    const begunAt = Date.now();
    let after = await this.unitOfWork.run((tx) => findWatermark(tx, table.source));
    for (;;) {
      const last = await this.sealBatch(table, after);
      if (last === null) break;
      after = last;
    }
    const mark = lowestIdAt(begunAt - SLOWEST_COMMIT_MS);
    await this.unitOfWork.run((tx) => moveWatermark(tx, table.source, mark));
  }

  /** The last row sealed; null when nothing was left to seal. */
  private sealBatch(table: SealedTable, after: string): Promise<string | null> {
    const { values: key } = auditKeys(this.settings);
    return this.unitOfWork.run(async (tx) => {
      const rows = await unsealedRows(tx, table, { after, limit: BATCH });
      const last = rows.at(-1);
      if (!last) return null;
      const end = (await lastSeal(tx)) ?? { sequence: 0, chainHash: CHAIN_START };
      const at = this.clock.now();
      await insertSeals(
        tx,
        link(
          end,
          rows.map((row) => sealContent(table, row, { key, at })),
        ),
      );
      return last.id;
    });
  }
}
