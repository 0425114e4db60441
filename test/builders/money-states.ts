import type {
  CommandFact,
  JournalFact,
  MoneyFacts,
  PaymentFact,
} from '../../src/money-story/money-facts.rules.js';

export const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const HELD_AT = at('16T09:12');
const READ_AT = at('18T14:03');

export const payment = (given: Partial<PaymentFact> = {}): PaymentFact => ({
  ...{ id: 'payment', amountPence: 5500, state: 'capturable', refundedPence: 0 },
  ...{ holdEndsAt: at('21T09:12'), stateReadAt: READ_AT, replacedAt: null },
  ...given,
});
export const command = (given: Partial<CommandFact> = {}): CommandFact => ({
  ...{ id: 'command', paymentId: 'payment', kind: 'release', causeKind: 'decision' },
  ...{ amountPence: 5500, state: 'requested', effect: null, lastProblem: null },
  ...{ requestedAt: at('18T14:00'), settledAt: null },
  ...given,
});
export const journal = (
  kind: JournalFact['kind'],
  when = HELD_AT,
  commandId: string | null = null,
) => ({
  ...{ kind, paymentId: 'payment', commandId, amountPence: 5500, occurredAt: when },
});
export const facts = (given: Partial<MoneyFacts> = {}): MoneyFacts => ({
  ...{ isDecided: false, payments: [payment()], commands: [], journals: [], exceptions: [] },
  ...{ otherWays: [], askedToPayAgainAt: null, awaySince: null },
  takenUndecidedAt: at('20T21:12'),
  ...given,
});

export const held = journal('hold_placed');
export const voided = journal('hold_voided', at('18T14:02'), 'command');
export const captured = journal('captured', at('18T14:02'), 'capture');
const sent = journal('refund_sent', at('19T10:00'), 'command');
const failed = journal('refund_failed', at('20T10:00'), 'command');
const capture = (given: Partial<CommandFact> = {}) =>
  command({ id: 'capture', kind: 'capture', ...given });
export const done = { state: 'settled', settledAt: at('18T14:02') } as const;
export const taken = payment({ state: 'success', holdEndsAt: null });
export const takenBefore = capture({ ...done, effect: 'captured', requestedAt: at('17T09:00') });

/** Every state: its name, the facts, what is said now, and a part of what happens next. */
export const STATES: [string, MoneyFacts, string, string | null][] = [
  ['free', facts({ payments: [] }), 'Free: no payment was made.', null],
  [
    'not_read',
    facts({ payments: [payment({ stateReadAt: null })] }),
    '£55, not yet read at the payment service.',
    'asked within a minute',
  ],
  [
    'unpaid',
    facts({ payments: [payment({ state: 'started', holdEndsAt: null })] }),
    '£55, not paid yet.',
    'once it is paid',
  ],
  [
    'being_paid',
    facts({ payments: [payment({ state: 'submitted', holdEndsAt: null })] }),
    '£55 is being paid.',
    'once it is paid',
  ],
  [
    'held',
    facts({ journals: [held] }),
    '£55 held on the card until 21 November 2026, 9:12am.',
    'If nobody decides, it is taken on 20 November 2026, 9:12pm.',
  ],
  [
    'being_taken',
    facts({ isDecided: true, commands: [capture()], journals: [held] }),
    'The £55 is being taken.',
    'until it confirms',
  ],
  [
    'being_taken',
    facts({ commands: [capture({ causeKind: 'hold_ending' })], journals: [held] }),
    'The £55 is being taken.',
    'Nobody had decided',
  ],
  [
    'taken_undecided',
    facts({
      payments: [taken],
      commands: [capture({ ...done, causeKind: 'hold_ending', effect: 'captured' })],
      journals: [held, captured],
    }),
    '£55 taken, because nobody had decided before the hold ended.',
    'A rejection or withdrawal gives it back',
  ],
  [
    'taken',
    facts({
      isDecided: true,
      payments: [taken],
      commands: [takenBefore],
      journals: [held, captured],
    }),
    '£55 taken.',
    null,
  ],
  [
    'taken',
    facts({ isDecided: true, payments: [{ ...taken, refundedPence: 1000 }] }),
    '£55 taken, £10 of it given back.',
    null,
  ],
  [
    'giving_back',
    facts({ isDecided: true, commands: [command()], journals: [held] }),
    '£55 is being given back.',
    'The bank decides',
  ],
  [
    'giving_back',
    facts({ isDecided: true, payments: [taken], commands: [command({ state: 'sent' })] }),
    '£55 is being given back.',
    'with the bank',
  ],
  [
    'hold_cancelled',
    facts({
      isDecided: true,
      payments: [payment({ state: 'cancelled', holdEndsAt: null })],
      commands: [command({ ...done, effect: 'hold_cancelled' })],
      journals: [held, voided],
    }),
    'The hold of £55 is cancelled.',
    'The bank decides',
  ],
  [
    'nothing_held',
    facts({
      isDecided: true,
      payments: [payment({ state: 'failed', holdEndsAt: null })],
      commands: [command({ ...done, effect: 'nothing_to_return' })],
    }),
    'Nothing is held or taken of the £55.',
    null,
  ],
  [
    'given_back',
    facts({
      isDecided: true,
      payments: [{ ...taken, refundedPence: 5500 }],
      commands: [command({ ...done, effect: 'refunded' })],
      journals: [held, captured, sent],
    }),
    '£55 given back to the card.',
    'The bank decides',
  ],
  [
    'refund_failed',
    facts({
      isDecided: true,
      payments: [taken],
      commands: [command({ state: 'needs_attention', lastProblem: 'The bank refused.' })],
      journals: [held, captured, sent, failed],
    }),
    'The refund of £55 failed at the bank.',
    'A supervisor pays it another way',
  ],
  [
    'needs_person',
    facts({ isDecided: true, commands: [command({ state: 'needs_attention' })] }),
    '£55 could not be given back.',
    'on the refunds board',
  ],
  [
    'needs_person',
    facts({
      isDecided: true,
      payments: [taken],
      commands: [command({ state: 'needs_attention', amountPence: 2000 })],
      journals: [held, captured, sent],
    }),
    '£20 could not be given back.',
    'on the refunds board',
  ],
  [
    'needs_person',
    facts({ isDecided: true, commands: [capture({ state: 'needs_attention' })] }),
    '£55 could not be taken.',
    'on the refunds board',
  ],
  [
    'settled_another_way',
    facts({
      isDecided: true,
      payments: [taken],
      commands: [command({ state: 'settled_another_way', settledAt: at('20T12:00') })],
      journals: [
        held,
        captured,
        journal('refund_owed', at('18T14:02'), 'command'),
        sent,
        failed,
        journal('paid_another_way', at('20T12:00'), 'command'),
      ],
      otherWays: [
        {
          ...{ commandId: 'command', amountPence: 5500, reference: 'Cheque 000123' },
          ...{ settledBy: 'Sue Pervisor', settledAt: at('20T12:00') },
        },
      ],
    }),
    '£55 given back another way than by card.',
    null,
  ],
  [
    'lapsed',
    facts({ payments: [payment({ state: 'failed', holdEndsAt: null })], journals: [held, voided] }),
    'Nothing is held: the hold of £55 lapsed or the payment failed.',
    'Ask the resident to pay again',
  ],
  [
    'asked_to_pay_again',
    facts({
      payments: [payment({ state: 'failed', holdEndsAt: null })],
      askedToPayAgainAt: at('19T11:00'),
    }),
    'Nothing is held. The resident was asked to pay £55 again.',
    'once the resident has paid',
  ],
  [
    'error',
    facts({ payments: [payment({ state: 'error', holdEndsAt: null })] }),
    'The payment service reports an error for this payment of £55.',
    'Ask the resident to pay again',
  ],
];
