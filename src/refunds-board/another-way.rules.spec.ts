import { COMMAND_STATES } from '../payments/command-states.rules.js';
import { COMMAND_KINDS } from '../payments/payment-actions.rules.js';
import { decideAnotherWay } from './another-way.rules.js';
import { laneOf } from './refund-lanes.rules.js';
import { owedWords } from './refunds.presenter.js';

const payer = { by: 'sue', askedBy: null };
const neverLooked = { ...payer, stateReadAt: null, notFoundAt: null, isChecked: false };

describe('settled another way (R-PAY-4)', () => {
  const every = COMMAND_KINDS.flatMap((kind) =>
    COMMAND_STATES.map((state) => ({ kind, state, sentAt: null })),
  );

  it.each(every)('a $kind that is $state', (command) => {
    const decided = decideAnotherWay({ command, owedPence: 5500, ...neverLooked });
    const isOpen = command.state === 'needs_attention';
    if (isOpen && command.kind !== 'capture') expect(decided).toEqual({ ok: true, pence: 5500 });
    else expect(decided.ok).toBe(false);
  });

  it.each([0, -1])('is refused when the ledger owes %s', (owedPence) => {
    const command = { kind: 'release', state: 'needs_attention', sentAt: null } as const;
    expect(decideAnotherWay({ command, owedPence, ...neverLooked })).toMatchObject({
      refusal: 'nothing_owed',
    });
  });

  /** Before it was sent, at that instant, and after. */
  const TIMES = [null, '10:41:59', '10:42:00', '10:42:01'] as const;
  const everyLook = TIMES.flatMap((read) =>
    TIMES.flatMap((notFound) => [true, false].map((isChecked) => ({ read, notFound, isChecked }))),
  );
  const instantOf = (time: string | null) =>
    time === null ? null : new Date(`2026-11-20T${time}Z`);

  it.each(everyLook)(
    'of a refund that was sent at 10:42, read at $read, not found at $notFound, checked: $isChecked',
    ({ read, notFound, isChecked }) => {
      const [sentAt, stateReadAt, notFoundAt] = ['10:42:00', read, notFound].map(instantOf);
      const command = {
        kind: 'release',
        state: 'needs_attention',
        sentAt: sentAt ?? null,
      } as const;
      const look = { ...payer, stateReadAt: stateReadAt ?? null, notFoundAt: notFoundAt ?? null };
      const decided = decideAnotherWay({ command, owedPence: 5500, isChecked, ...look });
      const isSince = (time: string | null) => time !== null && time >= '10:42:00';
      const isGone = notFound !== null && (read === null || read < notFound);
      const said = decided.ok ? null : decided.refusal;
      if (!isSince(read) && !isSince(notFound)) expect(said).toBe('not_known');
      else if (isGone && !isChecked) expect(said).toBe('not_checked');
      else expect(said).toBeNull();
    },
  );

  it.each([
    ['sue', 'own_request'],
    ['tom', null],
    [null, null],
  ])('of an exception that %s asked for, by sue: %s (R-CAN-2)', (askedBy, refusal) => {
    const command = { kind: 'refund', state: 'needs_attention', sentAt: null } as const;
    const decided = decideAnotherWay({ ...neverLooked, command, owedPence: 5500, askedBy });
    expect(decided.ok ? null : decided.refusal).toBe(refusal);
  });

  it('of a refund that was never sent, no look is asked for', () => {
    const command = { kind: 'release', state: 'needs_attention', sentAt: null } as const;
    const notFoundAt = instantOf('10:42:00');
    const looked = { ...neverLooked, notFoundAt };
    expect(decideAnotherWay({ command, owedPence: 5500, ...looked }).ok).toBe(true);
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
    expect(laneOf({ state, hasFailed, isTwice: false })).toBe(lane);
  });

  it.each(COMMAND_STATES)('%s, given back twice', (state) => {
    const isTwice = laneOf({ state, hasFailed: false, isTwice: true }) === 'twice';
    expect(isTwice).toBe(state === 'settled_another_way');
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
