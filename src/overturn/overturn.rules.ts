import {
  decideReopening,
  type ReopeningRefusal,
  type ReopeningToDecide,
} from '../decisions/reopening.rules.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { type Outcome, refuse } from '../shared/outcome.js';

/** Who decides next: any other officer, from the queue, or the supervisor who reopens it. */
export const NEXT_DECIDERS = { queue: 'reopen', me: 'take_up' } as const;
export type NextDecider = keyof typeof NEXT_DECIDERS;

export function isNextDecider(value: string): value is NextDecider {
  return Object.hasOwn(NEXT_DECIDERS, value);
}

export type OverturnFault = 'nobody_chosen' | 'reason_missing';
export type OverturnRefusal = ReopeningRefusal | OverturnFault | 'money_changed';

export const OVERTURN_FAULT_WORDS: Readonly<Record<OverturnFault, string>> = {
  nobody_chosen: 'Choose who decides the case now',
  reason_missing: 'Write why the rejection does not stand',
};

/** The first thing wrong with what was chosen and typed; null when it is right. */
export function overturnFault({ who, reason }: { who: string; reason: string }) {
  if (!isNextDecider(who)) return 'nobody_chosen';
  return reason.trim() === '' ? 'reason_missing' : null;
}

export interface OverturnToDecide extends Omit<ReopeningToDecide, 'action'> {
  who: string;
  reason: string;
  /** The money the previewed letter spoke of, and what is true now (`moneyKey`). */
  money: { shown: string; now: string };
}

/** First match: is the form right, may this person take the decision up, is the money the same. */
export function decideOverturn({
  who,
  reason,
  money,
  ...asked
}: OverturnToDecide): Outcome<{ status: ApplicationStatus }, OverturnRefusal> {
  const action = isNextDecider(who) ? NEXT_DECIDERS[who] : 'reopen';
  const decided = decideReopening({ ...asked, action });
  if (!decided.ok) return decided;
  const fault = overturnFault({ who, reason });
  if (fault) return refuse(fault);
  return money.shown === money.now ? decided : refuse('money_changed');
}
