import type { Reader } from '../platform/database/transaction.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { versionsOf, type WordingVersion } from '../wording/wording-versions.queries.js';

export type AuthoredVersion = WordingVersion & { author: string | null };

/** Every version of one letter or reason, the newest first, with who wrote it. */
export async function versionsWithAuthors(
  reader: Reader,
  subject: string,
): Promise<AuthoredVersion[]> {
  const versions = await versionsOf(reader, subject);
  const names = new Map<string, string | null>();
  for (const { writtenBy } of versions) {
    if (writtenBy !== null && !names.has(writtenBy)) {
      names.set(writtenBy, await nameOfStaff(reader, writtenBy));
    }
  }
  return versions.map((version) => ({
    ...version,
    author: version.writtenBy === null ? null : (names.get(version.writtenBy) ?? 'Somebody'),
  }));
}
