import { COMMAND_STATES } from '../payments/command-states.rules.js';
import { COMMAND_KINDS } from '../payments/payment-actions.rules.js';
import { decideAnotherWay } from './another-way.rules.js';
import { laneOf } from './refund-lanes.rules.js';
import { owedWords } from './refunds.presenter.js';

describe('settled another way (R-PAY-4)', () => {
  const every = COMMAND_KINDS.flatMap((kind) =>
    COMMAND_STATES.map((state) => ({ kind, state, sentAt: null })),
  );

  it.each(every)('a $kind that is $state', (command) => {
    const decided = decideAnotherWay({ command, stateReadAt: null, owedPence: 5500 });
    const isOpen = command.state === 'needs_attention';
    if (isOpen && command.kind !== 'capture') expect(decided).toEqual({ ok: true, pence: 5500 });
    else expect(decided.ok).toBe(false);
  });

  it.each([0, -1])('is refused when the ledger owes %s', (owedPence) => {
    const command = { kind: 'release', state: 'needs_attention', sentAt: null } as const;
    expect(decideAnotherWay({ command, stateReadAt: null, owedPence })).toMatchObject({
      refusal: 'nothing_owed',
    });
  });

  it.each([
    ['was never read', null, 'not_known'],
    ['was read only before', '2026-11-20T10:41:59.999Z', 'not_known'],
    ['was read since', '2026-11-20T10:42:01Z', undefined],
  ])('of a refund that was sent, when the payment %s', (_, readAt, refusal) => {
    const sentAt = new Date('2026-11-20T10:42:00Z');
    const command = { kind: 'release', state: 'needs_attention', sentAt } as const;
    const stateReadAt = readAt === null ? null : new Date(readAt);
    const decided = decideAnotherWay({ command, stateReadAt, owedPence: 5500 });
    expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
  });
});

describe('the lanes', () => {
  it.each([
    ['requested', false, 'waiting'],
    ['unknown', false, 'unknown'],
    ['sent', false, 'sent'],
    ['needs_attention', false, 'attention'],
    ['needs_attention', true, 'failed'],
    ['settled_another_way', true, 'another_way'],
    ['settled', true, null],
  ] as const)('%s, failed before: %s', (state, hasFailed, lane) => {
    expect(laneOf({ state, hasFailed })).toBe(lane);
  });
});

describe('what the ledger owes', () => {
  it('is said when it is what the open returns add up to', () => {
    const { words, alarm } = owedWords({ ledgerPence: 11_000, returnsPence: 11_000, returns: 2 });
    expect(words).toContain('£110: the 2 returns');
    expect(alarm).toBeNull();
    expect(owedWords({ ledgerPence: 0, returnsPence: 0, returns: 0 }).alarm).toBeNull();
  });

  it.each([
    [5501, '1p more'],
    [5499, '1p less'],
  ])('raises an alarm with the difference of a penny: %s', (ledgerPence, said) => {
    const { words, alarm } = owedWords({ ledgerPence, returnsPence: 5500, returns: 1 });
    expect(words).toBe('');
    expect(alarm?.content.text).toContain(said.replace('1p', '£0.01'));
  });
});
