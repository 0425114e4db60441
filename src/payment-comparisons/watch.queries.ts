import type { Reader } from '../platform/database/transaction.js';
import { countOpenDifferences } from './differences.queries.js';
import { DAILY_LOOKS_BACK } from './period.rules.js';
import type { Watched } from './watch.rules.js';

/** As long as the day's own: a person who compares as much stands in for it. */
const COVERS = `DATEDIFF(r.to_on, r.from_on) + 1 >= ${DAILY_LOOKS_BACK}`;

export async function watchComparisons(reader: Reader): Promise<Watched> {
  const lastEndedAt = await firstOf<{ at: Date }>(
    reader,
    `SELECT r.ended_at AS at FROM reconciliation_runs r
      WHERE r.step = 'done' AND ${COVERS} ORDER BY r.ended_at DESC LIMIT 1`,
  );
  const firstPayment = await firstOf<{ at: Date }>(
    reader,
    'SELECT created_at AS at FROM payments ORDER BY created_at LIMIT 1',
  );
  const oldest = await firstOf<{ at: Date }>(
    reader,
    `SELECT d.found_at AS at FROM reconciliation_differences d
      WHERE d.cleared_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM reconciliation_explanations e WHERE e.difference_id = d.id)
      ORDER BY d.found_at LIMIT 1`,
  );
  return {
    lastEndedAt: lastEndedAt?.at ?? null,
    firstPaymentAt: firstPayment?.at ?? null,
    stopped: await stoppedRun(reader),
    slowest: await slowestRun(reader),
    open: await countOpenDifferences(reader),
    oldestOpenAt: oldest?.at ?? null,
  };
}

function stoppedRun(reader: Reader) {
  return firstOf<{ run: string; startedAt: Date }>(
    reader,
    `SELECT r.id AS run, r.started_at AS startedAt FROM reconciliation_runs r
      WHERE r.is_daily = 1 AND r.step = 'failed'
        AND NOT EXISTS (SELECT 1 FROM reconciliation_runs o
                         WHERE o.step = 'done' AND o.ended_at > r.ended_at
                           AND o.from_on <= r.from_on AND o.to_on >= r.to_on)
        AND NOT EXISTS (SELECT 1 FROM reconciliation_runs o
                         WHERE o.is_daily = 1 AND o.started_at > r.started_at)
      ORDER BY r.started_at DESC LIMIT 1`,
  );
}

function slowestRun(reader: Reader) {
  return firstOf<{ run: string; since: Date }>(
    reader,
    `SELECT r.id AS run, COALESCE(r.went_on_at, r.started_at) AS since FROM reconciliation_runs r
      WHERE r.ended_at IS NULL ORDER BY since LIMIT 1`,
  );
}

async function firstOf<Row>(reader: Reader, sql: string): Promise<Row | null> {
  const [row]: Row[] = await reader.query(sql);
  return row ?? null;
}
