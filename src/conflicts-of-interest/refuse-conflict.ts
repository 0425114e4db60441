import type { Reader } from '../platform/database/transaction.js';
import type { ConflictGround } from './conflict.rules.js';
import { type ApplicationInQuestion, conflictsIn } from './conflicts.queries.js';

/**
 * Somebody went to decide a case that touches his own interests (R-COI-1). Thrown, not answered:
 * whatever the act, its transaction is rolled back whole.
 */
export class ConflictOfInterest extends Error {
  constructor(
    readonly applicationId: string,
    readonly staffId: string,
    readonly grounds: readonly ConflictGround[],
  ) {
    super('This member of staff has an interest in the case.');
  }
}

/** Part of taking a case's locks for a member of staff: no act gets past it. */
export async function refuseConflict(
  reader: Reader,
  application: ApplicationInQuestion,
  { staffId, now }: { staffId: string; now: Date },
): Promise<void> {
  const grounds = await conflictsIn(reader, application, { staffId, now });
  if (grounds.length > 0) throw new ConflictOfInterest(application.id, staffId, grounds);
}
