import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** New keys for the audit trail, and a place of its own for its anchors. */
export function auditSettings() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    AUDIT_VALUES_KEY: randomBytes(32).toString('base64'),
    AUDIT_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    AUDIT_ANCHORS_FILE: join(
      tmpdir(),
      `permit-desk-anchors-${randomBytes(6).toString('hex')}.jsonl`,
    ),
  };
}
