import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { policyBook } from '../policy/policy-book.queries.js';
import { dueHolds, MOST_DUE_AT_ONCE, newlyLapsed } from './due-holds.queries.js';
import { FollowHold } from './follow-hold.js';
import { endsByFor, HOLD_STAGES, holdHoursAt } from './hold-stages.rules.js';

const EVER = new Date(0);

/**
 * Every minute: the cases whose hold has reached a stage. Nothing is booked beforehand, so a worker
 * that was away finds everything that came due meanwhile.
 */
@Injectable()
export class FollowHoldsTask extends PeriodicTask {
  readonly task = 'follow-holds';
  readonly everySeconds = 60;

  constructor(
    private readonly database: Database,
    private readonly followHold: FollowHold,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const { reader } = this.database;
    const now = this.clock.now();
    const hours = holdHoursAt((await policyBook(reader)).settings, now);
    const failed: unknown[] = [];
    for (const stage of HOLD_STAGES) {
      const endsBy = endsByFor(stage, hours, now);
      // Of a hold that is over nothing can be taken any more; it is followed as one that ended.
      const endsAfter = stage === 'capture' ? now : EVER;
      await this.followAll(() => dueHolds(reader, { stage, endsAfter, endsBy }), failed);
    }
    const ended = { stage: 'ended', endsAfter: EVER, endsBy: now } as const;
    await this.followAll(() => dueHolds(reader, ended), failed);
    await this.followAll(() => newlyLapsed(reader), failed);
    if (failed.length > 0) throw failed[0];
  }

  /** One case that cannot be followed now keeps no other from its turn. */
  private async followAll(find: () => Promise<string[]>, failed: unknown[]): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      const found = await find();
      const fresh = found.filter((id) => !seen.has(id));
      for (const id of fresh) {
        seen.add(id);
        await this.followHold.run(id).catch((error: unknown) => failed.push(error));
      }
      if (fresh.length === 0 || found.length < MOST_DUE_AT_ONCE) return;
    }
  }
}
