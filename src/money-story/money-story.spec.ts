import {
  at,
  captured,
  command,
  done,
  facts,
  held,
  journal,
  payment,
  STATES,
  taken,
  voided,
} from '../../test/builders/money-states.js';
import { moneyStory } from './money-story.rules.js';

describe('where the money of a case stands, for those who work on it', () => {
  it.each(STATES)('%s', (situation, given, now, next) => {
    const story = moneyStory(given);
    expect([story.situation, story.now]).toEqual([situation, now]);
    if (next === null) expect(story.next).toEqual([]);
    else expect(story.next.join(' ')).toContain(next);
    expect(story.alarms).toEqual([]);
  });

  it('says what happened with its times, the first thing first', () => {
    const given = facts({
      isDecided: true,
      payments: [payment({ state: 'cancelled', holdEndsAt: null })],
      commands: [command({ ...done, effect: 'hold_cancelled' })],
      journals: [voided, held],
    });
    const story = moneyStory(given);
    expect(story.steps).toEqual([
      { words: '£55 held on the card', when: '16 November 2026, 9:12am', isProblem: false },
      {
        words: 'Told the payment service to give back £55',
        when: '18 November 2026, 2pm',
        isProblem: false,
      },
      { words: 'Hold of £55 cancelled', when: '18 November 2026, 2:02pm', isProblem: false },
    ]);
    expect(story.readAt).toBe('18 November 2026, 2:03pm');
  });

  it('takes what was done before there was a ledger from the command', () => {
    const given = facts({
      isDecided: true,
      payments: [payment({ state: 'cancelled', holdEndsAt: null })],
      commands: [command({ ...done, effect: 'hold_cancelled' })],
    });
    expect(moneyStory(given).steps.map(({ words }) => words)).toEqual([
      'Told the payment service to give back £55',
      'Hold of £55 cancelled',
    ]);
  });

  it('says by whom and under what reference it was settled another way', () => {
    const other = STATES.find(([name]) => name === 'settled_another_way');
    const words = moneyStory(other?.[1] ?? facts()).steps.map((step) => step.words);
    expect(words.at(-1)).toBe(
      '£55 given back another way: Cheque 000123, recorded by Sue Pervisor',
    );
  });

  it('says that an exception waits, by whom and since when', () => {
    const exceptions = [{ amountPence: 2000, askedBy: 'Olga Officer', askedAt: at('19T08:00') }];
    const { next } = moneyStory(facts({ isDecided: true, payments: [taken], exceptions }));
    expect(next[0]).toBe(
      'Olga Officer asked on 19 November 2026, 8am to give back £20 as an exception. Somebody else must approve it.',
    );
  });

  it('says since when the payment service does not answer', () => {
    const { next } = moneyStory(facts({ commands: [command()], awaySince: at('20T09:00') }));
    expect(next.at(-1)).toContain('has not answered since 20 November 2026, 9am');
  });

  it('tells two payments over time apart: the one that counts, and what became of the first', () => {
    const first = payment({ id: 'first', state: 'failed', replacedAt: at('19T12:00') });
    const lapsed = { ...voided, paymentId: 'first', commandId: null };
    const story = moneyStory(
      facts({
        payments: [first, payment()],
        journals: [{ ...held, paymentId: 'first' }, lapsed, journal('hold_placed', at('19T12:00'))],
      }),
    );
    expect(story.situation).toBe('held');
    expect(story.steps.map(({ words }) => words)).toEqual([
      '£55 held on the card',
      'Hold of £55 lapsed',
      '£55 held on the card',
    ]);
  });

  it.each([
    ['held in the ledger, gone at the provider', payment({ state: 'cancelled' }), [held]],
    ['held at the provider, ended in the ledger', payment(), [held, voided]],
    ['taken at the provider, not in the ledger', taken, [held]],
    ['taken at the provider, its hold ended in the ledger', taken, [held, voided]],
  ])('raises an alarm when it is %s', (_what, shown, journals) => {
    expect(moneyStory(facts({ payments: [shown], journals })).alarms).toHaveLength(1);
  });

  it.each([
    ['refunded after all', [], 1],
    [
      'refunded, and closed by a person',
      [journal('difference_closed', at('20T14:00'), 'command')],
      0,
    ],
    [
      'refunded, and sent back by the bank',
      [journal('refund_failed', at('20T14:00'), 'command')],
      0,
    ],
  ])(
    'says that money went back twice when it was settled another way and %s',
    (_, more, alarms) => {
      const both = ['refund_owed', 'paid_another_way', 'refund_sent'] as const;
      const journals = [
        ...[held, captured, ...both.map((kind) => journal(kind, at('20T13:00'), 'command'))],
        ...more,
      ];
      const commands = [command({ state: 'settled_another_way', settledAt: at('20T12:00') })];
      const story = moneyStory(facts({ isDecided: true, payments: [taken], commands, journals }));
      expect(story.alarms).toHaveLength(alarms);
    },
  );
});
