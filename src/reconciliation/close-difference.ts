import { findApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { postJournals } from '../ledger/ledger.store.js';
import { effectKeys } from '../ledger/ledger-terms.rules.js';
import { standingCorrections } from '../payment-comparisons/corrections.queries.js';
import {
  CORRECTION_CAUSES,
  type CorrectionCause,
  type CorrectionDue,
  correctionDue,
  takenBackBy,
} from '../payment-comparisons/corrections.rules.js';
import { lockDifferencesOf } from '../payment-comparisons/corrections.store.js';
import { type Difference, findDifference } from '../payment-comparisons/differences.queries.js';
import { insertExplanation } from '../payment-comparisons/differences.store.js';
import { ourSideNow } from '../payment-comparisons/our-side.queries.js';
import { lockMoney } from '../payments/lock-money.js';
import { findPaymentByProviderId, type Payment } from '../payments/payments.store.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** A difference under its locks, with what the ledger lacks now. */
export interface DifferenceHeld {
  difference: Difference;
  /** Whose payment it is by now; null while nobody's. */
  payment: Payment | null;
  due: CorrectionDue;
}

/**
 * Locks application, payment and the differences of that payment, in this order.
 * @throws ConflictOfInterest when the case touches the person's own interests (R-COI-1)
 */
export async function holdDifference(
  tx: Tx,
  id: string,
  { staffId, at }: { staffId: string; at: Date },
): Promise<DifferenceHeld | null> {
  const known = await findDifference(tx, id);
  if (!known) return null;
  const payment = await findPaymentByProviderId(tx, known.providerPaymentId);
  if (payment) await lockMoney(tx, { ...payment, paymentId: payment.id });
  const applicationId = payment?.applicationId ?? known.applicationId;
  const application = applicationId === null ? null : await findApplication(tx, applicationId);
  if (application) await refuseConflict(tx, application, { staffId, now: at });
  await lockDifferencesOf(tx, known.providerPaymentId);
  const difference = await findDifference(tx, id);
  return difference && { difference, payment, due: await correctionNow(tx, difference) };
}

/** Their side as the last comparison read it, ours as it is now. */
export async function correctionNow(
  reader: Reader,
  { kind, providerPaymentId, theirs }: Difference,
): Promise<CorrectionDue> {
  const ourSide = await ourSideNow(reader, providerPaymentId);
  return correctionDue(kind, { ...ourSide, theirs });
}

interface Closing {
  correction: { id: string; cause: CorrectionCause; words: string; askedBy: string };
  /** Who posts it: the same person, or the second one. */
  by: string;
  at: Date;
}

/** Posts what the ledger lacks, closes the difference with the words, and says it on the case. */
export async function closeByCorrection(
  tx: Tx,
  { difference, payment, due }: DifferenceHeld,
  { correction, by, at }: Closing,
): Promise<void> {
  const { id: differenceId, providerPaymentId } = difference;
  const { id, cause, words, askedBy } = correction;
  const earlier = await standingCorrections(tx, providerPaymentId);
  const journal = {
    ...{ paymentId: payment?.id ?? null, applicationId: payment?.applicationId ?? null },
    ...{ kind: 'difference_closed' as const, commandId: null, occurredAt: at },
    effectKey: effectKeys.differenceClosed(differenceId),
    reverses: takenBackBy(due.entries, earlier),
    ...{ note: CORRECTION_CAUSES[cause], entries: due.entries },
  };
  await postJournals(tx, [journal], at);
  await insertExplanation(tx, { id, differenceId, words, explainedBy: askedBy, explainedAt: at });
  if (!payment) return;
  const actor = { kind: 'staff', id: by } as const;
  const payload = { differenceId, gainPence: due.gainPence, cause };
  const occasion = { applicationId: payment.applicationId, actor, at };
  await recordEvent(tx, occasion, { type: 'ledger-corrected', payload });
}
