import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text; only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 is enough for a secret that nobody can guess; passwords go through Argon2id. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
