import type { Pence } from '../shared/money.js';
import type { Transfer } from './ledger-terms.rules.js';

/** What everything read so far says of one payment, and what of ours bears on it. */
export interface PaymentFacts {
  paymentId: string;
  applicationId: string;
  stage: 'under_way' | 'held' | 'taken' | 'ended';
  /** Read as held now or earlier, or taken from a hold. */
  wasHeld: boolean;
  /** At the provider. */
  amountPence: Pence;
  heldAt: Date;
  /** When it was taken as far as known. */
  takenAt: Date | null;
  refunds: readonly RefundSeen[];
  commands: readonly CommandOnMoney[];
  /** When we learnt this. */
  learntAt: Date;
}

export interface RefundSeen {
  id: string;
  pence: Pence;
  isFailed: boolean;
  at: Date | null;
  /** The command it counts towards; null when nothing of ours gives this back. */
  commandId: string | null;
  /** We asked for it; otherwise somebody made it at the payment service. */
  isOurs: boolean;
}

export interface CommandOnMoney {
  id: string;
  kind: 'capture' | 'release' | 'refund';
  /** The decision it came of; a capture of a decision is an approval. */
  decisionId: string | null;
  /** That decision does not stand any more. */
  isOverturned: boolean;
  /** What it gives back of money taken; null while nothing is. */
  returnsPence: Pence | null;
  requestedAt: Date;
}

export interface PostedEffect {
  effectKey: string;
  commandId: string | null;
  entries: readonly Transfer[];
}
