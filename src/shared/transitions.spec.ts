import {
  actionsFrom,
  canDo,
  defineTransitions,
  finalStates,
  nextState,
  reachableStates,
  statesOf,
  toMermaid,
  type ActionOf,
  type StateOf,
  type TransitionTable,
} from './transitions.js';

const table = defineTransitions({
  received: {
    claim: { to: 'in_review', roles: ['officer', 'supervisor'] },
    withdraw: { to: 'withdrawn', because: 'The resident may change his mind before a decision' },
  },
  in_review: {
    approve: { to: 'approved', roles: ['officer'] },
    'ask-again': { to: 'received' },
  },
  approved: {},
  withdrawn: {},
  forgotten: { claim: { to: 'in_review' } },
} as const);

describe('a transition table', () => {
  it('leads from state to state', () => {
    expect(nextState(table, 'received', 'claim')).toEqual({ ok: true, to: 'in_review' });
    expect(nextState(table, 'in_review', 'ask-again')).toEqual({ ok: true, to: 'received' });
  });

  it('refuses an action that the state does not have', () => {
    const refused = { ok: false, refusal: 'not_from_this_state' };
    expect(nextState(table, 'approved', 'claim')).toEqual(refused);
    expect(nextState(table, 'received', 'approve', 'officer')).toEqual(refused);
  });

  it('lets only the roles named, and anyone where none are', () => {
    expect(nextState(table, 'in_review', 'approve', 'officer').ok).toBe(true);
    expect(nextState(table, 'in_review', 'approve', 'support')).toEqual({
      ok: false,
      refusal: 'not_for_this_role',
    });
    expect(nextState(table, 'received', 'withdraw', 'support').ok).toBe(true);
    expect(canDo(table, 'received', 'claim')).toBe(true);
    expect(canDo(table, 'received', 'claim', 'auditor')).toBe(false);
  });

  it('is not fooled by names that every object inherits', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(canDo(table, 'received', name as ActionOf<typeof table>)).toBe(false);
      expect(canDo(table, name as StateOf<typeof table>, 'claim')).toBe(false);
      expect(actionsFrom(table, name as StateOf<typeof table>)).toEqual([]);
    }
  });

  it('lists the actions of a state, for a role', () => {
    expect(actionsFrom(table, 'received')).toEqual(['claim', 'withdraw']);
    expect(actionsFrom(table, 'received', 'support')).toEqual(['withdraw']);
    expect(actionsFrom(table, 'approved')).toEqual([]);
  });

  it('knows what can be reached and where it ends', () => {
    expect(statesOf(table)).toEqual([
      'received',
      'in_review',
      'approved',
      'withdrawn',
      'forgotten',
    ]);
    expect([...reachableStates(table, 'received')].sort()).toEqual([
      'approved',
      'in_review',
      'received',
      'withdrawn',
    ]);
    expect(reachableStates(table, 'received').has('forgotten')).toBe(false);
    expect([...reachableStates(table, 'approved')]).toEqual(['approved']);
    expect(finalStates(table)).toEqual(['approved', 'withdrawn']);
  });

  it('keeps its names in the types', () => {
    const states: StateOf<typeof table>[] = ['received', 'forgotten'];
    const actions: ActionOf<typeof table>[] = ['claim', 'ask-again'];
    // @ts-expect-error no such action
    actions.push('reject');
    // @ts-expect-error no such state
    states.push('lost');
    // @ts-expect-error a transition may only lead to a state of the table
    defineTransitions({ start: { go: { to: 'nowhere' } } } as const);
    const strict = { open: { close: { to: 'shut', roles: ['officer'] } }, shut: {} } as const;
    strict satisfies TransitionTable<'open' | 'shut', 'officer'>;
    // @ts-expect-error no such role
    strict satisfies TransitionTable<'open' | 'shut', 'auditor'>;
    expect(statesOf(defineTransitions(strict))).toEqual(['open', 'shut']);
  });
});

describe('toMermaid', () => {
  it('draws every state and every arrow', () => {
    expect(toMermaid(table, 'Application: "review"')).toBe(`---
title: "Application: \\"review\\""
---
stateDiagram-v2
  state "received" as s_received
  state "in review" as s_in_review
  state "approved" as s_approved
  state "withdrawn" as s_withdrawn
  state "forgotten" as s_forgotten
  [*] --> s_received
  s_received --> s_in_review: claim (officer, supervisor)
  s_received --> s_withdrawn: withdraw
  s_in_review --> s_approved: approve (officer)
  s_in_review --> s_received: ask again
  s_forgotten --> s_in_review: claim
  s_approved --> [*]
  s_withdrawn --> [*]
`);
  });
});
