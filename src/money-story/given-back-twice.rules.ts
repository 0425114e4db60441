import type { Pence } from '../shared/money.js';
import type { JournalFact, MoneyFacts } from './money-facts.rules.js';

type Counts = Readonly<Partial<Record<JournalFact['kind'], number>>>;

/** What went back for a command, less what was owed for it and what a person closed. */
const WENT_BACK: Counts = {
  ...{ refund_owed: -1, refund_sent: 1, refund_failed: -1, paid_another_way: 1 },
  difference_closed: -1,
};
const TO_THE_CARD: Counts = { refund_sent: 1, refund_failed: -1 };

/** Amounts that were settled another way and refunded to the card after all (R-PAY-4), not closed yet. */
export function givenBackTwice(facts: MoneyFacts): Pence[] {
  return sums(facts, WENT_BACK);
}

/** Whether what was settled another way went to the card too, closed or not. */
export function wentToCardToo(facts: MoneyFacts): boolean {
  return sums(facts, TO_THE_CARD).length > 0;
}

function sums({ commands, journals }: MoneyFacts, counts: Counts): Pence[] {
  return commands
    .filter(({ state }) => state === 'settled_another_way')
    .map(({ id }) =>
      journals
        .filter(({ commandId }) => commandId === id)
        .reduce((sum, { kind, amountPence }) => sum + (counts[kind] ?? 0) * amountPence, 0),
    )
    .filter((pence) => pence > 0);
}
