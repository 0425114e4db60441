import { lockApplication } from '../applications/applications.store.js';
import { lockPayment } from '../payments/payments.store.js';
import type { Tx } from '../platform/database/transaction.js';
import { lockProperty } from '../properties/properties.store.js';
import { type CaseFile, caseFileOf } from './case-file.queries.js';

/**
 * Takes a case's locks in the order of the house, property → application → payment, and reads the
 * case under them. Both ids never change, so they may come from an earlier, unlocked read.
 */
export async function lockCase(
  tx: Tx,
  { applicationId, uprn }: { applicationId: string; uprn: string },
  now: Date,
): Promise<CaseFile> {
  await lockProperty(tx, uprn);
  const application = await lockApplication(tx, applicationId);
  if (!application) throw new Error('The case was read before and is gone.');
  await lockPayment(tx, applicationId);
  return caseFileOf(tx, application, now);
}
