import { NotFoundException } from '@nestjs/common';
import { caseFileOr404 } from '../case-file/case-file-or-404.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { otherExceptionsPence } from '../refund-exceptions/exception-limit.rules.js';
import {
  exceptionsOf,
  findException,
  type RefundException,
} from '../refund-exceptions/refund-exceptions.store.js';
import type { Pence } from '../shared/money.js';
import { nameOfStaff } from '../staff/staff-accounts.queries.js';
import { type ExceptionPaper, shownPaper } from './exception-paper.queries.js';

/** One request together with its case. */
export interface CaseException {
  file: CaseFile;
  exception: RefundException;
  names: { requestedBy: string; settledBy: string | null };
  /** What the other exceptions of its payment come to, asked for or approved. */
  othersPence: Pence;
  /** Null where none was named and none was sent. */
  paper: ExceptionPaper | null;
}

interface Wanted {
  reference: string;
  exceptionId: string;
  at: Date;
}

/** The request that an address names, of the very case it names; else "not found". */
export async function exceptionOr404(
  reader: Reader,
  { reference, exceptionId, at }: Wanted,
): Promise<CaseException> {
  const file = await caseFileOr404(reader, reference, at);
  const exception = /^[\da-f-]{36}$/.test(exceptionId)
    ? await findException(reader, exceptionId)
    : null;
  if (exception?.applicationId !== file.application.id) throw new NotFoundException();
  const { id: except, paymentId, requestedBy, settledBy } = exception;
  const exceptions = await exceptionsOf(reader, file.application.id);
  return {
    file,
    exception,
    paper: await shownPaper(reader, exception),
    othersPence: otherExceptionsPence(exceptions, { paymentId, except }),
    names: {
      requestedBy: (await nameOfStaff(reader, requestedBy)) ?? 'Somebody',
      settledBy: settledBy && (await nameOfStaff(reader, settledBy)),
    },
  };
}
