import { findApplication } from '../applications/applications.store.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import type { Tx } from '../platform/database/transaction.js';

/** Locks the case of this application in the order of the house; its property never changes. */
export async function lockCaseOf(tx: Tx, applicationId: string, now: Date): Promise<CaseFile> {
  const application = await findApplication(tx, applicationId);
  if (!application) throw new Error('The case of this request is gone.');
  return lockCase(tx, { applicationId, uprn: application.uprn, officer: null }, now);
}
