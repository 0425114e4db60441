import { journalsDue } from '../../src/ledger/journals-due.rules.js';
import {
  balanceOf,
  type JournalToPost,
  LEDGER_ACCOUNTS,
} from '../../src/ledger/ledger-terms.rules.js';
import type {
  CommandOnMoney,
  PaymentFacts,
  RefundSeen,
} from '../../src/ledger/payment-facts.rules.js';

export const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

export const FACTS: PaymentFacts = {
  paymentId: 'p',
  applicationId: 'a',
  stage: 'under_way',
  wasHeld: false,
  amountPence: 5500,
  heldAt: at(1),
  takenAt: null,
  refunds: [],
  commands: [],
  learntAt: at(9),
};

export const command = (more: Partial<CommandOnMoney>): CommandOnMoney => ({
  ...{ id: 'c', kind: 'release', decisionId: 'd', isOverturned: false },
  ...{ returnsPence: null, requestedAt: at(5), ...more },
});
export const approval = command({ id: 'approval', kind: 'capture' });
export const refund = (more: Partial<RefundSeen> = {}): RefundSeen => ({
  ...{ id: 'r1', pence: 5500, isFailed: false, at: at(7), commandId: 'c', isOurs: true, ...more },
});

/** Learns one thing after the other, each posting what is due then. */
export function learn(...steps: Partial<PaymentFacts>[]): JournalToPost[] {
  return steps.reduce<JournalToPost[]>(
    (posted, step) => [...posted, ...journalsDue(posted, { ...FACTS, ...step })],
    [],
  );
}

export const kinds = (journals: readonly JournalToPost[]) => journals.map(({ kind }) => kind);

/** Only what is not nothing. */
export function standing(journals: readonly JournalToPost[]) {
  const all = LEDGER_ACCOUNTS.map((account) => [account, balanceOf(journals, account)] as const);
  expect(all.reduce((sum, [, pence]) => sum + pence, 0)).toBe(0);
  return Object.fromEntries(all.filter(([, pence]) => pence !== 0));
}

export const HELD = { stage: 'held', wasHeld: true } as const;
export const TAKEN = { stage: 'taken', wasHeld: true, takenAt: at(6) } as const;
