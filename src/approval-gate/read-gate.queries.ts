import type { CaseFile } from '../case-file/case-file.queries.js';
import { isDecided } from '../applications/application-status.rules.js';
import type { Reader } from '../platform/database/transaction.js';
import { approvalFactsOf, type Occasion } from './approval-facts.queries.js';
import { approvalObstacles, type Obstacle } from './approval-obstacles.rules.js';

/**
 * All that is missing before the case can be approved, by the rule that approves it; null once it
 * is decided.
 * @param conflict why the person who looks may not decide it, or the reading of it; empty when
 *   nothing stands against it
 */
export async function readGate(
  reader: Reader,
  file: CaseFile,
  { now, conflict }: Pick<Occasion, 'now' | 'conflict'>,
): Promise<Obstacle[] | null> {
  if (isDecided(file.application.status)) return null;
  return approvalObstacles(await approvalFactsOf(reader, file, { now, formId: null, conflict }));
}
