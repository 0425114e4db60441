import type { CaseFile } from '../case-file/case-file.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { otherExceptionsPence } from '../refund-exceptions/exception-limit.rules.js';
import { exceptionsOf, waitingPence } from '../refund-exceptions/refund-exceptions.store.js';
import { highestLimit, returnablePence } from '../refund-exceptions/returnable.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import type { ExceptionMoney } from './request-exception.presenter.js';

export interface AskedBefore {
  /** Of the requests there are already. */
  formIds: string[];
  money: ExceptionMoney;
}

/** What was asked for before in a case, and what of its payment is left. */
export async function readAskedBefore(
  reader: Reader,
  { application, payment, policy }: CaseFile,
  now: Date,
): Promise<AskedBefore> {
  const exceptions = await exceptionsOf(reader, application.id);
  const waiting = payment ? await waitingPence(reader, payment.id) : 0;
  return {
    formIds: exceptions.map(({ formId }) => formId),
    money: {
      capturedPence: payment?.capturedPence ?? 0,
      returnsPromisedPence: payment?.returnsPromisedPence ?? 0,
      waitingPence: waiting,
      returnablePence: returnablePence(payment, waiting),
      highestLimit: highestLimit(policy.settings, londonDateOf(now)),
      othersPence: payment
        ? otherExceptionsPence(exceptions, { paymentId: payment.id, except: null })
        : 0,
    },
  };
}
