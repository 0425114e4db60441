import {
  approval,
  command,
  HELD,
  learn,
  refund,
  standing,
  TAKEN,
} from '../../test/builders/payment-facts.js';
import type { JournalToPost } from './ledger-terms.rules.js';
import type { PaymentFacts } from './payment-facts.rules.js';

describe('five readings kept in any order', () => {
  const release = command({ returnsPence: 5500 });
  const histories: Record<string, { readings: Partial<PaymentFacts>[]; left: object }> = {
    'a refund that failed': {
      readings: [
        {},
        HELD,
        TAKEN,
        { ...TAKEN, refunds: [refund()] },
        { ...TAKEN, refunds: [refund({ isFailed: true })] },
      ].map((reading) => ({ ...reading, commands: [release] })),
      left: { provider_clearing: 5500, refund_payable: -5500 },
    },
    'two refunds, one of them foreign': {
      readings: [
        HELD,
        TAKEN,
        { ...TAKEN, refunds: [refund({ pence: 2000, isOurs: false })] },
        { ...TAKEN, refunds: [refund({ id: 'r2', pence: 3500 })] },
        {
          ...TAKEN,
          refunds: [refund({ pence: 2000, isOurs: false }), refund({ id: 'r2', pence: 3500 })],
        },
      ].map((reading) => ({ ...reading, commands: [release] })),
      left: {},
    },
    'an approval': {
      readings: [{}, {}, HELD, HELD, TAKEN].map((reading) => ({
        ...reading,
        commands: [approval],
      })),
      left: { provider_clearing: 5500, income: -5500 },
    },
    'a hold that was cancelled': {
      readings: [{}, HELD, HELD, { stage: 'ended' }, { stage: 'ended' }].map((reading) => ({
        ...(reading as Partial<PaymentFacts>),
        commands: [command({})],
      })),
      left: {},
    },
  };

  it.each(Object.entries(histories))('%s: all 120 end the same', (_, { readings, left }) => {
    const orders = permutations(readings);
    expect(orders).toHaveLength(120);
    const ends = orders.map((order) => learn(...asKept(order)));
    for (const end of ends) expect(standing(end)).toEqual(left);
    expect(new Set(ends.map((end) => keysOf(end))).size).toBe(1);
  });

  const keysOf = (end: readonly JournalToPost[]) =>
    end
      .map(({ effectKey }) => effectKey)
      .sort()
      .join();
});

const RANK = { under_way: 0, held: 1, taken: 2, ended: 2 } as const;

/** Readings as they are kept: the furthest stage known so far, with what was just read. */
function asKept(order: readonly Partial<PaymentFacts>[]): Partial<PaymentFacts>[] {
  let stage: PaymentFacts['stage'] = 'under_way';
  return order.map((reading) => {
    const read = reading.stage ?? 'under_way';
    if (RANK[read] >= RANK[stage]) stage = read;
    return { ...reading, stage };
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
