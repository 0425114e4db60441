import type { Pence } from '../shared/money.js';
import type { ExceptionState } from './exception-states.rules.js';

interface OneException {
  id: string;
  paymentId: string;
  state: ExceptionState;
  amountPence: Pence;
}

/** What is asked for or was approved counts towards the limit; what came to nothing does not. */
const COUNTS: Readonly<Record<ExceptionState, boolean>> = {
  requested: true,
  approved: true,
  declined: false,
  withdrawn: false,
  lapsed: false,
};

/**
 * What the exceptions of one payment come to, without the one in hand: a limit holds for all of them
 * together, so that a large amount cannot be asked for in small ones (R-CAN-2).
 */
export function otherExceptionsPence(
  exceptions: readonly OneException[],
  { paymentId, except }: { paymentId: string; except: string | null },
): Pence {
  return exceptions
    .filter((one) => one.paymentId === paymentId && one.id !== except && COUNTS[one.state])
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
}

/** What is left of a limit once the others are counted; never below nothing. */
export function leftOfLimit(limitPence: Pence, othersPence: Pence): Pence {
  return Math.max(0, limitPence - othersPence);
}
