import type { Reader } from '../../../src/platform/database/transaction.js';
import type { FaultBench } from './fault-bench.js';

/** Everything that a decision writes, as the database has it at one moment. */
export interface DecisionParts {
  status: string;
  hasDecidedAt: boolean;
  decisions: string[];
  /** Kind of each command for the money. */
  commands: string[];
  letters: string[];
  /** Types of the timeline's events, in alphabetical order. */
  events: string[];
  /** Jobs in the outbox about the commands and letters. */
  jobs: string[];
  slots: number;
}

export const UNDECIDED: DecisionParts = {
  status: 'in_review',
  hasDecidedAt: false,
  decisions: [],
  commands: [],
  letters: [],
  events: [],
  jobs: [],
  slots: 1,
};

/** A rejection that was committed and that no worker has touched. */
export const REJECTED: DecisionParts = {
  status: 'rejected',
  hasDecidedAt: true,
  decisions: ['rejected'],
  commands: ['release'],
  letters: ['email'],
  events: ['application-rejected', 'letter-written', 'payment-requested'],
  jobs: ['release-payment', 'send-letter'],
  slots: 0,
};

/** The parts of several cases, all of the same moment, in the order asked. */
export function partsOf(
  { database }: Pick<FaultBench, 'database'>,
  applicationIds: readonly string[],
): Promise<DecisionParts[]> {
  return database.snapshot(async (reader) => {
    const parts: DecisionParts[] = [];
    for (const id of applicationIds) parts.push(await readParts(reader, id));
    return parts;
  });
}

async function readParts(reader: Reader, id: string): Promise<DecisionParts> {
  const list = async (sql: string): Promise<string[]> => {
    const rows: { found: string }[] = await reader.query(sql, [id, id].slice(0, countMarks(sql)));
    return rows.map(({ found }) => String(found));
  };
  const [application]: { status: string; decided_at: Date | null }[] = await reader.query(
    'SELECT status, decided_at FROM applications WHERE id = ?',
    [id],
  );
  return {
    status: application?.status ?? 'gone',
    hasDecidedAt: application?.decided_at !== null,
    decisions: await list('SELECT outcome AS found FROM decisions WHERE application_id = ?'),
    commands: await list('SELECT kind AS found FROM payment_commands WHERE application_id = ?'),
    letters: await list('SELECT channel AS found FROM letters WHERE application_id = ?'),
    events: await list(
      'SELECT type AS found FROM timeline_events WHERE application_id = ? ORDER BY type',
    ),
    jobs: await list(
      `SELECT job AS found FROM outbox_jobs
        WHERE subject_id IN (SELECT id FROM payment_commands WHERE application_id = ?
                             UNION ALL SELECT id FROM letters WHERE application_id = ?)
        ORDER BY job`,
    ),
    slots: (await list('SELECT position AS found FROM property_slots WHERE application_id = ?'))
      .length,
  };
}

function countMarks(sql: string): number {
  return sql.split('?').length - 1;
}
