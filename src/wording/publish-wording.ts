import type { Tx } from '../platform/database/transaction.js';
import { recordPolicyChange } from '../policy/policy-changes.store.js';
import { lockPolicy } from '../policy/policy-stamp.store.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { versionsOf } from './wording-versions.queries.js';
import { insertWordingVersion } from './wording-versions.store.js';

export interface WordingToPublish {
  subject: string;
  /** The newest version the form saw; 0 for one that is new. */
  seenVersion: number;
  content: object;
  /** The same as people read it, for the list of changes. */
  inWords: (content: object) => string;
  holdsFrom: Date;
  by: string;
  at: Date;
}

/**
 * Writes the next version and says so in the list of changes, in one transaction. The same form
 * sent again has the same result; a form that saw an older version is refused.
 */
export async function publishWording(
  tx: Tx,
  { subject, seenVersion, content, inWords, holdsFrom, by, at }: WordingToPublish,
): Promise<Outcome<{ version: number }, 'stale'>> {
  await lockPolicy(tx);
  const [newest] = await versionsOf(tx, subject);
  const version = seenVersion + 1;
  if ((newest?.version ?? 0) !== seenVersion) {
    const isSame = newest?.version === version && newest.writtenBy === by;
    return isSame && same(newest.content, content) ? ok({ version }) : refuse('stale');
  }
  await insertWordingVersion(tx, {
    ...{ subject, version, content },
    ...{ inForceFrom: holdsFrom, writtenBy: by, writtenAt: at },
  });
  await recordPolicyChange(tx, {
    ...{ subject, changedBy: by, changedAt: at, holdsFrom },
    before: newest ? inWords(newest.content) : null,
    after: inWords(content),
  });
  return ok({ version });
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
