import type { JournalKind } from '../ledger/ledger-terms.rules.js';
import type { CommandState } from '../payments/command-states.rules.js';
import type {
  CommandEffect,
  CommandKind,
  ProviderState,
} from '../payments/payment-actions.rules.js';

/** A payment as the provider was last read. */
export interface PaymentFact {
  id: string;
  amountPence: number;
  state: ProviderState;
  refundedPence: number;
  holdEndsAt: Date | null;
  /** Null while nobody has read it at the provider. */
  stateReadAt: Date | null;
  /** Set while it does not count: a later payment took its place, or it is a try not finished yet. */
  replacedAt: Date | null;
}

/** What was asked of the payment service, and what came of it. */
export interface CommandFact {
  id: string;
  paymentId: string;
  kind: CommandKind;
  causeKind: string;
  amountPence: number;
  state: CommandState;
  effect: CommandEffect | null;
  lastProblem: string | null;
  requestedAt: Date;
  settledAt: Date | null;
}

/** One journal of the ledger, as far as the story tells it. */
export interface JournalFact {
  kind: JournalKind;
  paymentId: string | null;
  commandId: string | null;
  amountPence: number;
  occurredAt: Date;
}

/** A refund outside the rules that somebody asked for and nobody has answered. */
export interface ExceptionFact {
  amountPence: number;
  askedBy: string;
  askedAt: Date;
}

/** A failed refund that a person paid by another way. */
export interface OtherWayFact {
  commandId: string;
  amountPence: number;
  reference: string;
  settledBy: string;
  settledAt: Date;
}

/** Everything the story of a case's money is told from. */
export interface MoneyFacts {
  isDecided: boolean;
  /** Oldest first; the one that counts is the last that was not replaced. */
  payments: readonly PaymentFact[];
  commands: readonly CommandFact[];
  journals: readonly JournalFact[];
  exceptions: readonly ExceptionFact[];
  otherWays: readonly OtherWayFact[];
  /** When money held for an undecided case is taken, by what the council set; null when none is held. */
  takenUndecidedAt: Date | null;
  /** When the resident was last asked to pay again; null when never, or once that is paid. */
  askedToPayAgainAt: Date | null;
  /** Since when the payment service does not answer; null while it does. */
  awaySince: Date | null;
}
