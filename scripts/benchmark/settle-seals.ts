import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { lowestIdAt } from '../../src/platform/audit-trail/lowest-id.js';
import { sealedTables } from '../../src/sealed-tables.js';

const PATIENCE_MS = 30 * 60_000;

/**
 * Waits until the worker has sealed everything that was written, and tells the sealer that it is
 * done with it. Cases of years lie here as if they had come within the hour, and of the last hour
 * the sealer looks at every row again and again: it would be measured with every page.
 */
export async function settleSeals(source: DataSource): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const madeBefore = Date.now();
  while ((await unsealed(source)) > 0) {
    if (Date.now() > until) throw new Error('The worker does not get the rows sealed.');
    await pause(1000);
  }
  const mark = lowestIdAt(madeBefore);
  for (const { source: name } of sealedTables) {
    await source.query(
      `INSERT INTO audit_watermarks (source, row_id) VALUES (?, ?)
         ON DUPLICATE KEY UPDATE row_id = GREATEST(row_id, VALUES(row_id))`,
      [name, mark],
    );
  }
}

async function unsealed(source: DataSource): Promise<number> {
  const counts = sealedTables.map(({ table }) => `(SELECT COUNT(*) FROM ${table})`).join(' + ');
  const [row]: { left: string | number }[] = await source.query(
    `SELECT ${counts} - (SELECT COUNT(*) FROM audit_seals) AS \`left\``,
  );
  return Number(row?.left ?? 0);
}
