import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database, UnitOfWork } from '../database/transaction.js';
import { PeriodicTask } from '../periodic/periodic-task.js';
import { signAnchor } from './anchor.js';
import { appendAnchor, insertAnchor, lastAnchoredSequence } from './anchors.store.js';
import { auditKeys } from './audit-keys.js';
import { lastSeal } from './sealed-rows.store.js';

/**
 * Signs where the chain ends, in the database and in a second place. First the second place: an
 * anchor of which only the file knows is harmless, one missing there could hide a cut.
 */
@Injectable()
export class AnchorAuditTrail extends PeriodicTask {
  readonly task = 'anchor-audit-trail';
  readonly everySeconds = 300;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    super();
  }

  async run(): Promise<void> {
    const end = await lastSeal(this.database.reader);
    if (!end || end.sequence <= (await lastAnchoredSequence(this.database.reader))) return;
    const { sequence, chainHash } = end;
    const { signing } = auditKeys(this.settings);
    const signedAt = this.clock.now().toISOString();
    const anchor = signAnchor({ sequence, chainHash, signedAt }, signing);
    await appendAnchor(this.settings.AUDIT_ANCHORS_FILE, anchor);
    await this.unitOfWork.run((tx) => insertAnchor(tx, anchor));
  }
}
