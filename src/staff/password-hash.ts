import { Algorithm, hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB, two passes, one lane (OWASP's first choice for servers). */
const COST = {
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19 * 1024,
  timeCost: 2,
  parallelism: 1,
} as const;

/** A password is its composed letters, so that two keyboards type the same one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** With no hash to compare, does the same work and answers false: unknown costs as much as known. */
export async function passwordMatches(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const nobodys = await nobodysHash();
  const known = passwordHash ?? nobodys;
  const matches = await verify(known, password.normalize('NFC')).catch(() => false);
  return matches && passwordHash !== null;
}

let nobody: Promise<string> | null = null;

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('nobody has this password');
  return nobody;
}
