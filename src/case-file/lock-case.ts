import { lockApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import { lockPayment } from '../payments/payments.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { lockProperty } from '../properties/properties.store.js';
import { type CaseFile, caseFileOf } from './case-file.queries.js';

export interface CaseToLock {
  applicationId: string;
  uprn: string;
  /** Who acts on it; null when no member of staff does. */
  officer: { id: string } | null;
}

/**
 * Takes a case's locks in the order of the house, property → application → payment, and reads the
 * case under them. Both ids never change, so they may come from an earlier, unlocked read.
 * Throws ConflictOfInterest when the case touches the officer's own interests (R-COI-1).
 */
export async function lockCase(
  tx: Tx,
  { applicationId, uprn, officer }: CaseToLock,
  now: Date,
): Promise<CaseFile> {
  await lockProperty(tx, uprn);
  const application = await lockApplication(tx, applicationId);
  if (!application) throw new Error('The case was read before and is gone.');
  await lockPayment(tx, applicationId);
  if (officer) await refuseConflict(tx, application, { staffId: officer.id, now });
  return caseFileOf(tx, application, now);
}
