import type { CaseFile } from '../case-file/case-file.queries.js';
import { isDecided } from '../applications/application-status.rules.js';
import type { ConflictGround } from '../conflicts-of-interest/conflict.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import { approvalFactsOf } from './approval-facts.queries.js';
import { approvalObstacles, type Obstacle } from './approval-obstacles.rules.js';

/**
 * All that is missing before the case can be approved, by the rule that approves it; null once it
 * is decided.
 * @param conflict why the person who looks may not decide it; empty when nothing stands against it
 */
export async function readGate(
  reader: Reader,
  file: CaseFile,
  { now, conflict }: { now: Date; conflict: readonly ConflictGround[] },
): Promise<Obstacle[] | null> {
  if (isDecided(file.application.status)) return null;
  return approvalObstacles(await approvalFactsOf(reader, file, { now, formId: null, conflict }));
}
