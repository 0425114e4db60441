import { auditKeys } from '../../../src/platform/audit-trail/audit-keys.js';
import { lowestIdAt } from '../../../src/platform/audit-trail/lowest-id.js';
import { SealAuditTrail } from '../../../src/platform/audit-trail/seal-audit-trail.task.js';
import { verifyAuditTrail } from '../../../src/platform/audit-trail/verify-audit-trail.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { sealedTables } from '../../../src/sealed-tables.js';
import type { ModelDesk } from './model-desk.js';

/** The machine's own time: histories jump between years, and a chain may not. */
class MachineClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** One turn of the sealer. */
export function sealSoFar({ worker, mortal }: ModelDesk): Promise<void> {
  mortal.live();
  const settings = worker.get(Settings);
  return new SealAuditTrail(mortal, new MachineClock(), settings, [...sealedTables]).run();
}

const ofCases = sealedTables.filter(({ facts }) => facts.includes('application_id'));

/** Rows of these cases that no seal, or more than one, stands for. */
export async function unsealed({ rows }: ModelDesk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await Promise.all(
    ofCases.map(({ table, source }) =>
      rows<{ said: string }>(
        `SELECT CONCAT(?, ' ', r.id, ' has ', COUNT(s.sequence), ' seals') AS said
           FROM ${table} r LEFT JOIN audit_seals s ON s.source = ? AND s.row_id = r.id
          WHERE r.application_id IN (?) GROUP BY r.id HAVING COUNT(s.sequence) <> 1`,
        [source, source, ids],
      ),
    ),
  );
  return found.flat().map(({ said }) => said);
}

/** Everything wrong with the chain of every history so far (I8). */
export async function chainFaults(desk: ModelDesk) {
  await sealSoFar(desk);
  const { app, settings } = desk;
  const { values, verifying } = auditKeys(settings);
  const findings = await verifyAuditTrail(app.get(Database).reader, {
    tables: sealedTables,
    anchors: [],
    anchorsElsewhere: [],
    valuesKey: values,
    publicKeys: verifying,
    sealedBelow: lowestIdAt(Date.now() + 60_000),
  });
  return { seals: findings.seals, faults: findings.faults };
}
