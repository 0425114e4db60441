import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Settings } from '../config/settings.js';

export interface AuditKeys {
  /** For the hashes of personal values. */
  values: Buffer;
  signing: KeyObject;
  /** Ours, and those of earlier signing keys. */
  verifying: readonly KeyObject[];
}

/** Keys as the settings carry them: DER in base64. Throws where one cannot be read. */
export function auditKeys(settings: Settings): AuditKeys {
  const signing = privateKeyOf(settings.AUDIT_SIGNING_KEY);
  const earlier = settings.AUDIT_EARLIER_KEYS.split(',').filter((key) => key.trim() !== '');
  return {
    values: Buffer.from(settings.AUDIT_VALUES_KEY, 'base64'),
    signing,
    verifying: [createPublicKey(signing), ...earlier.map((key) => publicKeyOf(key.trim()))],
  };
}

function privateKeyOf(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}
