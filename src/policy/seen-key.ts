import { createHash } from 'node:crypto';

/** Names what a form of policy saw; another key means that somebody changed it since. */
export function seenKey(lines: unknown): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 24);
}
