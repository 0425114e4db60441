import { ok, type Outcome, refuse } from '../shared/outcome.js';

export type ReferenceRefusal = 'not_digits' | 'not_11_digits' | 'not_12_digits';

export const V5C_REFERENCE_WORDS: Record<ReferenceRefusal, string> = {
  not_digits: 'Enter the document reference as digits only',
  not_11_digits: 'A V5C’s document reference has 11 digits',
  not_12_digits: 'A new keeper slip’s reference has 12 digits',
};

/**
 * A V5C bears 11 digits (R-V5C-1), a new keeper slip 12 (R-V5C-2), never the one for the other.
 * Only the last four go on: the whole number lets others deal with the DVLA (R-V5C-6).
 */
export function readDocumentReference(
  kind: 'v5c' | 'new_keeper_slip',
  text: string,
): Outcome<{ last4: string }, ReferenceRefusal> {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^[0-9]+$/.test(digits)) return refuse('not_digits');
  if (kind === 'v5c' && digits.length !== 11) return refuse('not_11_digits');
  if (kind === 'new_keeper_slip' && digits.length !== 12) return refuse('not_12_digits');
  return ok({ last4: digits.slice(-4) });
}
