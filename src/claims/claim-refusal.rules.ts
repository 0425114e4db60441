import {
  CLAIM_REFUSAL_WORDS,
  type ClaimRefusal,
  type ReleaseRefusal,
  type TakeOverRefusal,
} from '../case-claims/claim.rules.js';
import { formatDateTime } from '../shared/london-date.js';

interface Holder {
  id: string;
  name: string;
  claimedAt: Date;
}

/** Why nothing was claimed or released, with who holds the case and since when. */
export function claimRefusedBecause(
  refusal: ClaimRefusal | ReleaseRefusal | TakeOverRefusal,
  holder: Holder | null,
): string {
  const isAboutTheHolder = refusal !== 'already_decided' && refusal !== 'decided_before';
  if (holder === null || !isAboutTheHolder) return CLAIM_REFUSAL_WORDS[refusal];
  return `${holder.name} has been reviewing this case since ${formatDateTime(holder.claimedAt)}.`;
}

/** The button pressed twice: the case stands as the person wants it, so there is nothing to refuse. */
export function isDoneAlready(
  act: 'claim' | 'release',
  holder: Holder | null,
  officerId: string,
): boolean {
  return act === 'claim' ? holder?.id === officerId : holder === null;
}
