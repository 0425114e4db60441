import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A signed statement: at this time the chain ended here. */
export interface Anchor {
  sequence: number;
  chainHash: string;
  /** ISO 8601, UTC. */
  signedAt: string;
  /** The first 16 hex digits of SHA-256 over the public key (DER). */
  keyId: string;
  /** Ed25519, base64. */
  signature: string;
}

type Statement = Omit<Anchor, 'signature'>;

export function signAnchor(
  end: Pick<Anchor, 'sequence' | 'chainHash' | 'signedAt'>,
  privateKey: KeyObject,
): Anchor {
  const statement = { ...end, keyId: keyIdOf(createPublicKey(privateKey)) };
  const signature = sign(null, bytesOf(statement), privateKey).toString('base64');
  return { ...statement, signature };
}

/** Whether one of the known keys made this statement. */
export function isGenuine(anchor: Anchor, publicKeys: readonly KeyObject[]): boolean {
  const key = publicKeys.find((each) => keyIdOf(each) === anchor.keyId);
  if (!key) return false;
  return verify(null, bytesOf(anchor), key, Buffer.from(anchor.signature, 'base64'));
}

export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

function bytesOf({ sequence, chainHash, signedAt, keyId }: Statement): Buffer {
  return Buffer.from(JSON.stringify([sequence, chainHash, signedAt, keyId]), 'utf8');
}
