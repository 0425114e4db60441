import { type ApplicationStatus, isDecided } from '../applications/application-status.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export interface CaseToRedact {
  status: ApplicationStatus;
  claimedBy: string | null;
  version: number;
}

export type RedactionRefusal = 'decided' | 'not_claimed' | 'claimed_by_other' | 'stale';

/** Ends the sentence "Nothing was saved." on the page that refuses. */
export const REDACTION_REFUSAL_WORDS: Readonly<Record<RedactionRefusal, string>> = {
  decided: 'This case is decided: its papers are not changed any more.',
  not_claimed: 'Nobody holds this case: claim it first.',
  claimed_by_other: 'Somebody else holds this case now.',
  stale: 'The case changed after you opened this page.',
};

/**
 * Only the officer who holds the case blacks out parts of its papers, and only as he saw it.
 * @param by `version` null for a page that is only being opened
 */
export function mayRedact(
  application: CaseToRedact,
  by: { staffId: string; version: number | null },
): Outcome<unknown, RedactionRefusal> {
  if (isDecided(application.status)) return refuse('decided');
  if (application.status !== 'in_review' || application.claimedBy === null) {
    return refuse('not_claimed');
  }
  if (application.claimedBy !== by.staffId) return refuse('claimed_by_other');
  return by.version === null || by.version === application.version ? ok() : refuse('stale');
}
