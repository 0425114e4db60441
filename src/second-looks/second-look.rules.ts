import {
  type QualityCheckState,
  qualityCheckAfter,
} from '../quality-checks/quality-check-states.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

export const MOST_LOOK_WORDS = 1000;

export const LOOK_ANSWERS = ['agree', 'disagree'] as const;
export type LookAnswer = (typeof LOOK_ANSWERS)[number];

export function isLookAnswer(value: string): value is LookAnswer {
  return (LOOK_ANSWERS as readonly string[]).includes(value);
}

export interface LookToDecide {
  /** Null when none waits on this case. */
  check: { state: QualityCheckState } | null;
  version: number;
  /** Null for a page that is only being opened. */
  seenVersion: number | null;
  /** Whoever decided the case, in any round. */
  deciders: readonly string[];
  by: { id: string; role: StaffRole };
}

export type LookRefusal = 'nothing_waits' | 'own_decision' | 'stale';
export type LookFault = 'not_answered' | 'reason_missing';

/** First match: does one wait, is it somebody else who looks, is the case as he saw it. */
export function checkLook(asked: LookToDecide): Outcome<unknown, LookRefusal> {
  const { check, by, deciders, seenVersion, version } = asked;
  const after = check && qualityCheckAfter(check.state, 'agree', by.role);
  if (after === null) return refuse('nothing_waits');
  if (deciders.includes(by.id)) return refuse('own_decision');
  return seenVersion !== null && seenVersion !== version ? refuse('stale') : ok();
}

/** The first thing wrong with the answer; null when it is right. */
export function lookFault({ answer, note }: { answer: string; note: string }): LookFault | null {
  if (!isLookAnswer(answer)) return 'not_answered';
  return answer === 'disagree' && note.trim() === '' ? 'reason_missing' : null;
}

export const LOOK_REFUSAL_WORDS: Readonly<Record<LookRefusal, string>> = {
  nothing_waits: 'No second look waits on this case: somebody has looked, or its time was over.',
  own_decision: 'You decided this case yourself. Somebody else must take the second look.',
  stale: 'The case changed after you opened this page.',
};

export const LOOK_FAULT_WORDS: Readonly<Record<LookFault, string>> = {
  not_answered: 'Choose whether you agree',
  reason_missing: 'Write why you do not agree',
};
