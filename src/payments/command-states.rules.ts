import { defineTransitions } from '../shared/transitions.js';

/**
 * `unknown`: sent, but the answer may be lost; it is read before anything is sent again.
 * `sent`: the provider has our refund, and the bank has not answered yet.
 */
export const COMMAND_STATES = [
  'requested',
  'unknown',
  'sent',
  'needs_attention',
  'settled',
  'settled_another_way',
] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

/** What can become of a command; the store's conditional writes are these arrows. */
export const COMMAND_TRANSITIONS = defineTransitions({
  requested: {
    send: { to: 'unknown' },
    confirm: { to: 'settled', because: 'The provider shows that it is done.' },
    ask_a_person: { to: 'needs_attention' },
  },
  unknown: {
    send: { to: 'unknown', because: 'Read, and the effect was not there.' },
    refund_accepted: { to: 'sent' },
    confirm: { to: 'settled' },
    ask_a_person: { to: 'needs_attention' },
  },
  sent: {
    confirm: { to: 'settled' },
    ask_a_person: { to: 'needs_attention', because: 'The refund failed at the bank (R-PAY-4).' },
  },
  needs_attention: {
    try_again: { to: 'requested' },
    refund_accepted: { to: 'sent', because: 'It had been sent after all.' },
    confirm: { to: 'settled', because: 'It had been done after all.' },
    settle_another_way: {
      to: 'settled_another_way',
      because:
        'What became of it was read since it was sent, or the payment is not known there (R-PAY-4).',
    },
  },
  settled: {
    ask_a_person: { to: 'needs_attention', because: 'A refund failed later (R-PAY-4).' },
  },
  settled_another_way: {},
});
