import { type Application, findApplication } from '../applications/applications.store.js';
import {
  findPaymentRequest,
  type PaymentRequest,
} from '../payment-requests/payment-requests.store.js';
import { type PaymentTry, triesOf } from '../payment-requests/payment-tries.store.js';
import { findPermitType } from '../permit-types/permit-types.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';

/** What stands behind a resident's link to pay. */
export interface PayDesk {
  request: PaymentRequest;
  application: Application;
  permitTypeName: string;
  /** The try that is open at the payment service; null when there is none. */
  live: PaymentTry | null;
  /** A try came to nothing before. */
  hasFailed: boolean;
}

/** Null when there is no such request, as with a link that was previewed and never sent. */
export async function readPayDesk(reader: Reader, requestId: string): Promise<PayDesk | null> {
  const request = await findPaymentRequest(reader, requestId);
  const application = request && (await findApplication(reader, request.applicationId));
  if (!request || !application) return null;
  const receivedOn = londonDateOf(application.receivedAt);
  const permitType = await findPermitType(reader, application.permitTypeCode, receivedOn);
  const tries = await triesOf(reader, requestId);
  return {
    ...{ request, application, permitTypeName: permitType?.name ?? 'parking' },
    live: tries.find(({ state }) => state === 'live') ?? null,
    hasFailed: tries.some(({ state }) => state === 'ended'),
  };
}
