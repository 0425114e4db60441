import {
  JOURNAL_KINDS,
  type JournalKind,
  type LedgerAccount,
} from '../ledger/ledger-terms.rules.js';
import {
  addAmounts,
  AMOUNT_NAMES,
  type Amounts,
  amountsOf,
  type FinanceEntry,
  type FinanceKind,
  financeKindOf,
  NO_AMOUNTS,
} from './finance-lines.rules.js';

const entry = (
  journalKind: JournalKind,
  debit: LedgerAccount,
  credit: LedgerAccount,
  cause: string | null = null,
): FinanceEntry => ({ journalKind, debit, credit, pence: 5500, cause });

const TABLE: [FinanceEntry, FinanceKind | null, Partial<Amounts>][] = [
  [entry('hold_placed', 'held', 'customer'), null, {}],
  [entry('hold_voided', 'customer', 'held'), 'hold_cancelled', { holdCancelled: 5500 }],
  [entry('captured', 'provider_clearing', 'held'), 'payment_taken', { taken: 5500 }],
  [entry('captured', 'provider_clearing', 'customer'), 'payment_taken', { taken: 5500 }],
  [entry('captured', 'customer', 'held'), 'hold_cancelled', { holdCancelled: 5500 }],
  [entry('fee_earned', 'customer', 'income'), 'fee', { income: 5500 }],
  [entry('fee_returned', 'income', 'customer'), 'fee', { income: -5500 }],
  [entry('refund_owed', 'customer', 'refund_payable'), null, {}],
  [entry('refund_owed', 'income', 'refund_payable'), 'fee', { income: -5500 }],
  [entry('refund_not_owed', 'refund_payable', 'income'), 'fee', { income: 5500 }],
  [entry('refund_not_owed', 'refund_payable', 'customer'), null, {}],
  [
    entry('refund_sent', 'refund_payable', 'provider_clearing', 'decision'),
    'refund',
    { refunded: -5500 },
  ],
  [entry('refund_sent', 'refund_payable', 'provider_clearing'), 'refund', { refunded: -5500 }],
  [
    entry('refund_sent', 'refund_payable', 'provider_clearing', 'exception'),
    'exception',
    { refunded: -5500 },
  ],
  [
    entry('refund_failed', 'provider_clearing', 'refund_payable', 'exception'),
    'refund_failed',
    { refunded: 5500 },
  ],
  [
    entry('paid_another_way', 'refund_payable', 'paid_another_way'),
    'another_way',
    { anotherWay: -5500 },
  ],
  [
    entry('difference_closed', 'write_off', 'provider_clearing'),
    'difference',
    { difference: -5500 },
  ],
  [entry('difference_closed', 'write_off', 'refund_payable'), 'difference', { difference: -5500 }],
  [
    entry('difference_closed', 'provider_clearing', 'write_off'),
    'difference',
    { difference: 5500 },
  ],
];

describe('the lines of the finance export (R-REP-3)', () => {
  it.each(TABLE)('%j is a line of %s with %j', (one, kind, amounts) => {
    expect(financeKindOf(one)).toBe(kind);
    const expected = { ...NO_AMOUNTS, ...amounts };
    if (kind !== null) {
      for (const name of AMOUNT_NAMES) {
        expect([name, amountsOf(kind, one)[name] - expected[name]]).toEqual([name, 0]);
      }
    }
  });

  it('knows every kind of journal', () => {
    expect(new Set(TABLE.map(([{ journalKind }]) => journalKind))).toEqual(new Set(JOURNAL_KINDS));
  });

  it('earns nothing by a hold that was placed and cancelled', () => {
    expect(
      sumOf([entry('hold_placed', 'held', 'customer'), entry('hold_voided', 'customer', 'held')]),
    ).toMatchObject({ taken: 0, refunded: 0, income: 0, holdCancelled: 5500 });
  });

  it('keeps the fee and the refund of an exception as lines that end at nothing', () => {
    const story = [
      entry('captured', 'provider_clearing', 'held'),
      entry('fee_earned', 'customer', 'income'),
      entry('refund_owed', 'income', 'refund_payable', 'exception'),
      entry('refund_sent', 'refund_payable', 'provider_clearing', 'exception'),
    ];
    const { taken, refunded, income } = sumOf(story);
    expect([taken, refunded, income]).toEqual([5500, -5500, 0]);
  });
});

function sumOf(entries: readonly FinanceEntry[]): Amounts {
  return entries.reduce((sum, one) => {
    const kind = financeKindOf(one);
    return kind === null ? sum : addAmounts(sum, amountsOf(kind, one));
  }, NO_AMOUNTS);
}
