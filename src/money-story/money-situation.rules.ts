import type { CommandFact, MoneyFacts, PaymentFact } from './money-facts.rules.js';

/** Where the money of a case stands: one thing at a time, what must be known first. */
export type MoneySituation =
  | { is: 'free' }
  | { is: 'not_read'; pence: number }
  | { is: 'unpaid'; pence: number }
  | { is: 'being_paid'; pence: number }
  | { is: 'held'; pence: number; until: Date | null }
  | { is: 'being_taken'; pence: number; isUndecided: boolean }
  | { is: 'taken'; pence: number; returnedPence: number }
  | { is: 'taken_undecided'; pence: number }
  | { is: 'giving_back'; pence: number; isAtBank: boolean }
  | { is: 'refund_failed'; pence: number }
  | { is: 'needs_person'; pence: number; isReturn: boolean }
  | { is: 'hold_cancelled'; pence: number }
  | { is: 'nothing_held'; pence: number }
  | { is: 'given_back'; pence: number }
  | { is: 'settled_another_way'; pence: number }
  | { is: 'lapsed'; pence: number }
  | { is: 'asked_to_pay_again'; pence: number; at: Date }
  | { is: 'error'; pence: number };

export function moneySituation(facts: MoneyFacts): MoneySituation {
  const payment = currentPayment(facts.payments);
  if (!payment) return { is: 'free' };
  const commands = facts.commands.filter(({ paymentId }) => paymentId === payment.id);
  return (
    returnSituation(facts, commands) ??
    takingSituation(facts, payment, commands) ??
    otherWaySituation(facts, commands) ??
    readSituation(facts, payment, commands)
  );
}

/** The payment that counts; an earlier one is shown among what happened. */
export function currentPayment(payments: readonly PaymentFact[]): PaymentFact | null {
  return payments.findLast(({ replacedAt }) => replacedAt === null) ?? payments.at(-1) ?? null;
}

/** Asked for and not at its end: a machine still works on it. */
export function isUnderWay({ state }: Pick<CommandFact, 'state'>): boolean {
  return state === 'requested' || state === 'unknown' || state === 'sent';
}

function isReturn({ kind }: Pick<CommandFact, 'kind'>): boolean {
  return kind !== 'capture';
}

function returnSituation(
  facts: MoneyFacts,
  commands: readonly CommandFact[],
): MoneySituation | null {
  const returns = commands.filter(isReturn);
  const stuck = returns.filter(({ state }) => state === 'needs_attention');
  const pence = sumOf(stuck);
  if (stuck.some(({ id }) => hasFailed(facts, id))) return { is: 'refund_failed', pence };
  if (stuck.length > 0) return { is: 'needs_person', pence, isReturn: true };
  const going = returns.filter(isUnderWay);
  if (going.length === 0) return null;
  const isAtBank = going.every(({ state }) => state === 'sent');
  return { is: 'giving_back', pence: sumOf(going), isAtBank };
}

function takingSituation(
  facts: MoneyFacts,
  payment: PaymentFact,
  commands: readonly CommandFact[],
): MoneySituation | null {
  const taking = commands.findLast(({ kind }) => kind === 'capture');
  if (!taking) return null;
  const { amountPence: pence, state } = taking;
  if (isUnderWay(taking)) {
    const isUndecided = taking.causeKind === 'hold_ending' && !facts.isDecided;
    return { is: 'being_taken', pence, isUndecided };
  }
  if (state !== 'needs_attention' || payment.state === 'success') return null;
  const isGone = payment.state === 'failed' || payment.state === 'cancelled';
  return isGone ? lapsed(facts, pence) : { is: 'needs_person', pence, isReturn: false };
}

function otherWaySituation(
  { otherWays }: MoneyFacts,
  commands: readonly CommandFact[],
): MoneySituation | null {
  const own = otherWays.filter(({ commandId }) => commands.some(({ id }) => id === commandId));
  return own.length > 0 ? { is: 'settled_another_way', pence: sumOf(own) } : null;
}

function readSituation(
  facts: MoneyFacts,
  payment: PaymentFact,
  commands: readonly CommandFact[],
): MoneySituation {
  const { amountPence: pence, state } = payment;
  if (facts.askedToPayAgainAt !== null && !isPaid(payment)) return lapsed(facts, pence);
  if (payment.stateReadAt === null) return { is: 'not_read', pence };
  switch (state) {
    case 'created':
    case 'started':
      return { is: 'unpaid', pence };
    case 'submitted':
      return { is: 'being_paid', pence };
    case 'capturable':
      return { is: 'held', pence, until: payment.holdEndsAt };
    case 'success':
      return takenSituation(facts, payment, commands);
    case 'cancelled':
      return { is: 'hold_cancelled', pence };
    case 'failed':
      return commands.some(isReturn) ? { is: 'nothing_held', pence } : lapsed(facts, pence);
    case 'error':
      return { is: 'error', pence };
  }
}

function takenSituation(
  { isDecided }: MoneyFacts,
  { amountPence: pence, refundedPence: returnedPence }: PaymentFact,
  commands: readonly CommandFact[],
): MoneySituation {
  if (returnedPence >= pence) return { is: 'given_back', pence: returnedPence };
  const isBecauseUndecided = commands.some(({ causeKind }) => causeKind === 'hold_ending');
  if (isBecauseUndecided && !isDecided) return { is: 'taken_undecided', pence };
  return { is: 'taken', pence, returnedPence };
}

function lapsed({ askedToPayAgainAt: at }: MoneyFacts, pence: number): MoneySituation {
  return at === null ? { is: 'lapsed', pence } : { is: 'asked_to_pay_again', pence, at };
}

function isPaid({ state, stateReadAt }: PaymentFact): boolean {
  return stateReadAt !== null && ['submitted', 'capturable', 'success'].includes(state);
}

function hasFailed({ journals }: MoneyFacts, commandId: string): boolean {
  return journals.some((one) => one.kind === 'refund_failed' && one.commandId === commandId);
}

function sumOf(amounts: readonly { amountPence: number }[]): number {
  return amounts.reduce((sum, { amountPence }) => sum + amountPence, 0);
}
