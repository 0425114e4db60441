import type { DecisionOutcome } from './decision.entity.js';

export const OUTCOME_WORDS: Readonly<Record<DecisionOutcome, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};
