import { type ApplicationStatus, isDecided } from '../applications/application-status.rules.js';
import type { ProviderState } from '../payments/payment-actions.rules.js';
import { type HoldHours, type HoldStage, stagesReached } from './hold-stages.rules.js';

/** What is kept of a hold: the stages it came through, and that nothing was held in the end. */
export type KeptStage = HoldStage | 'ended' | 'lapsed';

export interface HoldFacts {
  status: ApplicationStatus;
  /** The payment that counts now, as it was last read. */
  payment: { state: ProviderState; holdEndsAt: Date | null };
  /** An earlier decision told the payment service to give the money back. */
  isGivenBack: boolean;
  kept: readonly KeptStage[];
  hours: HoldHours;
  now: Date;
}

/** A payment that came to nothing, or whose hold went. */
const GONE: ReadonlySet<ProviderState> = new Set(['failed', 'cancelled', 'error']);

function isPaymentGone(state: ProviderState): boolean {
  return GONE.has(state);
}

/**
 * What is due and not kept yet, in order (R-PAY-1, R1.8). `ended`: the hold should be over, so the
 * provider is asked; `lapsed`: he said that nothing is held. Nothing is due for a decided case: what
 * the decision asked of the payment service is the whole of it.
 */
export function stagesDue({
  status,
  payment,
  isGivenBack,
  kept,
  hours,
  now,
}: HoldFacts): KeptStage[] {
  if (isDecided(status) || isGivenBack) return [];
  return stagesAt(payment, hours, now).filter((stage) => !kept.includes(stage));
}

function stagesAt(
  { state, holdEndsAt }: HoldFacts['payment'],
  hours: HoldHours,
  now: Date,
): KeptStage[] {
  if (isPaymentGone(state)) return ['lapsed'];
  if (state !== 'capturable' || holdEndsAt === null) return [];
  const reached = stagesReached(holdEndsAt, hours, now);
  if (holdEndsAt > now) return reached;
  // There is nothing left to take: the warnings are kept, and the provider is asked.
  return [...reached.filter((stage) => stage !== 'capture'), 'ended'];
}
