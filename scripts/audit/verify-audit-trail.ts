import { AUDIT_FAULT_WORDS, type AuditFault } from '../../src/platform/audit-trail/audit-faults.js';
import { auditKeys } from '../../src/platform/audit-trail/audit-keys.js';
import { listAnchors, readAnchorFile } from '../../src/platform/audit-trail/anchors.store.js';
import { lowestIdAt } from '../../src/platform/audit-trail/lowest-id.js';
import { verifyAuditTrail } from '../../src/platform/audit-trail/verify-audit-trail.js';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { sealedTables } from '../../src/sealed-tables.js';
import { runCommand } from '../staff/command.js';

/** A worker that was away seals what it missed soon after it is back. */
const TIME_TO_SEAL_MS = 10 * 60 * 1000;

/** `npm run audit:verify`: ends with 1 when anything of the trail is not what it was. */
await runCommand(async ({ dataSource }) => {
  const settings = readSettings(process.env);
  const { values, verifying } = auditKeys(settings);
  const startedAt = Date.now();
  const findings = await verifyAuditTrail(dataSource.manager, {
    tables: sealedTables,
    anchors: await listAnchors(dataSource.manager),
    anchorsElsewhere: await readAnchorFile(settings.AUDIT_ANCHORS_FILE),
    valuesKey: values,
    publicKeys: verifying,
    sealedBelow: lowestIdAt(startedAt - TIME_TO_SEAL_MS),
  });
  for (const fault of findings.faults) console.log(inWords(fault));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${findings.seals} seals, ${findings.anchors} anchors, ${findings.erased} rows with erased content, ` +
      `${findings.faults.length} faults, ${seconds} s`,
  );
  if (findings.faults.length > 0) process.exitCode = 1;
});

function inWords({ fault, sequence, source, rowId }: AuditFault): string {
  const where = [
    sequence === null ? '' : `seal ${sequence}`,
    rowId === null ? '' : `${source} ${rowId}`,
  ].filter((part) => part !== '');
  return `FAULT ${where.join(', ')}: ${AUDIT_FAULT_WORDS[fault]}`;
}
