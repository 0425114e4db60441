import { Injectable } from '@nestjs/common';
import { findApplicationByReference } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf, startOfLondonDay } from '../shared/london-date.js';
import { recordEvent } from '../timeline/timeline.store.js';

/**
 * Writes on the case that an auditor opened it, before he is shown it: once a day and auditor. Lists
 * show auditors no whole names; a case does, so that whoever looks at one person is known.
 */
@Injectable()
export class NoteAuditorsLook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({ reference, staffId }: { reference: string; staffId: string }): Promise<void> {
    const at = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const application = await findApplicationByReference(tx, reference);
      if (!application) return;
      const applicationId = application.id;
      const since = startOfLondonDay(londonDateOf(at));
      if (await hasOpened(tx, { applicationId, staffId, since })) return;
      const occasion = { applicationId, actor: { kind: 'staff', id: staffId }, at } as const;
      await recordEvent(tx, occasion, { type: 'case-opened-by-auditor', payload: {} });
    });
  }
}

async function hasOpened(
  tx: Tx,
  { applicationId, staffId, since }: { applicationId: string; staffId: string; since: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM timeline_events
      WHERE application_id = ? AND happened_at >= ? AND type = 'case-opened-by-auditor'
        AND actor_id = ? LIMIT 1`,
    [applicationId, since, staffId],
  );
  return rows.length > 0;
}
