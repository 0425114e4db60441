import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database, UnitOfWork } from '../database/transaction.js';
import { PeriodicTask } from '../periodic/periodic-task.js';
import { isGenuine, signAnchor } from './anchor.js';
import {
  appendAnchor,
  insertAnchor,
  lastAnchorElsewhere,
  lastAnchoredSequence,
} from './anchors.store.js';
import { auditKeys } from './audit-keys.js';
import { lastSeal } from './sealed-rows.store.js';

/**
 * Signs where the chain ends, in the database and in a second place. First the second place: one
 * missing there could hide a cut. What a crash left there alone the next run writes into the database.
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
    if (!end || end.sequence <= (await this.lastAnchored())) return;
    const { sequence, chainHash } = end;
    const { signing } = auditKeys(this.settings);
    const signedAt = this.clock.now().toISOString();
    const anchor = signAnchor({ sequence, chainHash, signedAt }, signing);
    await appendAnchor(this.settings.AUDIT_ANCHORS_FILE, anchor);
    await this.unitOfWork.run((tx) => insertAnchor(tx, anchor));
  }

  private async lastAnchored(): Promise<number> {
    const known = await lastAnchoredSequence(this.database.reader);
    const elsewhere = await lastAnchorElsewhere(this.settings.AUDIT_ANCHORS_FILE);
    const { verifying } = auditKeys(this.settings);
    if (!elsewhere || elsewhere.sequence <= known || !isGenuine(elsewhere, verifying)) return known;
    await this.unitOfWork.run((tx) => insertAnchor(tx, elsewhere));
    return elsewhere.sequence;
  }
}
