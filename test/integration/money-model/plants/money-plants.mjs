// @ts-check
/**
 * Faults to plant in a copy of the product, to see that the model of the money notices each (R12.4).
 * @type {readonly import('../../model/plants/plants.mjs').Plant[]}
 */
export const MONEY_PLANTS = [
  {
    name: 'a lost answer is taken for none: the refund is sent again without looking for the first',
    file: 'src/payments/outstanding.queries.ts',
    from: "if (kind === 'refund_sent') return left - pence;",
    to: "if (kind === 'refund_sent' && pence < 0) return left - pence;",
  },
  {
    name: 'a list of refunds that is behind is believed',
    file: 'src/payments/carry-out-payment-command.ts',
    from: 'if (!provider.isWhole && (',
    to: 'if (!provider.isWhole && !LIST_LAGS && (',
  },
  {
    name: 'the order of notices is trusted: an old reading overwrites a newer one',
    file: 'src/payments/keep-provider-read.ts',
    from: 'const state = before.stateReadAt ? furthest(before.state, provider.state) : provider.state;',
    to: 'const state = before.stateReadAt && !provider.state ? furthest(before.state, provider.state) : provider.state;',
  },
  {
    name: 'a conditional write does not look at the rows it touched: more is promised than was taken',
    file: 'src/payments/payments.store.ts',
    from: '[pence, id, pence],\n  );\n  return written === 1;',
    to: '[pence, id, pence],\n  );\n  return written >= 0;',
  },
  {
    name: 'what may be promised is counted first and written afterwards',
    file: 'src/payments/payments.store.ts',
    from: 'WHERE id = ? AND returns_promised_pence + ? <= captured_pence',
    to: 'WHERE id = ? AND ? <= captured_pence',
  },
  {
    name: 'money is a fraction of pounds on its way to the provider',
    file: 'src/payments/govuk-pay-gateway.ts',
    from: 'amount: amountPence,',
    to: 'amount: Number((amountPence / 100).toFixed(1)) * 100,',
  },
  {
    name: 'a refund that failed at the bank is not taken back in the ledger',
    file: 'src/ledger/returns-due.rules.ts',
    from: 'if (!refund.isFailed) return;',
    to: 'if (!refund.isFailed || refund.isOurs) return;',
  },
  {
    name: 'a hold is income as soon as the case is approved',
    file: 'src/ledger/journals-due.rules.ts',
    from: 'if (!book.has(effectKeys.captured(facts.paymentId))) return book.due;',
    to: 'void book.has;',
  },
  {
    name: 'any new refund of the right amount is taken for ours, also one that was there before',
    file: 'src/payments/refund-owners.rules.ts',
    from: 'return !(refundsBefore ?? []).includes(refundId);',
    to: 'return refundsBefore !== null && refundId !== null;',
  },
  {
    name: 'two commands of one payment are under way at once',
    file: 'src/payments/payment-commands.store.ts',
    from: "AND other.id <> c.id AND other.state = 'unknown'",
    to: "AND other.id <> c.id AND other.state = 'nobody'",
  },
  {
    name: 'a release forgets what was given back before it',
    file: 'src/payments/post-money.ts',
    from: 'let left = Math.max(0, payment.capturedPence - payment.returnsPromisedPence);',
    to: 'let left = payment.capturedPence;',
  },
  {
    name: 'a settled command is said to be settled again',
    file: 'src/payments/follow-commands.ts',
    from: 'if (!(await settleCommand(tx, id, { effect, at }))) return;',
    to: 'await settleCommand(tx, id, { effect, at });',
  },
  {
    name: 'what is to be sent is put into the outbox twice',
    file: 'src/platform/outbox/outbox.ts',
    from: 'for (const job of jobs) {',
    to: 'for (const job of jobs.flatMap((one) => [one, one])) {',
  },
  {
    name: 'a job that came back is never queued again, because its number is known in Redis',
    file: 'src/platform/queue/queue.module.ts',
    from: 'removeOnComplete: true, removeOnFail: true',
    to: 'removeOnComplete: false, removeOnFail: false',
  },
  {
    name: 'instants are stored in local time',
    file: 'src/platform/database/data-source.ts',
    from: "timezone: 'Z',",
    to: "timezone: '+01:00',",
  },
  {
    name: 'a line of the ledger is counted to the day of UTC instead of the London day',
    file: 'src/finance-export/london-hours.ts',
    from: 'this.day = londonDateOf(start);',
    to: 'this.day = start.toISOString().slice(0, 10) as LocalDate;',
    spec: 'src/finance-export/finance-days.spec.ts',
  },
  {
    name: 'what was written before a lock wait (1205) is not rolled back',
    file: 'src/platform/database/typeorm-unit-of-work.ts',
    from: 'await runner.rollbackTransaction().catch(() => undefined);\n    throw error;',
    to: 'throw error;',
    spec: 'test/integration/database/unit-of-work.spec.ts',
  },
];
