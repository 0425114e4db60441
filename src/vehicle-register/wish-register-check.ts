import type { Application } from '../applications/applications.store.js';
import type { Tx } from '../platform/database/transaction.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { insertFirstWish, lockRegisterCheck, renewWish } from './register-checks.store.js';

export interface NewWish {
  application: Pick<Application, 'id' | 'registration'>;
  now: Date;
  /** An answer given at this instant or later will do. */
  freshSince: Date;
  formId: string | null;
}

/**
 * Wishes to know, in the caller's transaction: the row is written, the job is woken. Without a
 * vehicle there is nothing to know.
 */
export async function wishRegisterCheck(
  tx: Tx,
  outbox: Outbox,
  { application, now, freshSince, formId }: NewWish,
): Promise<void> {
  const { id: applicationId, registration } = application;
  if (registration === null) return;
  const wish = { applicationId, registration, askedAt: now, freshSince, formId };
  const before = await lockRegisterCheck(tx, applicationId);
  if (before) await renewWish(tx, wish);
  else await insertFirstWish(tx, wish);
  await outbox.enqueue(tx, { type: 'vehicle-register.wished', subjectId: applicationId });
}
